using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Consistency;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>The sample office as its files have it.</summary>
internal static class Sample
{
    public static string PlanJson { get; } = Text("plan.json");

    public static string RevisionJson { get; } = Text("budget-revision-1.json");

    /// <summary>What the capabilities above the plan demand of it.</summary>
    public static IReadOnlyList<PlanCheck> Checks { get; } = [RuleLevelRules.Check, NarrativeRules.Check];

    public static OfficePlan Plan { get; } = PlanReader.Read(PlanJson, Checks).Value!;

    public static BudgetRevision Revision { get; } = PlanReader.ReadRevision(RevisionJson, Plan, Plan.Budget).Value!;

    /// <summary>What the sub-units' operators type, joined by quarter.</summary>
    public static IReadOnlyList<QuarterlyFigures> Quarters { get; } = ReadQuarters();

    /// <summary>The errors of the plan after one change.</summary>
    public static IReadOnlyList<PlanError> ErrorsAfter(Action<JsonNode> change)
    {
        var plan = JsonNode.Parse(PlanJson)!;
        change(plan);
        return PlanReader.Read(plan.ToJsonString(), Checks).Errors;
    }

    private static List<QuarterlyFigures> ReadQuarters()
    {
        var file = JsonSerializer.Deserialize<RealisationFile>(Text("realisations.json"), CanonicalJson.Options)!;
        return
        [
            .. file.Quarters.Select(quarter => new QuarterlyFigures(
                quarter.Quarter,
                [
                    .. quarter.Reports.SelectMany(report =>
                        report.Indicators.Select(figure => figure with { SubUnit = report.SubUnit })
                    ),
                ],
                [
                    .. quarter.Reports.SelectMany(report =>
                        report.SubActivities.Select(figure => figure with { SubUnit = report.SubUnit })
                    ),
                ]
            )),
        ];
    }

    private static string Text(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sample", "biro-organisasi-2024", name));

    private sealed record RealisationFile(string Note, IReadOnlyList<QuarterOfFile> Quarters);

    private sealed record QuarterOfFile(Quarter Quarter, bool Invented, IReadOnlyList<ReportOfFile> Reports);

    private sealed record ReportOfFile(
        string SubUnit,
        IReadOnlyList<IndicatorFigure> Indicators,
        IReadOnlyList<SubActivityFigure> SubActivities
    );
}
