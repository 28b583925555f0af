namespace Sakip.Tests.House;

/// <summary>The working copy that the tests look at.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The C# and Razor sources of a folder, without what the build makes.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal)
        let parts = Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar)
        where !parts.Contains("obj") && !parts.Contains("bin")
        orderby file
        select file;

    /// <summary>The folder that a project is built into, in the configuration of these tests.</summary>
    public static string Output(string project) => Path.Combine(Root, project, "bin", Configuration, "net10.0");

    /// <summary>Our own assemblies, each as its project built it.</summary>
    public static IEnumerable<string> Built() =>
        from folder in new[] { "functions", "orchestrations", "infra", "tests" }
        from project in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
        where !project.Contains("/obj/", StringComparison.Ordinal)
        let assembly = Path.Combine(
            Output(Path.GetDirectoryName(project)!),
            $"Sakip.{Path.GetFileNameWithoutExtension(project)}.dll"
        )
        where File.Exists(assembly)
        select assembly;

    private static string Configuration { get; } =
        Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Serverless.sln stands above the tests.");
        return folder.FullName;
    }
}
