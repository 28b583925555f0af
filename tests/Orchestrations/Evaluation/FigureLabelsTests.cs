using Sakip.Evaluation;
using Sakip.Kernel;

namespace Sakip.Tests.Orchestrations.Evaluation;

/// <summary>What the lists of all figures say.</summary>
public sealed class FigureLabelsTests
{
    private static readonly YearEvaluation Year = YearEvaluator.Evaluate(SeedYear.Input);

    [Fact]
    public void No_two_figures_of_indicators_are_called_alike()
    {
        var labels = new FigureLabels(Year.Figures);
        var codes = Year.Indicators.Select(indicator => "." + indicator.Code).ToList();
        var named = Year
            .Figures.Where(figure => codes.Any(code => figure.Code.EndsWith(code, StringComparison.Ordinal)))
            .Select(labels.Of)
            .ToList();

        Assert.Contains(named, label => label.StartsWith("Capaian tahun lalu – Persentase", StringComparison.Ordinal));
        Assert.Equal(named.Distinct(), named);
    }

    [Fact]
    public void Efficiency_is_told_of_a_whole_year_alone()
    {
        var quarter = QuarterEvaluator.Evaluate(SeedYear.Input, Quarter.Q1);

        Assert.All(Year.Indicators, indicator => Assert.NotNull(indicator.Efficiency.Efficiency.Value.Exact));
        Assert.All(
            quarter.Indicators,
            indicator => Assert.Equal("Dihitung setelah triwulan IV.", indicator.Efficiency.Efficiency.Value.Note)
        );
    }
}
