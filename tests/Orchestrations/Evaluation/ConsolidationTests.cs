using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Evaluation;

public sealed class ConsolidationTests
{
    private static ConsolidatedValue Of(
        Consolidation rule,
        ValueKind kind,
        Quarter upTo,
        params (decimal? Value, decimal? Part, decimal? Whole)?[] quarters
    ) =>
        Consolidations.Consolidate(
            SeedYear.Reform with
            {
                Consolidation = rule,
                Kind = kind,
            },
            quarters
                .Select(
                    (figure, index) =>
                        new QuarterlyFigures(
                            (Quarter)(index + 1),
                            figure is { } f ? [new IndicatorFigure("rb", "rbak", f.Value, f.Part, f.Whole)] : [],
                            []
                        )
                )
                .ToList(),
            upTo
        );

    private static (decimal?, decimal?, decimal?)? Value(decimal? value) => (value, null, null);

    [Fact]
    public void A_sum_adds_the_quarters() =>
        Assert.Equal(
            10m,
            Of(Consolidation.Sum, ValueKind.Count, Quarter.Q4, Value(1), Value(2), Value(3), Value(4)).Value
        );

    [Fact]
    public void An_average_divides_by_the_quarters() =>
        Assert.Equal(
            2.5m,
            Of(Consolidation.Average, ValueKind.Index, Quarter.Q4, Value(1), Value(2), Value(3), Value(4)).Value
        );

    [Fact]
    public void A_sum_with_a_quarter_missing_is_not_known()
    {
        var sum = Of(Consolidation.Sum, ValueKind.Count, Quarter.Q4, Value(1), null, Value(3), Value(null));
        Assert.Equal(ValueState.NotReported, sum.State);
        Assert.Equal("Belum dilaporkan: TW II, TW IV.", sum.Note);
    }

    [Fact]
    public void Quarters_to_come_are_not_missing() =>
        Assert.Equal(3m, Of(Consolidation.Sum, ValueKind.Count, Quarter.Q2, Value(1), Value(2)).Value);

    [Fact]
    public void Last_known_keeps_an_earlier_value_and_a_running_total_does_not()
    {
        Assert.Equal(
            2m,
            Of(Consolidation.LastKnown, ValueKind.Index, Quarter.Q4, Value(1), Value(2), null, Value(null)).Value
        );
        Assert.Equal(
            ValueState.NotReported,
            Of(Consolidation.RunningTotal, ValueKind.Count, Quarter.Q4, Value(1), Value(2)).State
        );
        Assert.Equal(9m, Of(Consolidation.RunningTotal, ValueKind.Count, Quarter.Q2, Value(1), Value(9)).Value);
    }

    [Fact]
    public void Percentages_come_from_numerators_and_denominators_and_are_never_averaged()
    {
        var value = Of(Consolidation.Average, ValueKind.Percent, Quarter.Q2, (50, 1, 2), (100, 8, 8));
        Assert.Equal(90m, value.Value);
        Assert.Equal(
            ValueState.NotComputable,
            Of(Consolidation.Average, ValueKind.Percent, Quarter.Q2, Value(50), Value(100)).State
        );
    }

    [Fact]
    public void A_percentage_without_a_value_is_numerator_over_denominator() =>
        Assert.Equal(25m, Of(Consolidation.LastKnown, ValueKind.Percent, Quarter.Q1, (null, 1, 4)).Value);

    [Fact]
    public void A_quarter_is_evaluated_against_what_is_known_by_then()
    {
        var q1 = new QuarterlyFigures(Quarter.Q1, [new("rb", "rbak", 40m)], []);
        var input = SeedYear.Input with
        {
            Quarters = [q1, SeedYear.Input.Quarters[0]],
            Agreement = SeedYear.Input.Agreement with { Targets = [new("rb", 87m, Quarterly: [50m, 60m, 70m, 87m])] },
        };
        var evaluation = QuarterEvaluator.Evaluate(input, Quarter.Q1);
        Assert.Equal(Quarter.Q1, evaluation.UpTo);
        Assert.Equal(40m, evaluation.Indicators[0].Realisation);
        Assert.Equal(80m, evaluation.Indicators[0].Quarters[0].Achievement.Exact);
        Assert.Null(evaluation.Budget.Realisation);
        Assert.Equal("Tanpa target", evaluation.Indicators[1].Status);
    }
}
