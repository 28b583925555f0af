using System.Globalization;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>Figures of the tables that compare: years, quarters, benchmarks, own performance, bands.</summary>
internal sealed partial class FigureBuilder
{
    // Table 3.4.
    private void AddYears(IndicatorEvaluation result)
    {
        foreach (var year in result.Years.Where(year => year.Year != _evaluation.Year))
        {
            var (code, number) = (result.Code, year.Year.ToString(CultureInfo.InvariantCulture));
            var source = "Riwayat " + number;
            AddValue(
                $"target.{number}.{code}",
                $"Target {number} {result.Name}",
                year.Target,
                year.TargetText,
                source,
                year.Target is null ? ValueState.NoTarget : ValueState.Measured
            );
            AddValue(
                $"realisasi.{number}.{code}",
                $"Realisasi {number} {result.Name}",
                year.Realisation,
                year.RealisationText,
                source,
                year.Realisation is null ? ValueState.NotReported : ValueState.Measured
            );
            AddPercent(
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
            var value = Consolidations.Consolidate(indicator, _input.Quarters, quarter.Quarter);
            AddValue(
                "target." + code,
                "Target " + name,
                quarter.Target ?? result.Target?.Value,
                quarter.Target is null ? result.TargetText : IndicatorEvaluator.Show(indicator, quarter.Target),
                AgreementSource(),
                ValueState.Measured
            );
            Add(
                "realisasi." + code,
                "Realisasi " + name,
                FigureKind.Value,
                value.State,
                quarter.Realisation,
                quarter.RealisationText,
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
            AddPercent(
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
        AddValue(
            "pembanding." + code,
            $"Pembanding {result.Name}",
            benchmark.Value,
            comparison.BenchmarkText,
            benchmark.Source,
            ValueState.Measured
        );
        Add(
            "selisih.pembanding." + code,
            "Selisih terhadap pembanding " + result.Name,
            FigureKind.Value,
            comparison.Difference.State,
            comparison.Difference.Exact,
            comparison.Difference.Rounded is { } rounded ? IndonesianNumber.Natural(rounded, 0) : "-",
            "realisasi − pembanding",
            [
                new("Realisasi", result.Realisation, "realisasi." + code),
                new("Pembanding", benchmark.Value, "pembanding." + code),
            ]
        );
    }

    // Table 3.8: a sub-activity's own output, and the mean of what is below an activity or programme.
    private void AddPerformance(BudgetNode node)
    {
        if (node.Level == BudgetLevel.Office)
            return;
        AddPercent(
            "kinerja." + node.Code,
            "Capaian keluaran " + node.Name,
            node.Performance,
            "3.8",
            node.Parts.Count == 0
                ? "keluaran / target keluaran × 100, atau kemajuan fisik"
                : "rata-rata capaian di bawahnya",
            node.Parts.Count > 0
                ? node.Parts.Select(part => new FigureInput(part.Name, part.Performance.Exact, "kinerja." + part.Code))
                : _input
                    .Quarters.Where(quarter => quarter.Quarter == _evaluation.UpTo)
                    .SelectMany(quarter =>
                        quarter
                            .SubActivities.Where(figure => figure.SubActivity == node.Code)
                            .Select(figure => new FigureInput(
                                "TW " + quarter.Quarter.Roman(),
                                figure.Output ?? figure.PhysicalPercent,
                                null,
                                "Laporan triwulan",
                                quarter.Quarter,
                                figure.SubUnit,
                                figure.Provenance
                            ))
                    )
        );
    }

    private void AddBands()
    {
        for (var i = 0; i < _evaluation.BandCounts.Count; i++)
        {
            var count = _evaluation.BandCounts[i];
            AddCount(
                FormattableString.Invariant($"jumlah.peringkat.{i + 1}"),
                count.Band is { } band
                    ? $"Jumlah indikator berperingkat {band.Label}"
                    : "Jumlah indikator tanpa peringkat",
                count.Indicators
            );
        }
    }
}
