using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sakip.Tests.House.RealPackages;

/// <summary>Compiles the app's sources in memory, with the generators that the build runs.</summary>
internal static partial class AppSources
{
    public static Compilation Compile(
        string folder,
        string name,
        OutputKind kind,
        IEnumerable<MetadataReference> references,
        CancellationToken cancellation)
    {
        var files = Repository
            .Sources(folder)
            .Select(file =>
                CSharpSyntaxTree.ParseText(
                    File.ReadAllText(file),
                    StubAssembly.Options,
                    file,
                    cancellationToken: cancellation));
        var pages = CSharpSyntaxTree.ParseText(
            Pages(folder),
            StubAssembly.Options,
            "Pages.g.cs",
            cancellationToken: cancellation);
        var usings = CSharpSyntaxTree.ParseText(
            Usings(folder),
            StubAssembly.Options,
            "Usings.g.cs",
            cancellationToken: cancellation);
        var compilation = CSharpCompilation.Create(
            name, [.. files, pages, usings], references,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(Generators.Value, parseOptions: StubAssembly.Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _, cancellation);
        return whole;
    }

    /// <summary>Everything that the tests run on but the project itself: framework and packages.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Sakip.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // A page is a class to whoever names it; its markup is the business of the Razor build, which both runtimes share.
    private static string Pages(string folder)
    {
        var pages = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.razor", SearchOption.AllDirectories)
            .Where(file =>
                !Path.GetFileName(file).StartsWith('_') && !file.Contains("/obj/", StringComparison.Ordinal));
        return string.Join(
            '\n',
            pages.Select(file =>
            {
                var text = File.ReadAllText(file);
                var space = Directive("namespace").Match(text) is { Success: true } named
                    ? named.Groups[1].Value
                    : "Sakip.Functions"
                        + string.Concat(
                            Path.GetRelativePath(Path.Combine(Repository.Root, folder), Path.GetDirectoryName(file)!)
                                .Split('/')
                                .Where(part => part != ".")
                                .Select(part => "." + part));
                var generic = TypeParameter().Match(text) is { Success: true } parameter
                    ? $"<{parameter.Groups[1].Value}>"
                    : "";
                return $"namespace {space} {{ public partial class {Path.GetFileNameWithoutExtension(file)}{generic}"
                    + " : Microsoft.AspNetCore.Components.ComponentBase { } }";
            }));
    }

    private static string Usings(string folder)
    {
        var made = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, folder, "obj", "embedded"),
                "*.GlobalUsings.g.cs",
                SearchOption.AllDirectories)
            .OrderByDescending(File.GetLastWriteTimeUtc)
            .FirstOrDefault();
        // The worker's packages add two namespaces to every file of a project that references them.
        return (made is null ? "" : File.ReadAllText(made))
            + "\nglobal using global::Microsoft.Azure.Functions.Worker;\nglobal using global::Microsoft.Extensions.Logging;\n";
    }

    private static readonly Lazy<IEnumerable<ISourceGenerator>> Generators = new(() =>
    {
        var shared = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(shared, "..", "..", "..", "packs"));
        var files = Directory
            .EnumerateFiles(packs, "*.dll", SearchOption.AllDirectories)
            .Where(file =>
                file.Contains("/analyzers/dotnet/cs/", StringComparison.Ordinal)
                && Path.GetFileName(file)
                    is "System.Text.RegularExpressions.Generator.dll"
                        or "Microsoft.Extensions.Logging.Generators.dll");
        return
        [
            .. files.SelectMany(file =>
                new AnalyzerFileReference(file, new Loader()).GetGenerators(LanguageNames.CSharp)),
        ];
    });

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }

    private static Regex Directive(string name) => new($@"(?m)^@{name}\s+([\w.]+)");

    [GeneratedRegex(@"(?m)^@typeparam\s+(\w+)")]
    private static partial Regex TypeParameter();
}
