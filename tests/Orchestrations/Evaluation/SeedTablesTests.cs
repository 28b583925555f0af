using Sakip.Evaluation;
using Sakip.Kernel;

namespace Sakip.Tests.Orchestrations.Evaluation;

/// <summary>The reference report's own figures, rounded half-up where it truncates.</summary>
public sealed class SeedTablesTests
{
    private readonly YearEvaluation _year = YearEvaluator.Evaluate(SeedYear.Input);

    private IndicatorEvaluation Reform => _year.Indicators[0];

    private IndicatorEvaluation Library => _year.Indicators[1];

    [Fact]
    public void Table_3_3_compares_this_year_with_the_last()
    {
        Assert.Equal(100m, Reform.AchievementShown.Rounded);
        Assert.Equal(103m, Reform.LastYear!.Before.Achievement.Rounded);
        Assert.Equal(109m, Library.LastYear!.Before.Achievement.Rounded);
        Assert.Equal(-0.5m, Reform.LastYear.Change.Exact);
        Assert.Equal(Direction.Down, Library.LastYear.Direction);
        Assert.False(Library.LastYear.Better);
        Assert.Equal("87,5%", Reform.LastYear.Before.RealisationText);
    }

    [Fact]
    public void Table_3_4_shows_every_year_and_a_dash_for_what_is_absent()
    {
        Assert.Equal([2020, 2021, 2022, 2023, 2024], Reform.Years.Select(year => year.Year));
        Assert.Equal("-", Library.Years[0].RealisationText);
        Assert.Null(Library.Years[0].Achievement.Rounded);
        Assert.Equal(ValueState.NoTarget, Library.Years[0].Achievement.State);
    }

    [Fact]
    public void Table_3_5_measures_the_way_to_the_plans_end()
    {
        Assert.Equal(96m, Reform.Progress.Progress.Rounded);
        Assert.Equal(93m, Library.Progress.Progress.Rounded);
        Assert.Equal("91%", Reform.Progress.TargetText);
    }

    [Fact]
    public void Table_3_7_sets_performance_against_money()
    {
        Assert.Equal(3_011_723_150m, Reform.Efficiency.Ceiling);
        Assert.Equal(2_354_041_055m, Reform.Efficiency.Realisation);
        Assert.Equal(78.16m, Reform.Efficiency.Absorption.Rounded);
        Assert.Equal(128m, Reform.Efficiency.Efficiency.Value.Rounded);
        Assert.Equal(627_473_360m, Library.Efficiency.Ceiling);
        Assert.Equal(586_194_410m, Library.Efficiency.Realisation);
        Assert.Equal(93.42m, Library.Efficiency.Absorption.Rounded);
        Assert.Equal(107m, Library.Efficiency.Efficiency.Value.Rounded);
    }

    [Fact]
    public void Table_3_8_lists_the_supporting_nodes_of_each_indicator()
    {
        Assert.Equal(1 + 3 + 6 + 1 + 2 + 8, Reform.Support.Count);
        Assert.All(Reform.Support, row => Assert.True(row.Supports));
        Assert.All(Library.Support, row => Assert.Equal(100m, row.Achievement.Rounded));
    }

    [Fact]
    public void Table_3_9_has_all_roll_ups()
    {
        var budget = _year.Budget;
        Assert.Equal(3_639_196_510m, budget.Ceiling);
        Assert.Equal(2_940_235_465m, budget.Realisation);
        Assert.Equal(80.79m, budget.Absorption.Rounded);
        Assert.Equal([92.48m, 98.31m, 75.33m, 84.18m], budget.Parts.Select(part => part.Absorption.Rounded!.Value));
        Assert.Equal(
            [93.01m, 91.52m, 97.55m, 99.06m, 65.64m, 70.85m, 81.57m, 92.70m, 78.44m],
            budget.Parts.SelectMany(part => part.Parts).Select(part => part.Absorption.Rounded!.Value)
        );
        Assert.Equal(
            SeedYear.Lines.Select(line => line.Printed),
            budget
                .All()
                .Where(node => node.Level == BudgetLevel.SubActivity)
                .Select(node => node.Absorption.Rounded!.Value)
        );
    }

    [Fact]
    public void Bands_and_counts_follow_the_scale()
    {
        Assert.Equal("Sangat Tinggi", Reform.Band!.Label);
        Assert.Equal([2, 0, 0, 0, 0, 0], _year.BandCounts.Select(count => count.Indicators));
        Assert.Equal(100m, _year.Achievement.Rounded);
    }

    [Fact]
    public void The_trend_goes_through_the_known_years_only()
    {
        Assert.Equal(2.25m, Reform.Trend.PerYear.Exact);
        Assert.Equal(90.45m, Reform.Trend.NextYear.Rounded);
        Assert.Equal(5, Reform.Trend.Points);
        Assert.Equal(3, Library.Trend.Points);
        Assert.True(Reform.Trend.ReachesPlanEnd);
    }

    [Fact]
    public void A_benchmark_or_the_reason_for_none_is_there()
    {
        Assert.Equal("Belum ada pembanding nasional.", Reform.Benchmark.NoneReason);
        Assert.Equal(6m, Library.Benchmark.Difference.Exact);
        Assert.True(Library.Benchmark.Better);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var first = CanonicalJson.Serialize(_year);
        var again = CanonicalJson.Serialize(
            YearEvaluator.Evaluate(CanonicalJson.Deserialize<EvaluationInput>(CanonicalJson.Serialize(SeedYear.Input)))
        );
        Assert.Equal(first, again);
        Assert.Equal(first, CanonicalJson.Serialize(CanonicalJson.Deserialize<YearEvaluation>(first)));
    }
}
