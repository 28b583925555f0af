using Microsoft.Azure.Functions.Worker;

namespace Sakip.Tests.House.ApiSurface;

public sealed class AmbiguousNamesTests
{
    private readonly AmbiguousNames names = new(Listing.Real, typeof(FunctionAttribute).Assembly.GetTypes());

    [Fact]
    public void No_file_of_the_app_uses_a_name_that_the_real_packages_would_make_ambiguous()
    {
        var found = from folder in new[] { "functions", "orchestrations" }
                    from file in Repository.Sources(folder)
                    let everywhere = Repository.Sources(folder).SelectMany(GlobalUsings)
                    from name in names.In(File.ReadAllText(file), everywhere)
                    select $"{Path.GetRelativePath(Repository.Root, file)}: {name}";

        Assert.Equal("", string.Join('\n', found));
    }

    [Fact]
    public void A_name_of_an_imported_namespace_is_found()
    {
        const string source = """
            using Microsoft.Azure.Functions.Worker.Http;
            public sealed class Answer { public HttpCookie? Cookie { get; init; } }
            """;

        Assert.Equal(["HttpCookie (Microsoft.Azure.Functions.Worker.Http)"], names.In(source, []));
    }

    [Fact]
    public void A_name_is_free_where_its_namespace_is_not_imported() =>
        Assert.Empty(names.In("public sealed class HttpCookie;", ["System"]));

    [Fact]
    public void A_type_that_the_embedded_runtime_declares_is_no_danger() =>
        Assert.Empty(names.In("using Microsoft.Azure.Functions.Worker; class A { RetryContext? b; }", []));

    private static IEnumerable<string> GlobalUsings(string file) =>
        File.ReadLines(file).Where(line => line.StartsWith("global using ", StringComparison.Ordinal))
            .SelectMany(AmbiguousNames.Imports);
}
