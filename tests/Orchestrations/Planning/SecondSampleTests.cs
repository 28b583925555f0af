using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>A Dinas in Java, whose plan brings no budget and whose figures were worked out a second time.</summary>
public sealed class SecondSampleTests
{
    [Fact]
    public void Nothing_is_missing_in_its_first_plan_but_the_budget()
    {
        Assert.Null(SecondSample.Reading.Plan);
        Assert.NotNull(SecondSample.Reading.Draft);
        Assert.All(SecondSample.Reading.Errors, error => Assert.True(PlanDraft.IsOfBudget(error), error.Path));
    }

    [Fact]
    public void A_plan_that_lacks_more_than_its_budget_is_no_draft()
    {
        var plan = JsonNode.Parse(SecondSample.File("plan.json"))!;
        plan["agreement"]!["secondParty"] = "tidak-ada";

        Assert.Null(PlanReader.Read(plan.ToJsonString(), Sample.Checks).Draft);
    }

    [Fact]
    public void The_list_of_300_rows_fills_it_in_and_the_plan_is_whole()
    {
        var import = SecondSample.Import("rekap-murni.xlsx", "rencana");
        var reading = BudgetListFile.Read(import, SecondSample.Draft, []);

        Assert.Equal((300, 110), (reading.Rows.Count, SecondSample.Plan.Budget.SubActivities().Count()));
        Assert.Equal(181_138_200_000m, SecondSample.Plan.Budget.Ceiling());
        Assert.Empty(PlanRules.Check(SecondSample.Plan, Sample.Checks));
        Assert.Equal("Nilai akuntabilitas kinerja dinas", SecondSample.Plan.Budget.Programmes[0].Indicator);
    }

    [Fact]
    public void Its_tree_leads_from_three_levels_to_the_goal_and_the_targets_come_out()
    {
        var plan = SecondSample.Plan;

        var tree = PerformanceTree.Of(plan, plan.Budget, new DateOnly(2025, 2, 3));

        Assert.Equal(["t.t1", "s.s1", "i.aki", "i.ibu-bayi", "i.bayi"], tree.PathTo("i.bayi").Select(node => node.Id));
        Assert.DoesNotContain(
            tree.Gaps,
            gap => gap.Kind is TreeGapKind.Target or TreeGapKind.Chain or TreeGapKind.Objective or TreeGapKind.Carriers
        );
    }

    [Fact]
    public void The_second_list_of_a_kind_is_read_like_the_first_without_a_choice()
    {
        var list = new BudgetListImport(SecondSample.File("rekap-pergeseran-2.xlsx"), "rekap-pergeseran-2.xlsx");
        BudgetSource[] former = [SecondSample.Versions[1].Source!];

        var reading = BudgetListFile.Read(list, SecondSample.Draft, former);
        var memory = new ListMemory([SecondSample.Versions[1]]);
        var merged = ListMerge.Of(list, reading.Rows, SecondSample.Draft, memory);

        Assert.False(reading.IsOpen);
        Assert.Equal(ListPart.Whole, reading.Part);
        Assert.True(merged.IsComplete);
        Assert.Empty(merged.Open);
    }

    [Fact]
    public void Money_that_moves_inside_a_programme_is_noted_and_between_programmes_asks_for_a_revised_agreement()
    {
        var versions = SecondSample.Versions;
        bool Changes(int number) =>
            NotedBudgets.ChangesAnnex(
                versions[number - 1],
                new BudgetRevision(versions[number], RevisionReason.StrategyOrBudgetChanged, "", []),
                AgreementTemplate.Jpt
            );

        Assert.Equal((false, true, true), (Changes(1), Changes(2), Changes(3)));
    }

    /// <summary>
    /// hitungan-kedua.json was made by the author of the sample with exact fractions from its files alone, outside this code
    /// base: the values as typed, (2T − R) / T, shares of words, plain sums, and half up once at the end.
    /// </summary>
    [Fact]
    public void The_year_comes_to_what_was_computed_a_second_time()
    {
        using var second = JsonDocument.Parse(SecondSample.File("hitungan-kedua.json"));
        var root = second.RootElement;

        var year = Evaluate();

        Assert.Equal(
            root.GetProperty("indicators").EnumerateObject().Select(one => (one.Name, Text(one.Value, "achievement"))),
            year.Indicators.Select(one => (one.Code, Shown(one.Achievement.Exact)))
        );
        foreach (var indicator in year.Indicators.Where(one => one.Realisation is not null))
        {
            var expected = Text(root.GetProperty("indicators").GetProperty(indicator.Code), "realisation");
            var digits = expected.Contains('.') ? expected.Length - expected.IndexOf('.') - 1 : 0;
            Assert.Equal(expected, Shown(indicator.Realisation, digits));
        }

        Assert.Equal(
            root.GetProperty("objectives").EnumerateObject().Select(one => (one.Name, one.Value.GetString()!)),
            year.Objectives.Select(one => (one.Code, Shown(one.Achievement.Exact)))
        );
        Assert.Equal(
            root.GetProperty("programmes")
                .EnumerateObject()
                .Select(one =>
                    (one.Name, Text(one.Value, "ceiling"), Text(one.Value, "spent"), Text(one.Value, "absorption"))
                ),
            year.Budget.Parts.Select(one =>
                (one.Code, Shown(one.Ceiling, 0), Shown(one.Realisation, 0), Shown(one.Absorption.Exact))
            )
        );
        Assert.Equal(
            (Text(root, "achievement"), Text(root, "ceiling"), Text(root, "spent"), Text(root, "absorption")),
            (
                Shown(year.Achievement.Exact),
                Shown(year.Budget.Ceiling, 0),
                Shown(year.Budget.Realisation, 0),
                Shown(year.Budget.Absorption.Exact)
            )
        );
    }

    private static YearEvaluation Evaluate()
    {
        var strategy = SecondSample.NewStrategy["strategicPlan"].Deserialize<StrategicPlan>(CanonicalJson.Options)!;
        var changed = SecondSample.NewStrategy["targets"].Deserialize<List<AnnualTarget>>(CanonicalJson.Options)!;
        var targets = SecondSample
            .Plan.AnnualPlan.Targets.Where(one => one.Indicator != "anc")
            .Concat(changed)
            .ToList();
        return YearEvaluator.Evaluate(
            new EvaluationInput(
                SecondSample.Plan with
                {
                    StrategicPlan = strategy,
                    AnnualPlan = new AnnualPlan(2025, targets),
                },
                new AgreementTerms(3, new DateOnly(2025, 10, 1), 3, targets),
                SecondSample.Versions[3],
                SecondSample.Quarters
            )
        );
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static string Shown(decimal? value, int digits = 2) =>
        value is { } known
            ? decimal.Round(known, digits, MidpointRounding.AwayFromZero)
                .ToString("F" + digits, System.Globalization.CultureInfo.InvariantCulture)
            : "-";
}
