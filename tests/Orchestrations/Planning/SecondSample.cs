using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>The second sample office, a Dinas in Java, as its files have it.</summary>
internal static class SecondSample
{
    /// <summary>What its planner brings: a plan without a budget.</summary>
    public static PlanReading Reading { get; } = PlanFile.Read(File("plan.json"), Sample.Checks);

    public static OfficePlan Draft => Reading.Draft!;

    /// <summary>The strategic plan that takes the place of the first one in August.</summary>
    public static JsonNode NewStrategy { get; } = JsonNode.Parse(File("renstra-2025-2029.json"))!;

    /// <summary>The plan with its first budget, from the list of 300 rows.</summary>
    public static OfficePlan Plan { get; } =
        Draft with
        {
            Budget = Budget("rekap-murni.xlsx", "rencana", Draft.Budget),
        };

    /// <summary>The budget's versions of the year, from the original on.</summary>
    public static IReadOnlyList<Budget> Versions { get; } = ReadVersions();

    public static IReadOnlyList<QuarterlyFigures> Quarters { get; } = ReadQuarters();

    public static byte[] File(string name) =>
        System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "sample", "dinas-contoh-2025", name));

    /// <summary>How the script of the office has a list read.</summary>
    public static BudgetListImport Import(string file, string id)
    {
        var script = JsonNode.Parse(File("naskah.json"))!["events"]!
            .AsArray()
            .Single(one => (string)one!["id"]! == id)!;
        var query = script["query"]!.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
        return new BudgetListImport(File(file), file)
        {
            Column = query.GetValueOrDefault("column"),
            Part = query.GetValueOrDefault("part"),
            Chosen = query
                .Where(pair => pair.Key.StartsWith("choose.", StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key["choose.".Length..], pair => pair.Value),
        };
    }

    private static List<Budget> ReadVersions()
    {
        var versions = new List<Budget> { Plan.Budget };
        foreach (var name in new[] { "pergeseran-1", "pergeseran-2", "perubahan" })
        {
            var budget = Budget($"rekap-{name}.xlsx", name, [.. versions.AsEnumerable().Reverse()]);
            versions.Add(budget with { Sequence = versions.Count });
        }

        return versions;
    }

    private static Budget Budget(string file, string id, params IReadOnlyList<Budget> before)
    {
        var import = Import(file, id);
        var former = before.Where(one => one.Sequence > 0).Select(one => one.Source).OfType<BudgetSource>();
        var reading = BudgetListFile.Read(import, Draft, [.. former]);
        var merged = ListMerge.Of(import, reading.Rows, Draft, new ListMemory(before));
        Assert.Empty(reading.Errors);
        Assert.True(merged.IsComplete, file);
        return before[0] with
        {
            Programmes = merged.Programmes,
            Source = new BudgetSource(file, reading.Column, reading.Part, merged.Codes),
        };
    }

    private static List<QuarterlyFigures> ReadQuarters()
    {
        var quarters = JsonNode.Parse(File("realisations.json"))!["quarters"]!.AsArray();
        return
        [
            .. quarters.Select(quarter => new QuarterlyFigures(
                Enum.Parse<Quarter>((string)quarter!["quarter"]!),
                [.. Rows<IndicatorFigure>(quarter, "indicators", (row, unit) => row with { SubUnit = unit })],
                [.. Rows<SubActivityFigure>(quarter, "subActivities", (row, unit) => row with { SubUnit = unit })]
            )),
        ];
    }

    private static IEnumerable<T> Rows<T>(JsonNode quarter, string list, Func<T, string, T> of) =>
        quarter["reports"]!
            .AsArray()
            .SelectMany(report =>
                report![list]!
                    .AsArray()
                    .Select(row => of(row.Deserialize<T>(CanonicalJson.Options)!, (string)report["subUnit"]!))
            );
}
