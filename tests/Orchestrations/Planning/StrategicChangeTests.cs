using Sakip.Agreements;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;
using static Sakip.Tests.Orchestrations.Planning.YearChangeWorld;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Indicators, targets and goals that are new, retired, renamed or replaced within the year.</summary>
public sealed class StrategicChangeTests
{
    private const string New = "iku-baru";

    private static readonly Indicator Old = Sample.Plan.StrategicPlan.Indicators().First();

    private static readonly StrategicCall Replaced = Call([New]) with
    {
        Replaces = new Dictionary<string, string> { [New] = Old.Code },
    };

    [Fact]
    public void The_revised_agreement_has_the_new_indicator_and_no_longer_the_retired_one()
    {
        var plan = Applied(Replaced, On("2024-07-10"));
        var change = plan.Changes![^1].Strategic!;
        var order = new RevisionOrder(
            RevisionCause.Requested,
            1,
            RevisionReason.StrategyOrBudgetChanged,
            "RPJMD baru.",
            change.Targets,
            Actor.System.Official
        )
        {
            Retired = change.Retired,
            Change = 1,
        };
        var day = Day("2024-07-20");
        var first = AgreementDrafting.Draft(Sample.Plan, null, null, Day("2024-01-20"));
        var draft = AgreementDrafting.Draft(plan, 1, order, first.Terms, plan.Budget, day);

        Assert.Contains(draft.Indicators, one => one.Indicator == New);
        Assert.DoesNotContain(draft.Indicators, one => one.Indicator == Old.Code);
        Assert.Equal(
            [ChangeKind.Removed, ChangeKind.Added],
            AgreementComparison
                .Of(first, draft)
                .Targets.Select(line => line.Kind)
                .Where(kind => kind != ChangeKind.Same)
        );
    }

    [Fact]
    public void One_indicator_is_retired_or_renamed_without_a_file_and_nothing_else_changes()
    {
        var from = Day("2024-07-10");
        var retired = IndicatorCall.Of(Sample.Plan, from, Old.Code, name: null).Based("2024-07-10");
        var renamed = IndicatorCall.Of(Sample.Plan, from, Old.Code, "Nama baru").Based("2024-07-10");

        var first = Applied(retired, On("2024-07-10"));
        var second = Applied(renamed, On("2024-07-10"));

        Assert.Equal([Old.Code], first.Changes![^1].Strategic!.Retired);
        Assert.Equal(Retiring(Old.Code, "2024-07-10").Hash(), retired.Hash());
        Assert.Equal("Nama baru", Assert.Single(second.Changes![^1].Strategic!.Renamed).After);
        Assert.Contains(Old.Name, second.StrategicPlan.Indicators().First(one => one.Code == Old.Code).FormerNames);
        // What was recorded before stays: a second row is taken on what stands by then.
        var both = Applied(
            IndicatorCall.Of(second, from, Old.Code, null).Based("2024-07-11"),
            On("2024-07-11"),
            second
        );
        Assert.Equal([Old.Code], both.Changes![^1].Strategic!.Retired);
    }

    [Fact]
    public void An_objective_that_loses_its_only_indicator_goes_with_it_and_comes_to_no_end_with_a_new_name()
    {
        var alone = SecondSample.Draft.StrategicPlan.Objectives().First(one => one.Indicators.Count == 1);
        var code = alone.Indicators[0].Code;

        IEnumerable<string> Left(string? name) =>
            IndicatorCall
                .Of(SecondSample.Draft, Day("2025-07-10"), code, name)
                .StrategicPlan!.Objectives()
                .Select(one => one.Code);

        Assert.DoesNotContain(alone.Code, Left(null));
        Assert.Contains(alone.Code, Left("Nama baru"));
    }

