namespace Sakip.Tests.Host.Conformance.Running;

/// <summary>Where the build has put the host, its hook and the small app: beside this test's own output.</summary>
internal static class Layout
{
    private static readonly string Root = FindRoot();
    private static readonly string Output = OwnOutput();

    public static string App { get; } = Built("tests/SmallApp", "Sakip.SmallApp.dll");

    public static string Host { get; } = Built("infra/host", "Sakip.Host.dll");

    public static string Hook { get; } = Built("infra/host/Hook", "Sakip.Hook.dll");

    private static string Built(string project, string file) => Path.Combine(Root, project, Output, file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    // bin/{configuration}/{framework}, which is one for all projects of a build.
    private static string OwnOutput()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine("bin", framework.Parent!.Name, framework.Name);
    }
}
