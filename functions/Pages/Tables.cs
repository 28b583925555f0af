using Sakip.Agreements;
using Sakip.Collection;
using Sakip.Planning;

namespace Sakip.Functions.Pages;

/// <summary>An agreement's targets and amounts as tables.</summary>
public static class AgreementTables
{
    public static IReadOnlyList<TableView> Of(AgreementSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return
        [
            new TableView(
                "Sasaran, indikator, dan target", ["Sasaran strategis", "Indikator kinerja", "Satuan", "Target"],
                [.. snapshot.Indicators.Select(indicator => (IReadOnlyList<string>)
                    [indicator.Objective, indicator.Name, indicator.Measure, indicator.Target.Text ?? Words.Number(indicator.Target.Value)])]),
            new TableView(
                "Program dan anggaran", ["Program", "Anggaran", "Keterangan"],
                [
                    .. snapshot.Programmes.Select(programme => (IReadOnlyList<string>)
                        [programme.Name, Words.Rupiah(programme.Amount), programme.FundSource]),
                    ["Jumlah", Words.Rupiah(snapshot.Total()), ""],
                ]),
        ];
    }
}

/// <summary>What a sub-unit handed in, as tables for its head and its verifier.</summary>
public static class SubmissionTables
{
    public static IReadOnlyList<TableView> Of(OfficePlan plan, Submission? submission)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (submission is null) return [];
        var names = plan.StrategicPlan.Indicators().ToDictionary(indicator => indicator.Code, indicator => indicator.Name);
        var activities = plan.Budget.SubActivities().ToDictionary(sub => sub.Code, sub => sub.Name);
        var tables = new List<TableView>();
        if (submission.Indicators.Count > 0)
        {
            tables.Add(new TableView(
                "Indikator kinerja", ["Indikator", "Realisasi", "Pendukung", "Penghambat", "Solusi", "Tindak lanjut"],
                [.. submission.Indicators.Select(figure => (IReadOnlyList<string>)
                [
                    names.GetValueOrDefault(figure.Indicator, figure.Indicator), Value(figure), figure.Supporting ?? "–",
                    figure.Hindering ?? "–", figure.Solution ?? "–", figure.FollowUp ?? "–",
                ])]));
        }

        tables.Add(new TableView(
            "Sub kegiatan", ["Sub kegiatan", "Serapan", "Fisik (%)", "Keluaran", "Keterangan"],
            [.. submission.SubActivities.Select(figure => (IReadOnlyList<string>)
            [
                activities.GetValueOrDefault(figure.SubActivity, figure.SubActivity), Words.Rupiah(figure.Spending),
                Words.Number(figure.PhysicalPercent), Words.Number(figure.Output), figure.Note ?? "–",
            ])]));
        return tables;
    }

    private static string Value(Evaluation.IndicatorFigure figure) =>
        figure is { Numerator: { } numerator, Denominator: { } denominator }
            ? $"{Words.Number(figure.Value)} ({Words.Number(numerator)} dari {Words.Number(denominator)})"
            : figure.Text ?? Words.Number(figure.Value);
}