    [Fact]
    public void Figures_of_the_retired_indicator_stay_readable_and_are_not_mixed_with_the_new_ones()
    {
        var plan = Applied(Replaced, On("2024-07-10"));
        var targets = plan.AnnualPlan.Targets.Where(target => target.Indicator != Old.Code).ToList();
        var input = new EvaluationInput(
            plan,
            new AgreementTerms(1, Day("2024-07-20"), 0, targets),
            plan.Budget,
            Sample.Quarters
        )
        {
            FormerTargets = [.. plan.AnnualPlan.Targets.Where(target => target.Indicator == Old.Code)],
        };
        var year = YearEvaluator.Evaluate(input);
        var retired = Assert.Single(year.Retired!);

        Assert.Equal(Old.Code, retired.Code);
        Assert.NotNull(retired.Target);
        Assert.Equal([Quarter.Q1, Quarter.Q2], retired.Quarters.Select(quarter => quarter.Quarter));
        Assert.All(retired.Quarters, quarter => Assert.NotNull(quarter.Realisation));
        Assert.Contains(retired.Years, one => one.Year < 2024);
        var fresh = Assert.Single(year.Indicators, one => one.Code == New);
        Assert.All(fresh.Quarters, quarter => Assert.Null(quarter.Realisation));
        Assert.DoesNotContain(year.Indicators, one => one.Code == Old.Code);
        Assert.Contains(year.Figures, figure => figure.Code == "realisasi." + Old.Code);
        Assert.Equal(retired.Efficiency.Programmes, fresh.Efficiency.Programmes);
        Assert.Null(YearEvaluator.EvaluateUpTo(input, Quarter.Q2).Retired);
    }

    [Fact]
    public void It_is_reported_from_the_first_quarter_after_its_day()
    {
        var plan = Applied(Replaced, On("2024-07-10"));

        Assert.True(IndicatorTerms.In(plan, Quarter.Q2).Stands(Old.Code));
        Assert.False(IndicatorTerms.In(plan, Quarter.Q2).Stands(New));
        Assert.False(IndicatorTerms.In(plan, Quarter.Q3).Stands(Old.Code));
        Assert.True(IndicatorTerms.In(plan, Quarter.Q3).Stands(New));
        Assert.Equal([], PlanRules.Check(plan, Sample.Checks));
    }

    [Fact]
    public void A_renamed_indicator_keeps_its_figures_and_its_former_name()
    {
        var call = With(tree => Renamed(tree, Old.Code, "Indeks yang berganti nama"));
        var plan = Applied(call, On("2024-07-10"));
        var renamed = plan.StrategicPlan.Indicators().Single(one => one.Code == Old.Code);

        Assert.Contains(Old.Name, renamed.FormerNames);
        Assert.Equal(Old.History, renamed.History);
        Assert.True(StrategicDifference.ChangesAnnex(plan.Changes![^1].Strategic!));
    }

    [Fact]
    public void Another_measure_under_the_same_code_is_refused_for_it_would_mix_the_figures()
    {
        var call = With(tree => Changed(tree, Old.Code, one => one with { Measure = "Dokumen" }));
        Assert.Contains(
            Errors(call, On("2024-07-10")),
            error => error.Message.Contains("kode baru", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_new_indicator_without_a_target_and_an_unsigned_agreement_are_refused()
    {
        Assert.Equal(
            ["$.targets"],
            Errors(Replaced with { Targets = [] }, On("2024-07-10")).Select(error => error.Path)
        );
        Assert.Contains(
            Errors(Replaced, On("2024-07-10") with { IsSigned = false }),
            error => error.Message.Contains("/rencana/impor", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_next_year_has_the_new_indicator_alone()
    {
        var settled = SettledYear.Of(Applied(Replaced, On("2024-07-10")));

        Assert.Contains(settled.StrategicPlan.Indicators(), one => one.Code == New);
        Assert.DoesNotContain(settled.StrategicPlan.Indicators(), one => one.Code == Old.Code);
        Assert.DoesNotContain(settled.Budget.Programmes.SelectMany(one => one.Supports), code => code == Old.Code);
    }

    /// <summary>The first indicator gives way to new ones of the same kind.</summary>
    private static StrategicCall Call(IReadOnlyList<string> codes) =>
        With(tree =>
            Changed(tree, Old.Code, one => one with { Code = codes[0], Name = "Indeks baru", History = [] })
        ) with
        {
            Targets = [new AnnualTarget(codes[0], 81)],
        };

    private static StrategicCall With(Func<StrategicPlan, StrategicPlan> change) =>
        new StrategicCall { StrategicPlan = change(Sample.Plan.StrategicPlan) }.Based("2024-07-01");

    private static StrategicPlan Renamed(StrategicPlan tree, string code, string name) =>
        Changed(tree, code, one => one with { Name = name });

    private static StrategicPlan Changed(StrategicPlan tree, string code, Func<Indicator, Indicator> change) =>
        tree with
        {
            Goals =
            [
                .. tree.Goals.Select(goal =>
                    goal with
                    {
                        Objectives =
                        [
                            .. goal.Objectives.Select(objective =>
                                objective with
                                {
                                    Indicators =
                                    [
                                        .. objective.Indicators.Select(one => one.Code == code ? change(one) : one),
                                    ],
                                }
                            ),
                        ],
                    }
                ),
            ],
        };
}
