using Sakip.Collection;
using Sakip.Evaluation;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Collection;

/// <summary>What a sub-unit handed in, as tables for its head and its verifier.</summary>
internal static class SubmissionTables
{
    public static IReadOnlyList<PageTable> Of(OfficePlan plan, Submission? submission) =>
        submission is null
            ? []
            :
            [
                .. submission.Indicators.Count == 0 ? [] : new[] { Indicators(plan, submission.Indicators) },
                .. submission.Actions is { Count: > 0 } actions ? new[] { Actions(plan, actions) } : [],
                SubActivities(plan, submission.SubActivities),
            ];

    /// <summary>Where the finance system's figures part from the sub-unit's; nothing where they were not imported.</summary>
    public static IReadOnlyList<PageTable> AgainstFinance(
        OfficePlan plan,
        Submission submission,
        BudgetRealisation? finance
    )
    {
        if (finance is null)
            return [];
        var differences = Differences(plan, submission, finance);
        return finance.Exceptions is not null && Exceptions(plan, submission, finance) is { Rows.Count: > 0 } exceptions
            ? [differences, exceptions]
            : [differences];
    }

    private static PageTable Indicators(OfficePlan plan, IReadOnlyList<IndicatorFigure> figures) =>
        new(
            "Indikator kinerja",
            ["Indikator", "Realisasi", "Pendukung", "Penghambat", "Solusi", "Tindak lanjut", "Penjelasan"],
            [
                .. figures.Select(figure =>
                    (IReadOnlyList<string>)
                        [
                            ReportNames.Of(plan, figure.Indicator),
                            Value(plan, figure),
                            figure.Supporting ?? "–",
                            figure.Hindering ?? "–",
                            figure.Solution ?? "–",
                            figure.FollowUp ?? "–",
                            figure.Explanation ?? "–",
                        ]
                ),
            ]
        );

    public static PageTable Actions(OfficePlan plan, IReadOnlyList<ActionFigure> figures) =>
        new(
            "Rencana aksi",
            figures.Any(figure => figure.Quantity is not null)
                ? ["Aksi", "Kemajuan (%)", "Keluaran", "Status", "Keterangan"]
                : ["Aksi", "Kemajuan (%)", "Status", "Keterangan"],
            [
                .. figures.Select(figure =>
                    (IReadOnlyList<string>)
                        [
                            ReportNames.Of(plan, figure.Action),
                            PageWords.Number(figure.Progress),
                            .. figures.Any(one => one.Quantity is not null)
                                ? [Quantity(plan, figure)]
                                : Array.Empty<string>(),
                            figure.Status ?? "–",
                            figure.Note ?? "–",
                        ]
                ),
            ]
        );

    private static string Quantity(OfficePlan plan, ActionFigure figure) =>
        figure.Quantity is { } quantity
            ? $"{PageWords.Number(quantity)} {plan.ActionPlan.FirstOrDefault(item => item.Code == figure.Action)?.Measure}"
            : "–";

    private static PageTable SubActivities(OfficePlan plan, IReadOnlyList<SubActivityFigure> figures) =>
        new(
            "Sub kegiatan",
            ["Sub kegiatan", "Serapan", "Fisik (%)", "Keluaran", "Keterangan"],
            [
                .. figures.Select(figure =>
                    (IReadOnlyList<string>)
                        [
                            ReportNames.Of(plan, figure.SubActivity),
                            PageWords.Rupiah(figure.Spending),
                            PageWords.Number(figure.PhysicalPercent),
                            PageWords.Number(figure.Output),
                            figure.Note ?? "–",
                        ]
                ),
            ]
        );

    // What the import of spending explained: of this sub-unit's sub-activities, and of those that no plan has.
    private static PageTable Exceptions(OfficePlan plan, Submission submission, BudgetRealisation finance)
    {
        var known = plan.Budget.SubActivities().Select(sub => sub.Code).ToHashSet(StringComparer.Ordinal);
        var mine = submission.SubActivities.Select(figure => figure.SubActivity).ToHashSet(StringComparer.Ordinal);
        return new PageTable(
            "Realisasi keuangan yang berbeda dari anggaran",
            ["Hal", "Alasan"],
            [
                .. finance
                    .Exceptions!.Where(one => mine.Contains(one.SubActivity) || !known.Contains(one.SubActivity))
                    .Select(one => (IReadOnlyList<string>)[one.What, finance.Reason ?? "–"]),
            ]
        );
    }

    private static PageTable Differences(OfficePlan plan, Submission submission, BudgetRealisation finance)
    {
        var rows = submission
            .SubActivities.Where(figure =>
                finance.Of(figure.SubActivity) is { } spending && spending != figure.Spending
            )
            .Select(figure =>
                (IReadOnlyList<string>)
                    [
                        ReportNames.Of(plan, figure.SubActivity),
                        PageWords.Rupiah(figure.Spending),
                        PageWords.Rupiah(finance.Of(figure.SubActivity)),
                        PageWords.Rupiah(finance.Of(figure.SubActivity) - (figure.Spending ?? 0m)),
                    ]
            )
            .ToList();
        return new PageTable(
            $"Selisih dengan data keuangan per {finance.Position:dd-MM-yyyy}",
            ["Sub kegiatan", "Menurut sub-unit", "Menurut keuangan", "Selisih"],
            rows.Count == 0
                ?
                [
                    ["Tidak ada selisih", "", "", ""],
                ]
                : rows
        );
    }

    public static string Value(OfficePlan plan, IndicatorFigure figure)
    {
        var indicator = plan.StrategicPlan.Indicators().FirstOrDefault(one => one.Code == figure.Indicator);
        var value = indicator is null ? figure.Value : Consolidations.ValueOf(indicator, figure);
        return figure is { Numerator: { } numerator, Denominator: { } denominator }
            ? $"{PageWords.Number(value)} ({PageWords.Number(numerator)} dari {PageWords.Number(denominator)})"
            : figure.Text ?? PageWords.Number(value);
    }
}
