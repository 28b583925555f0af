using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sakip.Tests.House.Azure;

public sealed class CostPageTests
{
    private static readonly CostModel Model = new(File.ReadAllText(Path.Combine(Repository.InfraAzure, "cost.json")));

    [Fact]
    public void The_tables_of_the_cost_page_follow_from_its_inputs()
    {
        var path = Path.Combine(Repository.InfraAzure, "COST.md");
        var page = File.ReadAllText(path);
        var computed = With(With(page, "cost", YearTable()), "peak", PeakTable());

        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
            File.WriteAllText(path, page = computed);
        Assert.Equal(computed, page);
    }

    [Fact]
    public void The_inputs_of_the_environment_are_those_of_host_json_and_of_production()
    {
        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "host.json")))!;
        var hub = host["extensions"]!["durableTask"]!["storageProvider"]!;
        var scale = Prediction.Reviewed("production").Of("Microsoft.Web/sites").Single()["properties"]![
            "functionAppConfig"
        ]!["scaleAndConcurrency"]!;

        // One queue for each partition, one for activities.
        Assert.Equal((int)hub["partitionCount"]! + 1, Model["environment", "queues"]);
        Assert.Equal(
            TimeSpan.Parse((string)hub["maxQueuePollingInterval"]!, CultureInfo.InvariantCulture).TotalSeconds,
            Model["environment", "pollSeconds"]
        );
        Assert.Equal((int)scale["instanceMemoryMB"]! / 1024, Model["environment", "memoryGB"]);
        Assert.Equal((int)scale["alwaysReady"]![0]!["instanceCount"]!, Model["environment", "alwaysReadyInstances"]);
    }

    [Fact]
    public void Durable_Functions_is_met_before_Table_Storage()
    {
        var (_, seconds, accountShare) = Model.OpeningOf(1000);

        Assert.True(seconds > 60, "the opening no longer takes minutes: which limit comes first has changed");
        Assert.True(accountShare < 0.05, "the data account is no longer idle: which limit comes first has changed");
    }

    private static string With(string page, string name, string table)
    {
        var place = new Regex($"(?s)(<!-- {name}:begin -->\n).*(<!-- {name}:end -->)");
        Assert.Single(place.Matches(page));
        return place.Replace(page, match => $"{match.Groups[1]}\n{table}\n{match.Groups[2]}");
    }

    private static string YearTable()
    {
        var years = Model.Offices.ToDictionary(offices => offices, Model.YearOf);
        var lines = years
            .First()
            .Value.Select(
                (line, i) => Row(line.Name, Model.Offices.Select(offices => Money(years[offices][i].Dollars)))
            );
        var totals = Model.Offices.Select(offices => (Offices: offices, Sum: years[offices].Sum(line => line.Dollars)));
        return Head("", Model.Offices.Select(Count))
            + string.Concat(lines)
            + Row("**All**", totals.Select(total => $"**{Money(total.Sum)}**"))
            + Row("**Each office**", totals.Select(total => $"**{Money(total.Sum / total.Offices)}**"));
    }

    private static string PeakTable()
    {
        var openings = Model.Offices.Select(Model.OpeningOf).ToArray();
        return Head("Opening of a quarter", Model.Offices.Select(Count))
            + Row("steps of orchestrations", openings.Select(opening => Figure(opening.Steps)))
            + Row("seconds until all have their link", openings.Select(opening => Figure(opening.Seconds)))
            + Row(
                "share of the data account's calls",
                openings.Select(opening => opening.AccountShare.ToString("P2", CultureInfo.InvariantCulture))
            );
    }

    private static string Head(string first, IEnumerable<string> columns) =>
        Row(first, columns) + Row("---", columns.Select(_ => "---:"));

    private static string Row(string first, IEnumerable<string> cells) =>
        $"| {first} | {string.Join(" | ", cells)} |\n";

    private static string Count(int offices) => offices == 1 ? "1 office" : $"{Figure(offices)} offices";

    private static string Money(double dollars) => dollars.ToString("N2", CultureInfo.InvariantCulture);

    private static string Figure(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
