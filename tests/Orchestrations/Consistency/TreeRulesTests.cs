using Sakip.Consistency;
using Sakip.Evaluation;
using Sakip.Planning;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Consistency;

public sealed class TreeRulesTests
{
    private static IReadOnlyList<Finding> Of(OfficePlan plan, IReadOnlyList<AnnualTarget>? agreed = null) =>
        [
            .. GateCheck
                .Agreement(
                    new AgreementCase(
                        plan,
                        new AgreementTerms(0, new DateOnly(2024, 1, 15), 0, agreed ?? plan.AnnualPlan.Targets),
                        plan.Budget,
                        plan.Budget,
                        new DateOnly(2024, 1, 15)
                    )
                )
                .Findings.Where(finding => finding.Code.StartsWith("K-PH", StringComparison.Ordinal)),
        ];

    [Fact]
    public void A_plan_without_the_sheets_is_not_spoken_of() => Assert.Empty(Of(Sample.Plan));

    [Fact]
    public void A_whole_tree_is_only_told_which_sub_activities_nobody_carries()
    {
        var finding = Assert.Single(Of(LevelSample.Plan));

        Assert.Equal(("K-PH-03", FindingLevel.Info), (finding.Code, finding.Level));
        Assert.Contains("IV.A.3", finding.ValueA, StringComparison.Ordinal);
        Assert.DoesNotContain("IV.A.1,", finding.ValueA, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_without_parent_breaks_the_chain()
    {
        var plan = LevelSample.With("p-tata", (IndicatorLink link) => new IndicatorLink(link.Indicator, link.Post));

        var finding = Assert.Single(Of(plan), one => one.Code == "K-PH-01");

        Assert.Equal(FindingLevel.Warning, finding.Level);
        Assert.Contains("rantainya terputus", finding.Explanation, StringComparison.Ordinal);
        Assert.Contains("Pohon Kinerja", finding.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void Children_that_come_to_another_target_are_told_with_both_values()
    {
        var plan = LevelSample.With(
            "sk-prov",
            (LevelIndicator one) => one with { Target = new AnnualTarget("sk-prov", 7m) }
        );

        var finding = Assert.Single(Of(plan), one => one.Code == "K-PH-02");

        Assert.Equal(("13", "16"), (finding.ValueA, finding.ValueB));
    }

    [Fact]
    public void The_targets_of_objectives_are_those_of_the_agreement()
    {
        var plan = LevelSample.Plan with
        {
            LevelIndicators =
            [
                .. LevelSample.Plan.LevelIndicators!,
                LevelSample.Counted(IndicatorLevel.Programme, "I", "p-pustaka", 60m, ValueKind.Percent, "Persen"),
            ],
            IndicatorLinks =
            [
                .. LevelSample.Plan.IndicatorLinks!,
                new("p-pustaka", "kabag-perpus", "snp", ParentWay.Mean),
            ],
        };

        Assert.DoesNotContain(Of(plan), one => one.Code == "K-PH-02");
        Assert.Contains(Of(plan, [new("rb", 87m), new("snp", 56m)]), one => one is { Code: "K-PH-02", ValueA: "56" });
    }

    [Fact]
    public void Two_posts_at_one_sub_activity_are_told()
    {
        var plan = LevelSample.Plan with
        {
            LevelIndicators =
            [
                .. LevelSample.Plan.LevelIndicators!,
                LevelSample.Counted(IndicatorLevel.SubActivity, "IV.A.1", "sk-dua", 1m),
            ],
            IndicatorLinks =
            [
                .. LevelSample.Plan.IndicatorLinks!,
                new("sk-dua", "kabag-lembaga", "k-lembaga", ParentWay.Words, Contribution: "x"),
            ],
        };

        Assert.Contains(
            Of(plan),
            one => one is { Code: "K-PH-03", Level: FindingLevel.Warning, ValueA: "analis-lembaga, kabag-lembaga" }
        );
    }
}
