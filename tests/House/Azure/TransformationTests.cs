using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sakip.Tests.House.Azure;

/// <summary>What the workspace cuts from records before it stores them, and what the host reports until then.</summary>
public sealed partial class TransformationTests
{
    private const string Token = "v1.k1.eyJhIjoxfQeyJhIjoxfQeyJhIjoxfQ.c2lnbmF0dXJl-_0";

    // The columns of each table that can tell of a path.
    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["Microsoft-Table-AppRequests"] = ["Name", "OperationName", "Properties", "Source", "Url"],
        ["Microsoft-Table-AppDependencies"] = ["Data", "Name", "OperationName", "Properties", "Target"],
        ["Microsoft-Table-AppTraces"] = ["Message", "OperationName", "Properties"],
        ["Microsoft-Table-AppExceptions"] =
        [
            "Details",
            "InnermostMessage",
            "OperationName",
            "OuterMessage",
            "ProblemId",
            "Properties",
        ],
    };

    [Theory]
    [InlineData("https://a.example/tautan/TOKEN", "https://a.example/tautan/{token}")]
    [InlineData("https://a.example/tautan/TOKEN/dokumen?x=1", "https://a.example/tautan/{token}/dokumen?x=1")]
    [InlineData("POST /API/Steps/TOKEN/evidence", "POST /API/Steps/{token}/evidence")]
    [InlineData("{\"url.path\":\"/api/steps/TOKEN\",\"b\":2}", "{\"url.path\":\"/api/steps/{token}\",\"b\":2}")]
    [InlineData("GET /tautan/TOKEN then /tautan/TOKEN", "GET /tautan/{token} then /tautan/{token}")]
    [InlineData("/tautan/%20TOKEN%0a", "/tautan/{token}")]
    [InlineData("GET /api/operations/doctor", "GET /api/operations/doctor")]
    public async Task What_follows_a_link_or_a_step_is_cut_in_every_column_that_can_hold_it(string told, string kept)
    {
        foreach (var prediction in new[] { Prediction.Reviewed("production"), await Variants.WithEverything })
        {
            var flows = Rule(prediction)["properties"]!["dataFlows"]!.AsArray();
            Assert.Equal(Columns.Keys.Order(), flows.Select(flow => (string)flow!["streams"]![0]!).Order());
            foreach (var flow in flows)
            {
                var cuts = Cut().Matches((string)flow!["transformKql"]!);
                Assert.Equal(
                    Columns[(string)flow["streams"]![0]!],
                    cuts.Select(cut => cut.Groups["column"].Value).Order()
                );
                var whole = told.Replace("TOKEN", Token, StringComparison.Ordinal);
                Assert.All(cuts, cut => Assert.Equal(kept, Apply(cut, whole)));
            }
        }
    }

    [Fact]
    public async Task The_host_has_no_connection_until_the_workspace_holds_the_rule_for_good()
    {
        string[] connections = ["APPLICATIONINSIGHTS_CONNECTION_STRING", "OTEL_EXPORTER_OTLP_ENDPOINT"];
        foreach (var environment in new[] { "test", "production" })
        {
            var reviewed = Prediction.Reviewed(environment);
            Assert.Contains("Telemetry__Connection", reviewed.AppSettings.Keys);
            Assert.DoesNotContain(reviewed.AppSettings.Keys, connections.Contains);
            // Made first, linked after.
            Assert.Contains(Workspaces(reviewed), IsLinked);
        }

        var inForce = await Variants.WithEverything;
        Assert.Contains(connections[0], inForce.AppSettings.Keys);
        Assert.All(Workspaces(inForce), workspace => Assert.True(IsLinked(workspace)));
    }

    private static JsonNode Rule(Prediction prediction) =>
        prediction
            .Of("Microsoft.Insights/dataCollectionRules")
            .Single(rule => (string)rule["kind"]! == "WorkspaceTransforms");

    private static IEnumerable<JsonNode> Workspaces(Prediction prediction) =>
        prediction.Of("Microsoft.OperationalInsights/workspaces");

    private static bool IsLinked(JsonNode workspace) =>
        ((string?)workspace["properties"]!["defaultDataCollectionRuleResourceId"])?.Contains(
            "/dcr-",
            StringComparison.Ordinal
        ) == true;

    private static string Apply(Match cut, string told) =>
        Regex.Replace(
            told,
            cut.Groups["pattern"].Value,
            cut.Groups["rewrite"].Value.Replace(@"\1", "$1", StringComparison.Ordinal)
        );

    [GeneratedRegex(
        """
            (?<column>\w+) = (parse_json\()?replace\(@"(?<pattern>[^"]+)", @"(?<rewrite>[^"]+)", (tostring\()?\k<column>\)
            """
    )]
    private static partial Regex Cut();
}
