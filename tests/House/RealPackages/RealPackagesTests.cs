using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sakip.Tests.House.RealPackages;

/// <summary>
/// The app's sources compile against the whole public surface of the real packages, not only against the part that the
/// embedded runtime declares: what binds differently there is found here, though the packages cannot be restored.
/// </summary>
public sealed class RealPackagesTests
{
    private static readonly Lazy<(MetadataReference Reference, IReadOnlyCollection<string> LeftOut)> Stubs = new(() =>
        StubAssembly.Make(
            new StubSource(
                Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Api"), "*.txt").SelectMany(File.ReadLines)),
            AppSources.References,
            CancellationToken.None));

    [Fact]
    public void The_app_compiles_against_what_the_real_packages_declare()
    {
        var cancellation = TestContext.Current.CancellationToken;
        MetadataReference[] real = [.. AppSources.References, Stubs.Value.Reference];
        var orchestrations = AppSources.Compile(
            "orchestrations", "Sakip.Orchestrations", OutputKind.DynamicallyLinkedLibrary, real, cancellation);
        var functions = AppSources.Compile(
            "functions",
            "Sakip.Functions",
            OutputKind.ConsoleApplication,
            [.. real, orchestrations.ToMetadataReference()],
            cancellation);

        AssertNone(Errors(orchestrations));
        AssertNone(Errors(functions));
    }

    [Fact]
    public void What_the_real_packages_do_not_have_is_found()
    {
        const string source = """
            using Microsoft.DurableTask;
            using Microsoft.DurableTask.Client;
            static class Wrong
            {
                static void A(DurableTaskClient client) => client.RaiseEvent("x");
                static void B(TaskOrchestrationContext context) => context.CallActivityAsync<string>(1);
            }
            """;
        var compilation = CSharpCompilation.Create(
            "Wrong",
            [
                CSharpSyntaxTree.ParseText(
                    source,
                    StubAssembly.Options,
                    cancellationToken: TestContext.Current.CancellationToken),
            ],
            [.. AppSources.References, Stubs.Value.Reference],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        Assert.Equal(2, Errors(compilation).Split('\n').Length);
    }

    [Fact]
    public void Only_members_that_name_types_of_packages_not_at_hand_are_left_out()
    {
        string[] absent =
        [
            "DurableTask.Core",
            "Grpc.",
            "Google.Protobuf",
            "Microsoft.DurableTask.Sidecar",
            "DurableTask.Protobuf",
        ];
        var others = Stubs.Value.LeftOut.Where(line =>
            !absent.Any(name => line.Contains(name, StringComparison.Ordinal)));

        AssertNone(string.Join('\n', others));
    }

    // Strings that differ are shown cut off: here the whole text is what helps.
    private static void AssertNone(string errors) => Assert.True(errors.Length == 0, errors);

    private static string Errors(Compilation compilation) => string.Join('\n', compilation
        .GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(one => one.Severity == DiagnosticSeverity.Error)
        .Select(one => one.ToString()).Take(40));
}
