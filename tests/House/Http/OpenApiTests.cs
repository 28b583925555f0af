using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Sakip.Functions.Web.Api;

namespace Sakip.Tests.House.Http;

/// <summary>The API's description against the functions that it describes.</summary>
public sealed partial class OpenApiTests
{
    private static readonly ApiCatalog Catalog = new(new ServiceCollection().AddLogging().BuildServiceProvider());

    private static readonly Lazy<Task<string>> Text = new(() =>
        OpenApiBuilder
            .Build(Catalog, new Uri("https://sakip.kantor.example/"))
            .SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1)
    );

    [Fact]
    public async Task It_can_be_read_back_without_an_error()
    {
        var (document, diagnostic) = OpenApiDocument.Parse(await Text.Value, "json");

        Assert.Empty(diagnostic!.Errors);
        Assert.Empty(diagnostic.Warnings);
        Assert.NotEmpty(document!.Components!.Schemas!);
    }

    [Fact]
    public async Task Every_route_under_api_stands_there_with_each_of_its_methods_and_no_other_does()
    {
        var paths = (JsonObject)JsonNode.Parse(await Text.Value)!["paths"]!;
        var told = paths.SelectMany(path => ((JsonObject)path.Value!).Select(one => $"{one.Key} {path.Key}"));
        var there = Catalog
            .Functions.Where(OpenApiBuilder.IsDescribed)
            .SelectMany(function => function.Methods.Select(method => $"{method} {OpenApiBuilder.PathOf(function)}"));

        Assert.Equal(there.Distinct().Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_function_under_api_says_what_it_does()
    {
        var silent = Catalog.Functions.Where(one => one.IsApi && one.Name != UnknownApi.Name && one.Operation is null);

        Assert.Empty(silent.Select(one => $"{one.Name}: give it [ApiOperation(\"…\")]"));
    }

    [Fact]
    public void Every_function_under_api_asks_for_the_key() =>
        Assert.Empty(
            Catalog
                .Functions.Where(one => one.IsApi && one.Name != UnknownApi.Name && !one.NeedsKey)
                .Select(one => one.Name)
        );

    // A name may be a constant of another class; those stand in the attribute by the same constant.
    [Fact]
    public void Every_name_that_is_taken_from_the_query_is_described()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "functions"), "*Api.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .ToList();
        var missing =
            from file in files
            let source = File.ReadAllText(file)
            let told = string.Concat(Told().Matches(source).Select(one => one.Value))
            from taken in Taken()
                .Matches(source)
                .Select(one => one.Groups[1].Value)
                .Concat(source.Contains("PlanUpload.IsPreview(", StringComparison.Ordinal) ? ["preview"] : [])
                .Distinct()
            where !told.Contains($"\"{taken}\"", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: Query = [\"{taken}\"]";

        Assert.True(files.Count > 10, $"{files.Count}");
        Assert.Empty(missing);
    }

    [Fact]
    public async Task A_request_s_schema_names_its_fields_as_they_are_sent()
    {
        var document = JsonNode.Parse(await Text.Value)!;
        var start = document["paths"]!["/api/offices/{unit}/{year}"]!["post"]!;
        var schema = start["requestBody"]!["content"]!["application/json"]!["schema"]!;
        var plan = document["components"]!["schemas"]!["OfficePlan"]!;
        var required = plan["required"]!.AsArray().Select(name => (string)name!).ToArray();

        Assert.Equal("#/components/schemas/OfficePlan", (string)schema["$ref"]!);
        Assert.Equal("integer", (string)plan["properties"]!["year"]!["type"]!);
        Assert.Contains("subUnits", required);
        Assert.DoesNotContain("subunits", required);
        Assert.Contains("Idempotency-Key", start["parameters"]!.AsArray().Select(one => (string)one!["name"]!));
        Assert.Equal(
            "integer",
            (string)start["parameters"]!.AsArray().Single(one => (string)one!["name"]! == "year")!["schema"]!["type"]!
        );
        string[] answers = [.. start["responses"]!.AsObject().Select(one => one.Key)];
        Assert.Superset(new HashSet<string> { "201", "400", "401", "409", "413", "415", "422" }, answers.ToHashSet());
    }

    [Fact]
    public async Task An_enumeration_lists_its_names()
    {
        var document = JsonNode.Parse(await Text.Value)!;
        var kinds = document["components"]!["schemas"]!["RequestedDocument"]!["properties"]!["kind"]!["enum"]!;

        Assert.Equal(Enum.GetNames<Sakip.Reporting.DocumentKind>(), kinds.AsArray().Select(name => (string)name!));
    }

    [GeneratedRegex(@"Query = \[[^\]]*\]")]
    private static partial Regex Told();

    [GeneratedRegex(@"request\.Query\[""([a-z]+)""\]", RegexOptions.IgnoreCase)]
    private static partial Regex Taken();
}
