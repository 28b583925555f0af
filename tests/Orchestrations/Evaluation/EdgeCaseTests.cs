using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Evaluation;

/// <summary>Each has its defined answer, and none is ever shown green.</summary>
public sealed class EdgeCaseTests
{
    private static Achievement Achieve(
        Polarity polarity,
        decimal? target,
        decimal? realisation,
        MinimiseFormula formula = MinimiseFormula.A,
        string? targetText = null,
        string? words = null,
        decimal? upper = null
    ) =>
        Achievements.Compute(
            polarity,
            new TargetValue(target, upper, targetText),
            realisation,
            words,
            SeedYear.Policy with
            {
                Minimise = formula,
            }
        );

    private static void NeverGreen(Achievement achievement)
    {
        var band = SeedYear.Scale.Rate(achievement.Rated);
        Assert.True(band is null || !band.ColourName.StartsWith("Hijau", StringComparison.Ordinal));
        Assert.False(achievement.Reached);
    }

    [Theory]
    [InlineData(Polarity.Maximise)]
    [InlineData(Polarity.Minimise)]
    [InlineData(Polarity.Stabilise)]
    public void A_target_of_zero_has_no_answer(Polarity polarity)
    {
        var achievement = Achieve(polarity, 0m, 5m);
        Assert.Equal(ValueState.NotComputable, achievement.State);
        NeverGreen(achievement);
        NeverGreen(Achieve(polarity, 0m, 0m));
    }

    [Fact]
    public void An_absent_target_is_no_target()
    {
        Assert.Equal(ValueState.NoTarget, Achieve(Polarity.Maximise, null, 5m).State);
        NeverGreen(Achieve(Polarity.Maximise, null, 5m));
    }

    [Fact]
    public void An_absent_realisation_is_not_reported_and_never_zero()
    {
        var achievement = Achieve(Polarity.Minimise, 10m, null);
        Assert.Equal(ValueState.NotReported, achievement.State);
        Assert.Null(achievement.Exact);
        NeverGreen(achievement);
    }

    [Fact]
    public void A_target_or_result_in_words_is_judged_by_people()
    {
        Assert.Equal(ValueState.TextOnly, Achieve(Polarity.Maximise, null, null, targetText: "WTP").State);
        Assert.Equal(ValueState.TextOnly, Achieve(Polarity.Maximise, 5m, null, words: "WTP").State);
        NeverGreen(Achieve(Polarity.Maximise, null, null, targetText: "WTP"));
    }

    [Fact]
    public void A_realisation_of_zero_is_zero_percent_where_more_is_better()
    {
        Assert.Equal(0m, Achieve(Polarity.Maximise, 10m, 0m).Exact);
        NeverGreen(Achieve(Polarity.Maximise, 10m, 0m));
    }

    [Fact]
    public void A_realisation_of_zero_is_not_praised_unexplained_where_less_is_better()
    {
        Assert.Equal(200m, Achieve(Polarity.Minimise, 10m, 0m).Exact);
        NeverGreen(Achieve(Polarity.Minimise, 10m, 0m));
        Assert.Equal(ValueState.NotComputable, Achieve(Polarity.Minimise, 10m, 0m, MinimiseFormula.B).State);
    }

    [Fact]
    public void Lower_is_better_beyond_twice_the_target_is_floored_and_the_raw_value_kept()
    {
        var achievement = Achieve(Polarity.Minimise, 10m, 25m);
        Assert.Equal(0m, achievement.Exact);
        Assert.Equal(-50m, achievement.Uncapped);
        NeverGreen(achievement);
    }

    [Theory]
    [InlineData(8, 80)]
    [InlineData(10, 100)]
    [InlineData(12, 100)]
    [InlineData(15, 125)]
    public void A_range_follows_its_nearer_bound(int realisation, int expected) =>
        Assert.Equal(expected, Achieve(Polarity.Stabilise, 10m, realisation, upper: 12m).Exact);

    [Fact]
    public void Above_a_range_is_not_rated_as_praise() => NeverGreen(Achieve(Polarity.Stabilise, 10m, 20m, upper: 12m));

