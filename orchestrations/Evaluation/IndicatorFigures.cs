using System.Globalization;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>The figures of an indicator: target, realisation, achievement, progress and efficiency.</summary>
internal sealed class IndicatorFigures(
    FigureList figures,
    ComparisonFigures comparisons,
    EvaluationInput input,
    YearEvaluation evaluation
)
{
    public void Add(IndicatorEvaluation result)
    {
        var indicator = input.Plan.StrategicPlan.Indicators().First(i => i.Code == result.Code);
        var code = result.Code;
        figures.AddText("indikator." + code, "Nama indikator", result.Name);
        figures.AddValue(
            "target." + code,
            "Target " + result.Name,
            result.Target?.Value,
            result.TargetText,
            input.Agreement.Source(),
            result.Target is null ? ValueState.NoTarget : StateOf(result.Target)
        );
        AddRealisation(indicator, result);
        FigureInput target = new("Target", result.Target?.Value, "target." + code);
        FigureInput realisation = new("Realisasi", result.Realisation, "realisasi." + code);
        figures.AddPercent(
            "capaian." + code,
            "Capaian " + result.Name,
            result.AchievementShown,
            "3.3",
            result.Achievement.Formula,
            [realisation, target]
        );
        figures.AddText("peringkat." + code, "Peringkat " + result.Name, result.Band?.Label ?? "-");
        figures.AddText("status." + code, "Status " + result.Name, result.Status);
        if (result.LastYear is { } last)
            AddLastYear(indicator, result, last, realisation);
        figures.AddValue(
            "target.akhir." + code,
            $"Target {result.Progress.EndYear} {result.Name}",
            result.Progress.Target?.Value,
            result.Progress.TargetText,
            input.Plan.StrategicPlan.Name,
            result.Progress.Target is null ? ValueState.NoTarget : StateOf(result.Progress.Target)
        );
        figures.AddPercent(
            "kemajuan." + code,
            "Tingkat kemajuan " + result.Name,
            result.Progress.Progress,
            "3.5",
            "realisasi / target akhir × 100",
            [realisation, new FigureInput("Target akhir", result.Progress.Target?.Value, "target.akhir." + code)]
        );
        AddEfficiency(result);
        comparisons.Add(indicator, result);
    }

    private void AddRealisation(Indicator indicator, IndicatorEvaluation result)
    {
        var value = Consolidations.Consolidate(indicator, input.Quarters, evaluation.UpTo);
        var inputs = value
            .Figures.Select(pair => new FigureInput(
                "TW " + Quarters.Roman(pair.Quarter),
                Consolidations.ValueOf(indicator, pair.Figure),
                null,
                "Laporan triwulan",
                pair.Quarter,
                pair.Figure.SubUnit,
                pair.Figure.Provenance
            ))
            .ToList();
        figures.Add(
            "realisasi." + result.Code,
            "Realisasi " + result.Name,
            new FigureValue(FigureKind.Value, result.RealisationState, result.Realisation, result.RealisationText),
            value.Formula,
            inputs
        );
        figures.AddOptional(
            "pembilang." + result.Code,
            indicator.NumeratorLabel ?? "Pembilang",
            result.Numerator,
            inputs
        );
        figures.AddOptional(
            "penyebut." + result.Code,
            indicator.DenominatorLabel ?? "Penyebut",
            result.Denominator,
            inputs
        );
    }

    private void AddLastYear(
        Indicator indicator,
        IndicatorEvaluation result,
        YearComparison last,
        FigureInput realisation
    )
    {
        var code = result.Code;
        var source =
            (last.Quarter is { } quarter ? $"Evaluasi TW {quarter.Roman()} " : "Riwayat ")
            + last.Before.Year.ToString(CultureInfo.InvariantCulture);
        figures.AddValue(
            "target.lalu." + code,
            "Target tahun lalu",
            last.Before.Target,
            last.Before.TargetText,
            source,
            last.Before.Target is null ? ValueState.NoTarget : ValueState.Measured
        );
        figures.AddValue(
            "realisasi.lalu." + code,
            "Realisasi tahun lalu",
            last.Before.Realisation,
            last.Before.RealisationText,
            source,
            last.Before.Realisation is null ? ValueState.NotReported : ValueState.Measured
        );
        figures.AddPercent(
            "capaian.lalu." + code,
            "Capaian tahun lalu",
            last.Before.Achievement,
            "3.3",
            result.Achievement.Formula,
            [
                new("Realisasi", last.Before.Realisation, "realisasi.lalu." + code),
                new("Target", last.Before.Target, "target.lalu." + code),
            ]
        );
        AddChange(indicator, code, last, realisation);
    }

    private void AddChange(Indicator indicator, string code, YearComparison last, FigureInput realisation)
    {
        figures.Add(
            "perubahan." + code,
            "Perubahan realisasi terhadap tahun lalu",
            new FigureValue(
                FigureKind.Value,
                last.Change.State,
                last.Change.Exact,
                last.Change.Exact is { } change ? IndonesianNumber.Natural(Math.Abs(change), indicator.Precision) : "-"
            ),
            "realisasi − realisasi tahun lalu",
            [realisation, new("Realisasi tahun lalu", last.Before.Realisation, "realisasi.lalu." + code)]
        );
        figures.AddText(
            "arah." + code,
            "Arah perubahan realisasi",
            last.Direction switch
            {
                Direction.Up => "meningkat",
                Direction.Down => "menurun",
                Direction.Same => "tetap",
                _ => "-",
            }
        );
    }

    private void AddEfficiency(IndicatorEvaluation result)
    {
        var code = result.Code;
        var efficiency = result.Efficiency;
        var parts = efficiency.Programmes.Select(p => new FigureInput(p, null, "pagu." + p)).ToList();
        figures.AddRupiah(
            "pagu.indikator." + code,
            "Anggaran penunjang " + result.Name,
            efficiency.Ceiling,
            "jumlah pagu program penunjang",
            parts
        );
        figures.AddRupiah(
            "realisasi.anggaran.indikator." + code,
            "Realisasi anggaran penunjang " + result.Name,
            efficiency.Realisation,
            "jumlah realisasi program penunjang",
            efficiency.Programmes.Select(p => new FigureInput(p, null, "realisasi.anggaran." + p))
        );
        figures.AddPercent(
            "serapan.indikator." + code,
            "Capaian anggaran " + result.Name,
            efficiency.Absorption,
            BudgetTree.Table,
            "realisasi / pagu × 100",
            [
                new("Realisasi", efficiency.Realisation, "realisasi.anggaran.indikator." + code),
                new("Pagu", efficiency.Ceiling, "pagu.indikator." + code),
            ]
        );
        figures.AddPercent(
            "efisiensi." + code,
            "Tingkat efisiensi " + result.Name,
            efficiency.Efficiency.Value,
            "3.7",
            efficiency.Efficiency.Formula,
            [
                new("Capaian kinerja", result.Achievement.Exact, "capaian." + code),
                new("Capaian anggaran", efficiency.Absorption.Exact, "serapan.indikator." + code),
            ]
        );
    }

    private static ValueState StateOf(TargetValue target) =>
        target switch
        {
            { Value: not null } => ValueState.Measured,
            { Text: not null } => ValueState.TextOnly,
            _ => ValueState.NoTarget,
        };
}
