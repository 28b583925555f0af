using Sakip.AnnualCycle;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using static Sakip.Tests.Orchestrations.Planning.YearChangeWorld;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>What a change of the strategic plan takes from what is sent, what it refuses, and what it says of it.</summary>
public sealed class StrategicDataTests
{
    private static readonly Indicator Old = Sample.Plan.StrategicPlan.Indicators().First();

    private static readonly AnnualTarget Planned = Sample.Plan.AnnualPlan.Targets.First(one =>
        one.Indicator == Old.Code
    );

    private static readonly AnnualTarget Lowered = Planned with { Value = Planned.Value - 4, Quarterly = null };

    [Fact]
    public void An_old_export_takes_back_nothing_of_a_kept_indicator_that_others_changed_since()
    {
        var call = With(tree =>
            Changed(tree, one => one with { Name = "Indeks lain", Definition = "Lama", SubUnit = "lama", Targets = [] })
        );
        var kept = Applied(call, On("2024-07-10")).StrategicPlan.Indicators().Single(one => one.Code == Old.Code);

        Assert.Equal("Indeks lain", kept.Name);
        Assert.Equal(
            (Old.Definition, Old.SubUnit, Old.Targets, Old.History),
            (kept.Definition, kept.SubUnit, kept.Targets, kept.History)
        );
    }

    [Fact]
    public void Another_strategic_plan_brings_its_own_targets_by_year()
    {
        IReadOnlyList<YearTarget> later = [.. Old.Targets, new YearTarget(2031, 99)];
        var call = With(tree => Changed(tree, one => one with { Targets = later }) with { Name = "Renstra 2025–2029" });

        Assert.Equal(
            later,
            Applied(call, On("2024-07-10")).StrategicPlan.Indicators().Single(one => one.Code == Old.Code).Targets
        );
    }

    [Fact]
    public void A_changed_target_is_shown_with_the_one_before_it_in_preview_and_list()
    {
        var ground = On("2024-07-10");
        var plan = Applied(Aims(Lowered), ground);
        var line = Assert.Single(ChangeWords.Lines(plan, plan.Changes![^1]));
        Assert.Equal($"target {Old.Name}: 87% → 83%", line);
        Assert.Contains(
            ChangeEffects.Of(Sample.Plan, plan, ground, []),
            effect => effect.On == EffectOn.Indicator && effect.Text == $"Target {Old.Name}: 87% → 83%."
        );
    }

    [Theory]
    [InlineData("negatif")]
    [InlineData("kosong")]
    [InlineData("tak dikenal")]
    public void A_target_that_is_none_is_refused_for_a_kept_indicator_too(string what)
    {
        var target = what switch
        {
            "negatif" => Planned with { Value = -1 },
            "kosong" => new AnnualTarget(Old.Code, null),
            _ => new AnnualTarget("tiada", 1),
        };

        Assert.Contains(
            Errors(Aims(target), On("2024-07-10")),
            error => error.Path.StartsWith("$.targets[0]", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_target_of_an_indicator_that_no_longer_stands_is_refused()
    {
        var ground = On("2024-07-10");
        var retired = Applied(Retiring(Old.Code, "2024-07-01"), ground);
        var call = Retiring(Old.Code, "2024-07-05") with { Targets = [Lowered] };

        Assert.Contains(Errors(call, ground, retired), error => error.Path == "$.targets[0].indicator");
    }

    [Fact]
    public void A_target_is_changed_when_it_is_another_than_the_one_in_force()
    {
        var ground = On("2024-07-10") with { Targets = [Lowered] };

        Assert.Single(Errors(Aims(Lowered), ground));
        var change = Applied(Aims(Planned), ground).Changes![^1].Strategic!;
        Assert.Equal([Planned], change.Targets);
        Assert.Equal([Lowered], change.FormerTargets);
    }

    [Fact]
    public void Targets_in_force_are_the_agreements_and_those_recorded_since()
    {
        var plan = Applied(Aims(Lowered), On("2024-07-10"));
        var signed = new AgreementTerms(0, Day("2024-01-20"), 0, Sample.Plan.AnnualPlan.Targets);

        Assert.Contains(Lowered, ChangeGrounds.InForce(plan, signed));
        Assert.Contains(Planned, ChangeGrounds.InForce(plan, signed with { SignedOn = Day("2024-07-20") }));
    }

    [Fact]
    public void The_export_with_what_was_retired_in_it_makes_the_next_change()
    {
        var ground = On("2024-07-10");
        var retired = Applied(Retiring(Old.Code, "2024-07-01"), ground);
        var other = retired.StrategicPlan.Indicators().First(one => one.Code != Old.Code);
        var export = retired with
        {
            StrategicPlan = Changed(retired.StrategicPlan, one => one with { Name = "Nama baru" }, other.Code),
        };
        var call = StrategicFile.Call(export, retired, Day("2024-07-05")).Based("2024-07-05");
        var change = Applied(call, ground, retired).Changes![^1].Strategic!;

        Assert.Equal(other.Code, Assert.Single(change.Renamed).Code);
        Assert.Empty(change.Added);
        Assert.Empty(change.Retired);
        Assert.Empty(change.Targets);
    }

    [Fact]
    public void The_export_does_not_ask_for_the_targets_with_which_the_year_began()
    {
        var ground = On("2024-07-10") with { Targets = [Lowered] };
        var call = StrategicFile.Call(Sample.Plan, Sample.Plan, Day("2024-07-01")).Based("2024-07-01");

        Assert.Contains(
            "Tidak ada yang berubah",
            Assert.Single(Errors(call, ground)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_of_another_office_or_another_year_is_refused_by_name()
    {
        var other = Sample.Plan with { Unit = Sample.Plan.Unit with { Code = "dinas-lain" } };

        Assert.Null(StrategicFile.Elsewhere(Sample.Plan, Sample.Plan));
        Assert.Contains("dinas-lain", StrategicFile.Elsewhere(other, Sample.Plan)!.Message, StringComparison.Ordinal);
        Assert.Contains(
            "2025",
            StrategicFile.Elsewhere(Sample.Plan with { Year = 2025 }, Sample.Plan)!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_change_that_counts_in_no_quarter_any_more_is_sent_to_the_next_years_plan()
    {
        var opened = Sample.Plan.Windows.Single(window => window.Quarter == Quarter.Q4).Opens;
        var call = Aims(Lowered) with { From = Day("2024-12-20") };
        var errors = Errors(call, On("2024-12-20") with { Today = opened });

        Assert.Equal("$.from", Assert.Single(errors).Path);
        Assert.Contains("/2024/rencana/tahun-depan", errors[0].Message, StringComparison.Ordinal);
        Assert.Empty(Errors(call, On("2024-12-20") with { Today = opened.AddDays(-1) }));
    }

    private static StrategicCall Aims(AnnualTarget target) => With(tree => tree) with { Targets = [target] };

    private static StrategicCall With(Func<StrategicPlan, StrategicPlan> change) =>
        new StrategicCall { StrategicPlan = change(Sample.Plan.StrategicPlan) }.Based("2024-07-01");

    private static StrategicPlan Changed(StrategicPlan tree, Func<Indicator, Indicator> change, string? code = null)
    {
        Objective In(Objective objective) =>
            objective with
            {
                Indicators =
                [
                    .. objective.Indicators.Select(one => one.Code == (code ?? Old.Code) ? change(one) : one),
                ],
            };
        return tree with
        {
            Goals = [.. tree.Goals.Select(goal => goal with { Objectives = [.. goal.Objectives.Select(In)] })],
        };
    }
}