    [Fact]
    public void A_ceiling_of_zero_and_nothing_of_nothing_have_no_percentage()
    {
        var rounding = new Rounding(SeedYear.Policy);
        Assert.Equal(ValueState.NotComputable, Computed.Share(5m, 0m, rounding, "3.9", "-").State);
        var idle = Computed.Share(0m, 0m, rounding, "3.9", "-");
        Assert.Equal("Belum dilaksanakan (0 dari 0).", idle.Note);
        var efficiency = Efficiencies.Compute(Achieve(Polarity.Maximise, 10m, 0m), idle, SeedYear.Policy);
        Assert.Equal(EfficiencyVerdict.NotCarriedOut, efficiency.Verdict);
    }

    [Fact]
    public void No_performance_for_no_money_is_not_efficient() =>
        Assert.Equal(
            EfficiencyVerdict.NotCarriedOut,
            Efficiencies
                .Compute(
                    Achieve(Polarity.Maximise, 10m, 0m),
                    Computed.Of(0m, new Rounding(SeedYear.Policy), "3.9"),
                    SeedYear.Policy with
                    {
                        Efficiency = EfficiencyMethod.Rule,
                    }
                )
                .Verdict
        );

    [Fact]
    public void A_missing_spending_makes_the_roll_up_unknown_and_keeps_what_is_known()
    {
        var quarter = SeedYear.Input.Quarters[0];
        var year = YearEvaluator.Evaluate(
            SeedYear.Input with
            {
                Quarters = [quarter with { SubActivities = quarter.SubActivities.Skip(1).ToList() }],
            }
        );
        Assert.Null(year.Budget.Realisation);
        Assert.Equal(2_940_235_465m - 65_261_340m, year.Budget.Known);
        Assert.Equal(ValueState.NotReported, year.Budget.Absorption.State);
        Assert.Equal(98.31m, year.Budget.Parts[1].Absorption.Rounded);
    }

    [Fact]
    public void An_unreported_indicator_leaves_objective_and_office_unrated()
    {
        var year = YearEvaluator.Evaluate(SeedYear.Input with { Quarters = [SeedYear.Year(null, 56m)] });
        Assert.Equal("Belum dilaporkan", year.Indicators[0].Status);
        Assert.Null(year.Objectives[0].Band);
        Assert.Equal(1, year.BandCounts[^1].Indicators);
    }

    [Theory]
    [InlineData(90, "Tinggi")]
    [InlineData(90.01, "Sangat Tinggi")]
    [InlineData(75.5, "Tinggi")]
    [InlineData(50, "Sangat Rendah")]
    [InlineData(50.5, "Rendah")]
    [InlineData(109.4, "Sangat Tinggi")]
    [InlineData(0, "Sangat Rendah")]
    public void Bands_are_half_open_and_leave_no_hole(double value, string label) =>
        Assert.Equal(label, SeedYear.Scale.Rate((decimal)value)!.Label);

    [Fact]
    public void A_scale_with_a_hole_an_overlap_or_mixed_labels_is_refused()
    {
        Assert.Empty(RatingScales.Validate(SeedYear.Scale));
        var bands = SeedYear.Scale.Bands;
        Assert.Single(RatingScales.Validate(SeedYear.Scale with { Bands = bands.SkipLast(1).ToList() }));
        Assert.Single(RatingScales.Validate(SeedYear.Scale with { Bands = [.. bands, bands[0]] }));
        Assert.Single(
            RatingScales.Validate(
                SeedYear.Scale with
                {
                    Bands = [bands[0] with { Label = "Sangat Baik" }, .. bands.Skip(1)],
                }
            )
        );
    }

    [Fact]
    public void Zero_is_rated_once_it_is_explained()
    {
        var minimise = SeedYear.Reform with { Polarity = Polarity.Minimise, Code = "rb" };
        var input = SeedYear.With(minimise) with
        {
            Quarters = [new(Quarter.Q4, [new("rb", "rbak", 0m, Explanation: "Tidak ada temuan.")], [])],
        };
        Assert.Equal("Tercapai", YearEvaluator.Evaluate(input).Indicators[0].Status);
    }
}
