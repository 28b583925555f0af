using CsCheck;
using Sakip.Evaluation;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Evaluation;

/// <summary>What holds for every method of efficiency, whatever the numbers.</summary>
public sealed class EfficiencyPropertyTests
{
    private static readonly Gen<decimal> Percent = Gen.Int[1, 20_000].Select(hundredths => hundredths / 100m);

    private static Efficiency Of(EfficiencyMethod method, decimal performance, decimal money)
    {
        var policy = new CalculationPolicy { Version = 1, Efficiency = method };
        return Efficiencies.Compute(
            new Achievement(ValueState.Measured, performance, performance, performance, "f"),
            Computed.Of(money, new Rounding(policy), "3.9"),
            policy
        );
    }

    [Fact]
    public void The_difference_and_its_band_are_those_of_the_points() =>
        Gen.Select(Percent, Percent)
            .Sample(
                (performance, money) =>
                {
                    var result = Of(EfficiencyMethod.Difference, performance, money);
                    var points = performance - money;
                    Assert.Equal(points, result.Value.Exact);
                    Assert.Equal(
                        points > 5m ? EfficiencyVerdict.Efficient
                            : points >= -5m ? EfficiencyVerdict.Fair
                            : EfficiencyVerdict.Inefficient,
                        result.Verdict
                    );
                }
            );

    [Fact]
    public void The_rule_and_the_ratio_come_to_the_same_verdict() =>
        Gen.Select(Percent, Percent)
            .Sample(
                (performance, money) =>
                    Assert.Equal(
                        Of(EfficiencyMethod.Ratio, performance, money).Verdict,
                        Of(EfficiencyMethod.Rule, performance, money).Verdict
                    )
            );

    [Fact]
    public void The_unspent_share_is_told_only_where_the_target_is_met() =>
        Gen.Select(Percent, Percent)
            .Sample(
                (performance, money) =>
                    Assert.Equal(
                        performance >= 100m ? 100m - money : null,
                        Of(EfficiencyMethod.Unspent, performance, money).Value.Exact
                    )
            );

    [Fact]
    public void Every_method_has_a_formula_and_praises_nothing_where_nothing_was_done() =>
        Assert.All(
            Enum.GetValues<EfficiencyMethod>(),
            method =>
            {
                var idle = Of(method, 0m, 0m);
                Assert.Equal((EfficiencyVerdict.NotCarriedOut, null), (idle.Verdict, idle.Value.Exact));
                Assert.NotEmpty(idle.Formula);
            }
        );
}
