using System.Globalization;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>The figures that set an indicator beside others: years, quarters, benchmark, forecast.</summary>
internal sealed class ComparisonFigures(FigureList figures, EvaluationInput input, YearEvaluation evaluation)
{
    private readonly Rounding _rounding = new(input.Plan.Policy);

    public void Add(Indicator indicator, IndicatorEvaluation result)
    {
        AddTrend(indicator, result);
        AddYears(result);
        AddQuarters(indicator, result);
        AddBenchmark(result);
    }

    private void AddTrend(Indicator indicator, IndicatorEvaluation result)
    {
        var inputs = result
            .Years.Where(y => y.Realisation is not null)
            .Select(y => new FigureInput(
                y.Year.ToString(CultureInfo.InvariantCulture),
                y.Realisation,
                y.Year == evaluation.Year ? "realisasi." + result.Code : null,
                "Riwayat"
            ))
            .ToList();
        AddForecast("tren." + result.Code, "Perubahan rata-rata setahun", result.Trend.PerYear);
        AddForecast("prakiraan." + result.Code, "Prakiraan tahun depan", result.Trend.NextYear);
        AddForecast("prakiraan.akhir." + result.Code, "Prakiraan tahun akhir rencana", result.Trend.PlanEnd);

        void AddForecast(string code, string label, Computed value) =>
            figures.Add(
                code,
                label,
                new FigureValue(
                    FigureKind.Value,
                    value.State,
                    value.Exact,
                    IndicatorEvaluator.Show(indicator, value.Rounded)
                ),
                "garis lurus kuadrat terkecil atas realisasi yang diketahui",
                inputs
            );
    }

    // Table 3.4.
    private void AddYears(IndicatorEvaluation result)
    {
        foreach (var year in result.Years.Where(year => year.Year != evaluation.Year))
        {
            var (code, number) = (result.Code, year.Year.ToString(CultureInfo.InvariantCulture));
            var source = "Riwayat " + number;
            figures.AddValue(
                $"target.{number}.{code}",
                $"Target {number} {result.Name}",
                year.Target,
                year.TargetText,
                source,
                year.Target is null ? ValueState.NoTarget : ValueState.Measured
            );
            figures.AddValue(
                $"realisasi.{number}.{code}",
                $"Realisasi {number} {result.Name}",
                year.Realisation,
                year.RealisationText,
                source,
                year.Realisation is null ? ValueState.NotReported : ValueState.Measured
            );
            figures.AddPercent(
                $"capaian.{number}.{code}",
                $"Capaian {number} {result.Name}",
                year.Achievement,
                "3.3",
                result.Achievement.Formula,
                [
                    new("Realisasi", year.Realisation, $"realisasi.{number}.{code}"),
                    new("Target", year.Target, $"target.{number}.{code}"),
                ]
            );
        }
    }

    private void AddQuarters(Indicator indicator, IndicatorEvaluation result)
    {
        foreach (var quarter in result.Quarters)
        {
            var code = $"{quarter.Quarter.Code()}.{result.Code}";
            var name = $"TW {quarter.Quarter.Roman()} {result.Name}";
            var value = Consolidations.Consolidate(indicator, input.Quarters, quarter.Quarter);
            figures.AddValue(
                "target." + code,
                "Target " + name,
                quarter.Target ?? result.Target?.Value,
                quarter.Target is null ? result.TargetText : IndicatorEvaluator.Show(indicator, quarter.Target),
                input.Agreement.Source(),
                ValueState.Measured
            );
            figures.Add(
                "realisasi." + code,
                "Realisasi " + name,
                new FigureValue(FigureKind.Value, value.State, quarter.Realisation, quarter.RealisationText),
                value.Formula,
                value.Figures.Select(pair => new FigureInput(
                    "TW " + pair.Quarter.Roman(),
                    Consolidations.ValueOf(indicator, pair.Figure),
                    null,
                    "Laporan triwulan",
                    pair.Quarter,
                    pair.Figure.SubUnit,
                    pair.Figure.Provenance
                ))
            );
            figures.AddPercent(
                "capaian." + code,
                "Capaian " + name,
                quarter.Achievement.For("3.3", _rounding),
                "3.3",
                quarter.Achievement.Formula,
                [
                    new("Realisasi", quarter.Realisation, "realisasi." + code),
                    new("Target", quarter.Target ?? result.Target?.Value, "target." + code),
                ]
            );
        }
    }

    // Section B.4.
    private void AddBenchmark(IndicatorEvaluation result)
    {
        if (result.Benchmark is not { Benchmark: { } benchmark } comparison)
            return;
        var code = result.Code;
        figures.AddValue(
            "pembanding." + code,
            $"Pembanding {result.Name}",
            benchmark.Value,
            comparison.BenchmarkText,
            benchmark.Source,
            ValueState.Measured
        );
        figures.Add(
            "selisih.pembanding." + code,
            "Selisih terhadap pembanding " + result.Name,
            new FigureValue(
                FigureKind.Value,
                comparison.Difference.State,
                comparison.Difference.Exact,
                comparison.Difference.Rounded is { } rounded ? IndonesianNumber.Natural(rounded, 0) : "-"
            ),
            "realisasi − pembanding",
            [
                new("Realisasi", result.Realisation, "realisasi." + code),
                new("Pembanding", benchmark.Value, "pembanding." + code),
            ]
        );
    }
}
