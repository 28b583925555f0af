using System.Globalization;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>Lists every figure of an evaluation by code, each with formula, inputs and where those come from.</summary>
internal sealed partial class FigureBuilder
{
    private readonly EvaluationInput _input;
    private readonly YearEvaluation _evaluation;
    private readonly Rounding _rounding;
    private readonly List<Figure> _figures = [];

    private FigureBuilder(EvaluationInput input, YearEvaluation evaluation)
    {
        _input = input;
        _evaluation = evaluation;
        _rounding = new Rounding(input.Plan.Policy);
    }

    public static IReadOnlyList<Figure> Build(EvaluationInput input, YearEvaluation evaluation)
    {
        var builder = new FigureBuilder(input, evaluation);
        builder.AddPeriod();
        builder.AddCounts();
        builder.AddBands();
        foreach (var indicator in evaluation.Indicators)
            builder.AddIndicator(indicator);
        foreach (var objective in evaluation.Objectives)
            builder.AddObjective(objective);
        builder.AddPercent(
            "capaian",
            "Capaian kinerja organisasi",
            evaluation.Achievement,
            "3.3",
            builder.AggregateFormula(),
            evaluation.Objectives.Select(o => new FigureInput(
                o.Statement,
                o.Achievement.Exact,
                "capaian.sasaran." + o.Code
            ))
        );
        foreach (var node in evaluation.Budget.All())
            builder.AddBudget(node);
        builder.AddSupportingTables();
        return builder._figures.OrderBy(figure => figure.Code, StringComparer.Ordinal).ToList();
    }

    private void AddPeriod()
    {
        var plan = _input.Plan;
        AddYear("tahun", "Tahun laporan", plan.Year);
        AddYear("tahun.lalu", "Tahun sebelumnya", plan.Year - 1);
        AddYear("tahun.akhir", "Tahun akhir rencana strategis", plan.StrategicPlan.EndYear);
        AddText(
            "periode.renstra",
            "Periode rencana strategis",
            $"{plan.StrategicPlan.StartYear}-{plan.StrategicPlan.EndYear}"
        );
        AddText("nama.unit", "Nama unit", plan.Unit.Name);
    }

    private void AddCounts()
    {
        var plan = _input.Plan.StrategicPlan;
        AddCount("jumlah.sasaran", "Jumlah sasaran strategis", plan.Objectives().Count());
        AddCount("jumlah.indikator", "Jumlah indikator kinerja", plan.Indicators().Count());
        AddCount(
            "jumlah.tercapai",
            "Jumlah indikator yang tercapai",
            _evaluation.Indicators.Count(i => i.Achievement.Reached)
        );
        AddCount("jumlah.program", "Jumlah program", _input.Budget.Programmes.Count);
        AddCount("jumlah.kegiatan", "Jumlah kegiatan", _input.Budget.Activities().Count());
        AddCount("jumlah.subkegiatan", "Jumlah sub kegiatan", _input.Budget.SubActivities().Count());
    }

    private void AddIndicator(IndicatorEvaluation result)
    {
        var indicator = _input.Plan.StrategicPlan.Indicators().First(i => i.Code == result.Code);
        var code = result.Code;
        AddText("indikator." + code, "Nama indikator", result.Name);
        AddValue(
            "target." + code,
            "Target " + result.Name,
            result.Target?.Value,
            result.TargetText,
            AgreementSource(),
            result.Target is null ? ValueState.NoTarget : StateOf(result.Target)
        );
        AddRealisation(indicator, result);
        FigureInput target = new("Target", result.Target?.Value, "target." + code);
        FigureInput realisation = new("Realisasi", result.Realisation, "realisasi." + code);
        AddPercent(
            "capaian." + code,
            "Capaian " + result.Name,
            result.AchievementShown,
            "3.3",
            result.Achievement.Formula,
            [realisation, target]
        );
        AddText("peringkat." + code, "Peringkat " + result.Name, result.Band?.Label ?? "-");
        AddText("status." + code, "Status " + result.Name, result.Status);
        if (result.LastYear is { } last)
            AddLastYear(indicator, result, last, realisation);
        AddValue(
            "target.akhir." + code,
            $"Target {result.Progress.EndYear} {result.Name}",
            result.Progress.Target?.Value,
            result.Progress.TargetText,
            _input.Plan.StrategicPlan.Name,
            result.Progress.Target is null ? ValueState.NoTarget : StateOf(result.Progress.Target)
        );
        AddPercent(
            "kemajuan." + code,
            "Tingkat kemajuan " + result.Name,
            result.Progress.Progress,
            "3.5",
            "realisasi / target akhir × 100",
            [realisation, new FigureInput("Target akhir", result.Progress.Target?.Value, "target.akhir." + code)]
        );
        AddEfficiency(result);
        AddTrend(indicator, result);
        AddYears(result);
        AddQuarters(indicator, result);
        AddBenchmark(result);
    }

