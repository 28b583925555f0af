using Sakip.Collection;
using Sakip.Evaluation;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Collection;

/// <summary>What a sub-unit handed in, as tables for its head and its verifier.</summary>
internal static class SubmissionTables
{
    /// <param name="finance">The finance system's figures, where they were imported.</param>
    public static IReadOnlyList<PageTable> Of(
        OfficePlan plan,
        Submission? submission,
        BudgetRealisation? finance = null
    )
    {
        if (submission is null)
            return [];
        var tables = new List<PageTable>();
        if (submission.Indicators.Count > 0)
        {
            tables.Add(
                new PageTable(
                    "Indikator kinerja",
                    ["Indikator", "Realisasi", "Pendukung", "Penghambat", "Solusi", "Tindak lanjut", "Penjelasan"],
                    [
                        .. submission.Indicators.Select(figure =>
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
                )
            );
        }

        if (submission.Actions is { Count: > 0 } actions)
        {
            tables.Add(
                new PageTable(
                    "Rencana aksi",
                    ["Aksi", "Kemajuan (%)", "Status", "Keterangan"],
                    [
                        .. actions.Select(figure =>
                            (IReadOnlyList<string>)
                                [
                                    ReportNames.Of(plan, figure.Action),
                                    PageWords.Number(figure.Progress),
                                    figure.Status ?? "–",
                                    figure.Note ?? "–",
                                ]
                        ),
                    ]
                )
            );
        }

        tables.Add(
            new PageTable(
                "Sub kegiatan",
                ["Sub kegiatan", "Serapan", "Fisik (%)", "Keluaran", "Keterangan"],
                [
                    .. submission.SubActivities.Select(figure =>
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
            )
        );
        if (finance is not null)
            tables.Add(Differences(plan, submission, finance));
        if (finance?.Exceptions is not null && Exceptions(plan, submission, finance) is { Rows.Count: > 0 } exceptions)
            tables.Add(exceptions);
        return tables;
    }

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

/// <summary>What a revision changed against the one before, for the verifier and for who sent it.</summary>
internal static class SubmissionChanges
{
    public static IReadOnlyList<PageTable> Of(OfficePlan plan, Submission? before, Submission? now)
    {
        if (before is null || now is null)
            return [];
        var old = Cells(plan, before).ToDictionary(cell => cell.Label, cell => cell.Value);
        var changed = Cells(plan, now)
            .Where(cell => old.GetValueOrDefault(cell.Label, "–") != cell.Value)
            .Select(cell => (IReadOnlyList<string>)[cell.Label, old.GetValueOrDefault(cell.Label, "–"), cell.Value])
            .ToList();
        return
        [
            new PageTable(
                "Perubahan sejak revisi sebelumnya",
                ["Isian", "Sebelumnya", "Sekarang"],
                changed.Count == 0
                    ?
                    [
                        ["Tidak ada isian yang berubah", "", ""],
                    ]
                    : changed
            ),
        ];
    }

    private static IEnumerable<(string Label, string Value)> Cells(OfficePlan plan, Submission submission) =>
        from table in SubmissionTables.Of(plan, submission)
        from row in table.Rows
        from at in Enumerable.Range(1, table.Heads.Count - 1)
        select ($"{row[0]}: {table.Heads[at]}", row[at]);
}
