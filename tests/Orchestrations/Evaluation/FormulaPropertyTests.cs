using CsCheck;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Evaluation;

public sealed class FormulaPropertyTests
{
    private const decimal Tiny = 0.0000000001m;
    private static readonly Gen<decimal> Positive = Gen.Int[1, 1_000_000].Select(hundredths => hundredths / 100m);
    private static readonly Gen<decimal> Any = Gen.Int[0, 1_000_000].Select(hundredths => hundredths / 100m);
    private static readonly Gen<CalculationPolicy> Policies = Gen.Select(
        Gen.Enum<MinimiseFormula>(),
        Gen.Enum<AchievementCap>(),
        Gen.Enum<EfficiencyMethod>(),
        (minimise, cap, efficiency) => SeedYear.Policy with { Minimise = minimise, Cap = cap, Efficiency = efficiency }
    );

    private static Achievement Achieve(
        Polarity polarity,
        decimal target,
        decimal? realisation,
        CalculationPolicy policy
    ) => Achievements.Compute(polarity, new TargetValue(target), realisation, null, policy);

    [Fact]
    public void Exactly_on_target_is_a_hundred_for_every_polarity() =>
        Gen.Select(Gen.Enum<Polarity>(), Positive, Policies)
            .Sample((polarity, target, policy) => Achieve(polarity, target, target, policy).Exact == 100m);

    [Fact]
    public void More_is_never_worse_where_more_is_better() =>
        Gen.Select(Positive, Any, Any, Policies)
            .Sample(
                (target, one, other, policy) =>
                    Achieve(Polarity.Maximise, target, Math.Max(one, other), policy).Exact
                    >= Achieve(Polarity.Maximise, target, Math.Min(one, other), policy).Exact
            );

    [Fact]
    public void More_is_never_better_where_less_is_better() =>
        Gen.Select(Positive, Positive, Positive, Policies)
            .Sample(
                (target, one, other, policy) =>
                    Achieve(Polarity.Minimise, target, Math.Max(one, other), policy).Exact
                    <= Achieve(Polarity.Minimise, target, Math.Min(one, other), policy).Exact
            );

    [Fact]
    public void An_achievement_is_neither_negative_nor_above_its_cap() =>
        Gen.Select(Gen.Enum<Polarity>(), Positive, Positive, Policies)
            .Sample(
                (polarity, target, actual, policy) =>
                {
                    var cap = policy.Cap switch
                    {
                        AchievementCap.At100 => 100m,
                        AchievementCap.At110 => 110m,
                        AchievementCap.At120 => 120m,
                        _ => decimal.MaxValue,
                    };
                    var achievement = Achieve(polarity, target, actual, policy);
                    return achievement.Exact >= 0m
                        && achievement.Exact <= cap
                        && achievement.Exact <= Math.Max(0m, achievement.Uncapped!.Value);
                }
            );

    [Fact]
    public void The_two_lower_is_better_forms_agree_on_which_side_of_the_target_a_value_lies() =>
        Gen.Select(Positive, Positive)
            .Sample(
                (target, actual) =>
                    Achieve(
                        Polarity.Minimise,
                        target,
                        actual,
                        SeedYear.Policy with
                        {
                            Minimise = MinimiseFormula.A,
                        }
                    ).Reached
                    == Achieve(
                        Polarity.Minimise,
                        target,
                        actual,
                        SeedYear.Policy with
                        {
                            Minimise = MinimiseFormula.B,
                        }
                    ).Reached
            );

    [Fact]
    public void A_stabilised_value_is_reached_within_its_range_only() =>
        Gen.Select(Positive, Any, Positive)
            .Sample(
                (lower, width, actual) =>
                    Achievements
                        .Compute(
                            Polarity.Stabilise,
                            new TargetValue(lower, lower + width),
                            actual,
                            null,
                            SeedYear.Policy
                        )
                        .Reached == (actual >= lower && actual <= lower + width)
            );

    [Fact]
    public void An_absent_value_is_never_zero() =>
        Gen.Select(Gen.Enum<Polarity>(), Positive, Policies)
            .Sample(
                (polarity, target, policy) =>
                {
                    var absent = Achieve(polarity, target, null, policy);
                    return absent is { Exact: null, Rated: null, State: ValueState.NotReported };
                }
            );

