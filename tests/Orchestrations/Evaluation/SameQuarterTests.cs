using Sakip.Evaluation;
using Sakip.Kernel;

namespace Sakip.Tests.Orchestrations.Evaluation;

/// <summary>Within the year a quarter is held against the same quarter of last year.</summary>
public sealed class SameQuarterTests
{
    private static readonly EvaluationInput Half = SeedYear.With(SeedYear.Reform) with
    {
        Quarters =
        [
            new QuarterlyFigures(Quarter.Q1, [new IndicatorFigure("rb", "rbak", 80m)], []),
            new QuarterlyFigures(Quarter.Q2, [new IndicatorFigure("rb", "rbak", 82m)], []),
        ],
    };

    [Fact]
    public void Without_it_there_is_nothing_to_compare_with() =>
        Assert.Null(QuarterEvaluator.Evaluate(Half, Quarter.Q2).Indicators[0].LastYear);

    [Fact]
    public void With_it_the_change_is_from_that_quarter()
    {
        var input = Half with { SameQuarter = [new PastQuarter("rb", 78m, 79m)] };

        var compared = QuarterEvaluator.Evaluate(input, Quarter.Q2).Indicators[0].LastYear!;

        Assert.Equal(
            (Quarter.Q2, 79m, 3m, Direction.Up, true),
            (compared.Quarter, compared.Before.Realisation, compared.Change.Exact, compared.Direction, compared.Better)
        );
    }

    [Fact]
    public void An_indicator_that_is_new_this_year_has_none() =>
        Assert.Null(
            QuarterEvaluator
                .Evaluate(Half with { SameQuarter = [new PastQuarter("lain", 1m, 1m)] }, Quarter.Q2)
                .Indicators[0]
                .LastYear
        );

    [Fact]
    public void The_whole_year_is_held_against_the_whole_of_last_year() =>
        Assert.Null(YearEvaluator.Evaluate(Half).Indicators[0].LastYear?.Quarter);
}
