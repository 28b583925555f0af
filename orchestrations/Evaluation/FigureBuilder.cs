using System.Globalization;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>Lists every figure of an evaluation by code, each with formula, inputs and where those come from.</summary>
internal sealed class FigureBuilder
{
    private readonly EvaluationInput _input;
    private readonly YearEvaluation _evaluation;
    private readonly FigureList _figures;

    private FigureBuilder(EvaluationInput input, YearEvaluation evaluation)
    {
        _input = input;
        _evaluation = evaluation;
        _figures = new FigureList(input.Plan.Policy);
    }

    public static IReadOnlyList<Figure> Build(EvaluationInput input, YearEvaluation evaluation)
    {
        var builder = new FigureBuilder(input, evaluation);
        builder.AddPeriod();
        builder.AddCounts();
        builder.AddBands();
        var comparisons = new ComparisonFigures(builder._figures, input, evaluation);
        var indicators = new IndicatorFigures(builder._figures, comparisons, input, evaluation);
        foreach (var indicator in evaluation.Indicators.Concat(evaluation.Retired ?? []))
            indicators.Add(indicator);
        foreach (var objective in evaluation.Objectives)
            builder.AddObjective(objective);
        builder._figures.AddPercent(
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
        var budget = new BudgetFigures(builder._figures, input, evaluation);
        foreach (var node in evaluation.Budget.All())
            budget.Add(node);
        builder.AddSupportingTables();
        return builder._figures.Ordered();
    }

    private void AddPeriod()
    {
        var plan = _input.Plan;
        _figures.AddYear("tahun", "Tahun laporan", plan.Year);
        _figures.AddYear("tahun.lalu", "Tahun sebelumnya", plan.Year - 1);
        _figures.AddYear("tahun.akhir", "Tahun akhir rencana strategis", plan.StrategicPlan.EndYear);
        _figures.AddText(
            "periode.renstra",
            "Periode rencana strategis",
            $"{plan.StrategicPlan.StartYear}-{plan.StrategicPlan.EndYear}"
        );
        _figures.AddText("nama.unit", "Nama unit", plan.Unit.Name);
    }

    private void AddCounts()
    {
        var plan = IndicatorTerms.In(_input.Plan, _evaluation.UpTo).Plan();
        _figures.AddCount("jumlah.sasaran", "Jumlah sasaran strategis", plan.Objectives().Count());
        _figures.AddCount("jumlah.indikator", "Jumlah indikator kinerja", plan.Indicators().Count());
        _figures.AddCount(
            "jumlah.tercapai",
            "Jumlah indikator yang tercapai",
            _evaluation.Indicators.Count(i => i.Achievement.Reached)
        );
        _figures.AddCount("jumlah.program", "Jumlah program", _input.Budget.Programmes.Count);
        _figures.AddCount("jumlah.kegiatan", "Jumlah kegiatan", _input.Budget.Activities().Count());
        _figures.AddCount("jumlah.subkegiatan", "Jumlah sub kegiatan", _input.Budget.SubActivities().Count());
    }

    private void AddBands()
    {
        for (var i = 0; i < _evaluation.BandCounts.Count; i++)
        {
            var count = _evaluation.BandCounts[i];
            _figures.AddCount(
                FormattableString.Invariant($"jumlah.peringkat.{i + 1}"),
                count.Band is { } band
                    ? $"Jumlah indikator berperingkat {band.Label}"
                    : "Jumlah indikator tanpa peringkat",
                count.Indicators
            );
        }
    }

    private void AddObjective(ObjectiveEvaluation objective) =>
        _figures.AddPercent(
            "capaian.sasaran." + objective.Code,
            "Capaian sasaran " + objective.Statement,
            objective.Achievement,
            "3.3",
            AggregateFormula(),
            _evaluation
                .Indicators.Where(i => i.Objective == objective.Code)
                .Select(i => new FigureInput(i.Name, i.Achievement.Exact, "capaian." + i.Code))
        );

    private void AddSupportingTables()
    {
        foreach (var table in _input.Plan.Report.SupportingTables)
        {
            for (var row = 0; row < table.Rows.Count; row++)
            {
                var number = (row + 1).ToString(CultureInfo.InvariantCulture);
                _figures.Add(
                    $"data.{table.Indicator}.{number}",
                    table.Rows[row].Label,
                    new FigureValue(
                        FigureKind.Value,
                        ValueState.Measured,
                        table.Rows[row].Value,
                        IndonesianNumber.Natural(table.Rows[row].Value, 0)
                    ),
                    "data pendukung",
                    [new(table.Rows[row].Label, table.Rows[row].Value, null, table.Source ?? table.Title)]
                );
            }
        }
    }

    private string AggregateFormula() =>
        _input.Plan.Policy.Aggregation == Aggregation.Mean ? "rata-rata capaian" : "capaian terendah";
}
