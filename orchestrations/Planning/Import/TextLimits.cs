using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>How long a text of an import may be: as long as the pages allow that show and change it later.</summary>
internal static class TextLimits
{
    /// <summary>Texts of several lines, narratives before all.</summary>
    public const int Block = 20_000;

    /// <summary>Names, titles, addresses.</summary>
    public const int Line = 500;

    public static IEnumerable<PlanError> Check(JsonNode root) => Beyond(root).Select(Fault);

    /// <summary>Of a plan that changes: what stands too long in it from before does not stand in the way.</summary>
    public static IEnumerable<PlanError> Check(OfficePlan current, OfficePlan wanted)
    {
        var standing = Beyond(Node(current)).Select(text => text.Value.GetValue<string>()).ToHashSet();
        return Beyond(Node(wanted)).Where(text => !standing.Contains(text.Value.GetValue<string>())).Select(Fault);
    }

    private static JsonNode Node(OfficePlan plan) => JsonSerializer.SerializeToNode(plan, SakipJson.Options)!;

    private static IEnumerable<PlanText> Beyond(JsonNode root) =>
        PlanTexts.Of(root).Where(text => text.Value.GetValue<string>().Length > MostOf(text));

    private static int MostOf(PlanText text) => text.Kind == ColumnKind.Long ? Block : Line;

    private static PlanError Fault(PlanText text) =>
        new(
            text.Path,
            $"Terlalu panjang: {IndonesianNumber.Number(text.Value.GetValue<string>().Length, 0)} huruf, paling banyak "
                + $"{IndonesianNumber.Number(MostOf(text), 0)}. Persingkat, atau pindahkan sebagian ke bagian lain."
        );
}
