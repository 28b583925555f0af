using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>The sample office's plan, which the app carries so that newcomers can look at a filled workbook.</summary>
internal static class SamplePlan
{
    private const string Resource = "Sakip.Functions.Planning.contoh.json";

    public static byte[] Workbook()
    {
        using var stream = typeof(SamplePlan).Assembly.GetManifestResourceStream(Resource)!;
        using var text = new StreamReader(stream);
        return PlanTemplates.Example(PlanReader.Read(text.ReadToEnd()).Value!);
    }
}