    [Fact]
    public void The_ratio_is_above_a_hundred_just_where_performance_is_above_absorption() =>
        Gen.Select(Positive, Positive, Positive)
            .Sample(
                (target, actual, absorbed) =>
                {
                    var achievement = Achieve(Polarity.Maximise, target, actual, SeedYear.Policy);
                    var money = Computed.Of(absorbed, new Rounding(SeedYear.Policy), "3.9");
                    var ratio = Efficiencies.Compute(achievement, money, SeedYear.Policy);
                    var points = Efficiencies.Compute(
                        achievement,
                        money,
                        SeedYear.Policy with
                        {
                            Efficiency = EfficiencyMethod.Difference,
                        }
                    );
                    return Math.Abs(ratio.Value.Exact!.Value * absorbed / 100m - achievement.Exact!.Value) < Tiny
                        && Math.Sign(points.Value.Exact!.Value) == Math.Sign(achievement.Exact.Value - absorbed)
                        && (ratio.Verdict == EfficiencyVerdict.Efficient) == (achievement.Exact >= absorbed);
                }
            );

    [Fact]
    public void Every_value_has_exactly_one_band() =>
        Any.Sample(value => SeedYear.Scale.Bands.Count(band => band == SeedYear.Scale.Rate(value)) == 1);

    [Fact]
    public void A_higher_value_never_has_a_lower_band() =>
        Gen.Select(Any, Any)
            .Sample(
                (one, other) =>
                    (SeedYear.Scale.Rate(Math.Max(one, other))!.Above ?? decimal.MinValue)
                    >= (SeedYear.Scale.Rate(Math.Min(one, other))!.Above ?? decimal.MinValue)
            );

    [Fact]
    public void Rounding_half_up_errs_by_half_a_unit_at_most_and_breaks_ties_upwards() =>
        Gen.Select(Gen.Int[0, 100_000_000], Gen.Int[0, 4])
            .Sample(
                (raw, decimals) =>
                {
                    var value = raw / 100_000m;
                    var unit = 1m;
                    for (var i = 0; i < decimals; i++)
                        unit /= 10m;
                    var error = Rounding.Round(value, decimals, RoundingMode.HalfUp) - value;
                    return error > -unit / 2 && error <= unit / 2;
                }
            );

    [Fact]
    public void A_line_is_found_again_from_its_points() =>
        Gen.Select(Gen.Int[-50, 50], Gen.Int[-1000, 1000], Gen.Int[3, 8])
            .Sample(
                (slope, start, count) =>
                {
                    var points = Enumerable
                        .Range(2020, count)
                        .Select(year => (year, start + (decimal)slope * (year - 2020)))
                        .ToList();
                    var line = Trends.Fit(points)!.Value;
                    return Math.Abs(line.Slope - slope) < Tiny
                        && Math.Abs(line.Intercept + line.Slope * 2020 - start) < Tiny * 1000;
                }
            );

    [Fact]
    public void Totals_are_the_sum_of_their_parts_at_every_level() =>
        Gen.Int[0, 2_000_000_000]
            .Array[SeedYear.Lines.Length]
            .Sample(
                amounts =>
                {
                    var figures = SeedYear
                        .Lines.Select((line, i) => new SubActivityFigure(line.Code, line.SubUnit, amounts[i], null))
                        .ToList();
                    var year = YearEvaluator.Evaluate(
                        SeedYear.Input with
                        {
                            Quarters = [new(Quarter.Q4, [], figures)],
                        }
                    );
                    return year.Budget.Realisation == amounts.Sum(amount => (decimal)amount)
                        && year.Budget.All()
                            .Where(node => node.Parts.Count > 0)
                            .All(node =>
                                node.Realisation == node.Parts.Sum(part => part.Realisation)
                                && node.Ceiling == node.Parts.Sum(p => p.Ceiling)
                                && Math.Abs(
                                    node.Absorption.Exact!.Value * node.Ceiling - node.Realisation!.Value * 100m
                                ) < 0.01m
                            );
                },
                iter: 50
            );

    [Fact]
    public void The_office_is_the_mean_or_the_lowest_of_what_is_below() =>
        Gen.Select(Positive, Positive, Gen.Enum<Aggregation>())
            .Sample(
                (one, other, aggregation) =>
                {
                    var year = YearEvaluator.Evaluate(
                        (SeedYear.Input with { Quarters = [SeedYear.Year(one, other)] }).With(policy =>
                            policy with
                            {
                                Aggregation = aggregation,
                            }
                        )
                    );
                    var parts = year.Indicators.Select(indicator => indicator.Achievement.Exact!.Value).ToList();
                    var expected = aggregation == Aggregation.Mean ? parts.Average() : parts.Min();
                    return year.Achievement.Exact == expected && year.Objectives[0].Achievement.Exact == expected;
                },
                iter: 50
            );

    [Fact]
    public void Trailing_zeros_change_no_byte() =>
        Gen.Int[0, 10_000]
            .Sample(number =>
                CanonicalJson.Serialize(number / 100m) == CanonicalJson.Serialize(number / 100m * 1.0000m)
            );
}