    private void AddRealisation(Indicator indicator, IndicatorEvaluation result)
    {
        var value = Consolidations.Consolidate(indicator, _input.Quarters, _evaluation.UpTo);
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
        Add(
            "realisasi." + result.Code,
            "Realisasi " + result.Name,
            FigureKind.Value,
            result.RealisationState,
            result.Realisation,
            result.RealisationText,
            value.Formula,
            inputs
        );
        AddOptional("pembilang." + result.Code, indicator.NumeratorLabel ?? "Pembilang", result.Numerator, inputs);
        AddOptional("penyebut." + result.Code, indicator.DenominatorLabel ?? "Penyebut", result.Denominator, inputs);
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
        AddValue(
            "target.lalu." + code,
            "Target tahun lalu",
            last.Before.Target,
            last.Before.TargetText,
            source,
            last.Before.Target is null ? ValueState.NoTarget : ValueState.Measured
        );
        AddValue(
            "realisasi.lalu." + code,
            "Realisasi tahun lalu",
            last.Before.Realisation,
            last.Before.RealisationText,
            source,
            last.Before.Realisation is null ? ValueState.NotReported : ValueState.Measured
        );
        AddPercent(
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
        Add(
            "perubahan." + code,
            "Perubahan realisasi terhadap tahun lalu",
            FigureKind.Value,
            last.Change.State,
            last.Change.Exact,
            last.Change.Exact is { } change ? IndonesianNumber.Natural(Math.Abs(change), indicator.Precision) : "-",
            "realisasi − realisasi tahun lalu",
            [realisation, new("Realisasi tahun lalu", last.Before.Realisation, "realisasi.lalu." + code)]
        );
        AddText(
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
        AddRupiah(
            "pagu.indikator." + code,
            "Anggaran penunjang " + result.Name,
            efficiency.Ceiling,
            "jumlah pagu program penunjang",
            parts
        );
        AddRupiah(
            "realisasi.anggaran.indikator." + code,
            "Realisasi anggaran penunjang " + result.Name,
            efficiency.Realisation,
            "jumlah realisasi program penunjang",
            efficiency.Programmes.Select(p => new FigureInput(p, null, "realisasi.anggaran." + p))
        );
        AddPercent(
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
        AddPercent(
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

    private void AddTrend(Indicator indicator, IndicatorEvaluation result)
    {
        var inputs = result
            .Years.Where(y => y.Realisation is not null)
            .Select(y => new FigureInput(
                y.Year.ToString(CultureInfo.InvariantCulture),
                y.Realisation,
                y.Year == _evaluation.Year ? "realisasi." + result.Code : null,
                "Riwayat"
            ))
            .ToList();
        AddForecast("tren." + result.Code, "Perubahan rata-rata setahun", result.Trend.PerYear);
        AddForecast("prakiraan." + result.Code, "Prakiraan tahun depan", result.Trend.NextYear);
        AddForecast("prakiraan.akhir." + result.Code, "Prakiraan tahun akhir rencana", result.Trend.PlanEnd);

        void AddForecast(string code, string label, Computed value) =>
            Add(
                code,
                label,
                FigureKind.Value,
                value.State,
                value.Exact,
                IndicatorEvaluator.Show(indicator, value.Rounded),
                "garis lurus kuadrat terkecil atas realisasi yang diketahui",
                inputs
            );
    }

    private void AddObjective(ObjectiveEvaluation objective) =>
        AddPercent(
            "capaian.sasaran." + objective.Code,
            "Capaian sasaran " + objective.Statement,
            objective.Achievement,
            "3.3",
            AggregateFormula(),
            _evaluation
                .Indicators.Where(i => i.Objective == objective.Code)
                .Select(i => new FigureInput(i.Name, i.Achievement.Exact, "capaian." + i.Code))
        );

    private void AddBudget(BudgetNode node)
    {
        AddPerformance(node);
        var suffix = node.Level == BudgetLevel.Office ? "" : "." + node.Code;
        AddRupiah(
            "pagu" + suffix,
            "Pagu " + node.Name,
            node.Ceiling,
            node.Parts.Count == 0 ? "pagu sub kegiatan" : "jumlah pagu di bawahnya",
            node.Parts.Count == 0
                ? [new("Pagu", node.Ceiling, null, "Anggaran " + _input.Budget.Number)]
                : node.Parts.Select(part => new FigureInput(part.Name, part.Ceiling, "pagu." + part.Code))
        );
        AddRupiah(
            "realisasi.anggaran" + suffix,
            "Realisasi anggaran " + node.Name,
            node.Realisation,
            node.Parts.Count == 0 ? "realisasi kumulatif sub kegiatan" : "jumlah realisasi di bawahnya",
            node.Parts.Count == 0
                ? SpendingInputs(node)
                : node.Parts.Select(part => new FigureInput(
                    part.Name,
                    part.Realisation,
                    "realisasi.anggaran." + part.Code
                ))
        );
        AddPercent(
            "serapan" + suffix,
            "Serapan anggaran " + node.Name,
            node.Absorption,
            BudgetTree.Table,
            "realisasi / pagu × 100",
            [
                new("Realisasi", node.Realisation, "realisasi.anggaran" + suffix),
                new("Pagu", node.Ceiling, "pagu" + suffix),
            ]
        );
    }

    private IEnumerable<FigureInput> SpendingInputs(BudgetNode node) =>
        _input
            .Quarters.Where(quarter => quarter.Quarter == _evaluation.UpTo)
            .SelectMany(quarter =>
                quarter
                    .SubActivities.Where(figure => figure.SubActivity == node.Code)
                    .Select(figure => new FigureInput(
                        "TW " + Quarters.Roman(quarter.Quarter),
                        figure.Spending,
                        null,
                        "Laporan triwulan",
                        quarter.Quarter,
                        figure.SubUnit,
                        figure.Provenance
                    ))
            );

    private void AddSupportingTables()
    {
        foreach (var table in _input.Plan.Report.SupportingTables)
        {
            for (var row = 0; row < table.Rows.Count; row++)
            {
                var number = (row + 1).ToString(CultureInfo.InvariantCulture);
                Add(
                    $"data.{table.Indicator}.{number}",
                    table.Rows[row].Label,
                    FigureKind.Value,
                    ValueState.Measured,
                    table.Rows[row].Value,
                    IndonesianNumber.Natural(table.Rows[row].Value, 0),
                    "data pendukung",
                    [new(table.Rows[row].Label, table.Rows[row].Value, null, table.Source ?? table.Title)]
                );
            }
        }
    }

    private string AggregateFormula() =>
        _input.Plan.Policy.Aggregation == Aggregation.Mean ? "rata-rata capaian" : "capaian terendah";

    private string AgreementSource() =>
        _input.Agreement.Revision == 0
            ? "Perjanjian kinerja"
            : "Perjanjian kinerja perubahan ke-" + _input.Agreement.Revision.ToString(CultureInfo.InvariantCulture);

    private static ValueState StateOf(TargetValue target) =>
        target switch
        {
            { Value: not null } => ValueState.Measured,
            { Text: not null } => ValueState.TextOnly,
            _ => ValueState.NoTarget,
        };

    private void AddYear(string code, string label, int year) =>
        Add(
            code,
            label,
            FigureKind.Year,
            ValueState.Measured,
            year,
            year.ToString(CultureInfo.InvariantCulture),
            "rencana",
            []
        );

    private void AddText(string code, string label, string text) =>
        Add(code, label, FigureKind.Text, ValueState.TextOnly, null, text, "rencana", []);

    private void AddCount(string code, string label, int count) =>
        Add(code, label, FigureKind.Count, ValueState.Measured, count, IndonesianNumber.Count(count), "jumlah", []);

    private void AddValue(string code, string label, decimal? value, string text, string source, ValueState state) =>
        Add(code, label, FigureKind.Value, state, value, text, "ditetapkan", [new(label, value, null, source)]);

    private void AddOptional(string code, string label, decimal? value, IReadOnlyList<FigureInput> inputs)
    {
        if (value is { } number)
        {
            Add(
                code,
                label,
                FigureKind.Value,
                ValueState.Measured,
                number,
                IndonesianNumber.Natural(number, 0),
                "dilaporkan",
                inputs
            );
        }
    }

    private void AddRupiah(
        string code,
        string label,
        decimal? amount,
        string formula,
        IEnumerable<FigureInput> inputs
    ) =>
        Add(
            code,
            label,
            FigureKind.Rupiah,
            amount is null ? ValueState.NotReported : ValueState.Measured,
            amount,
            amount is { } known ? IndonesianNumber.Rupiah(known) : "-",
            formula,
            inputs
        );

    private void AddPercent(
        string code,
        string label,
        Computed value,
        string table,
        string formula,
        IEnumerable<FigureInput> inputs
    ) =>
        Add(
            code,
            label,
            FigureKind.Percent,
            value.State,
            value.Exact,
            value.Rounded is { } rounded ? IndonesianNumber.Percent(rounded, _rounding.Decimals(table)) : "-",
            formula,
            inputs
        );

    private void Add(
        string code,
        string label,
        FigureKind kind,
        ValueState state,
        decimal? value,
        string text,
        string formula,
        IEnumerable<FigureInput> inputs
    ) => _figures.Add(new(code, label, kind, state, value, text, formula, inputs.ToList(), _input.Plan.Policy.Version));
}
