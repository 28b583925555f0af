using Sakip.Collection;
using Sakip.Evaluation;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Collection;

/// <summary>
/// A report as whoever approves or verifies it should see it: each figure beside its target, ceiling and last quarter,
/// and what deviates first.
/// </summary>
internal static class DecisionTables
{
    private const string Deviates = "Menyimpang";

    public static IReadOnlyList<PageTable> Of(OfficePlan plan, SubmissionSheet sheet, Submission submission) =>
        [
            .. submission.Indicators.Count == 0 ? [] : new[] { Indicators(plan, sheet, submission.Indicators) },
            .. submission.Actions is { Count: > 0 } actions ? new[] { SubmissionTables.Actions(plan, actions) } : [],
            SubActivities(plan, sheet, submission.SubActivities),
        ];

    /// <summary>"1 indikator, 8 sub kegiatan; 2 menyimpang": what is to be decided, at a glance.</summary>
    public static string Summary(SubmissionSheet sheet, Submission submission)
    {
        var deviating =
            submission.Indicators.Count(figure =>
                sheet.Indicators.FirstOrDefault(one => one.Code == figure.Indicator) is { } indicator
                && SubmissionRules.NeedsExplanation(sheet, indicator, figure) is not null
            )
            + submission.SubActivities.Count(figure =>
                sheet.SubActivities.FirstOrDefault(one => one.Code == figure.SubActivity) is { } sub
                && SubmissionRules.NeedsExplanation(sheet, sub, figure) is not null
            );
        IEnumerable<(int Count, string What)> parts =
        [
            (submission.Indicators.Count, "indikator"),
            (submission.Actions?.Count ?? 0, "rencana aksi"),
            (submission.SubActivities.Count, "sub kegiatan"),
        ];
        return string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.What}"))
            + (deviating == 0 ? "; tidak ada yang menyimpang" : $"; {deviating} menyimpang");
    }

    private static PageTable Indicators(OfficePlan plan, SubmissionSheet sheet, IReadOnlyList<IndicatorFigure> figures)
    {
        var rows = figures
            .Select(figure =>
                (Figure: figure, Indicator: sheet.Indicators.FirstOrDefault(one => one.Code == figure.Indicator))
            )
            .Select(row =>
                (
                    row.Figure,
                    row.Indicator,
                    Stands: row.Indicator is null
                        ? null
                        : SubmissionRules.NeedsExplanation(sheet, row.Indicator, row.Figure)
                )
            )
            .OrderBy(row => row.Stands is null)
            .ToList();
        return new PageTable(
            Caption("Indikator kinerja", rows.Count, rows.Count(row => row.Stands is not null)),
            [
                "Indikator",
                "Realisasi",
                "Target triwulan",
                "Triwulan lalu",
                "Perhatian",
                "Penjelasan",
                "Pendukung",
                "Penghambat",
                "Solusi",
                "Tindak lanjut",
            ],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<string>)
                        [
                            ReportNames.Of(plan, row.Figure.Indicator),
                            SubmissionTables.Value(plan, row.Figure),
                            row.Indicator is null ? "–" : TargetOf(sheet, row.Indicator),
                            row.Indicator is null ? "–" : BeforeOf(sheet, row.Indicator),
                            row.Stands is null ? "–" : Deviates,
                            row.Figure.Explanation ?? "–",
                            row.Figure.Supporting ?? "–",
                            row.Figure.Hindering ?? "–",
                            row.Figure.Solution ?? "–",
                            row.Figure.FollowUp ?? "–",
                        ]
                ),
            ]
        );
    }

    private static PageTable SubActivities(
        OfficePlan plan,
        SubmissionSheet sheet,
        IReadOnlyList<SubActivityFigure> figures
    )
    {
        var rows = figures
            .Select(figure =>
                (Figure: figure, Sub: sheet.SubActivities.FirstOrDefault(one => one.Code == figure.SubActivity))
            )
            .Select(row =>
                (
                    row.Figure,
                    row.Sub,
                    Stands: row.Sub is null ? null : SubmissionRules.NeedsExplanation(sheet, row.Sub, row.Figure)
                )
            )
            .OrderBy(row => row.Stands is null)
            .ToList();
        return new PageTable(
            Caption("Sub kegiatan", rows.Count, rows.Count(row => row.Stands is not null)),
            ["Sub kegiatan", "Serapan", "Fisik", "Keluaran", "Perhatian", "Keterangan"],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<string>)
                        [
                            ReportNames.Of(plan, row.Figure.SubActivity),
                            Spending(sheet, row.Sub, row.Figure),
                            Physical(sheet, row.Figure),
                            Output(row.Sub, row.Figure),
                            row.Stands is null ? "–" : Deviates,
                            row.Figure.Note ?? "–",
                        ]
                ),
            ]
        );
    }

    private static string Caption(string what, int rows, int deviating) =>
        deviating == 0 ? $"{what}: {rows}" : $"{what}: {rows}, {deviating} menyimpang";

    private static string TargetOf(SubmissionSheet sheet, Indicator indicator)
    {
        var target = SubmissionRules.Target(sheet, indicator, sheet.Quarter);
        return target?.Text ?? PageWords.Number(target?.Value);
    }

    private static string BeforeOf(SubmissionSheet sheet, Indicator indicator) =>
        sheet.Before?.Indicators.FirstOrDefault(one => one.Indicator == indicator.Code) is { } before
            ? before.Text ?? PageWords.Number(Consolidations.ValueOf(indicator, before))
            : "–";

    // "Rp10.000.000 dari Rp299.658.000 (3,3%; triwulan lalu 6%)".
    private static string Spending(SubmissionSheet sheet, Budget.SubActivity? sub, SubActivityFigure figure)
    {
        var spent = PageWords.Rupiah(figure.Spending);
        if (figure.Spending is not { } now || sub is not { Ceiling: > 0m })
            return spent;
        var before = Before(sheet, figure)?.Spending is { } then ? $"; triwulan lalu {Share(then, sub.Ceiling)}" : "";
        return $"{spent} dari {PageWords.Rupiah(sub.Ceiling)} ({Share(now, sub.Ceiling)}{before})";
    }

    private static string Physical(SubmissionSheet sheet, SubActivityFigure figure)
    {
        if (figure.PhysicalPercent is not { } now)
            return "–";
        var before = Before(sheet, figure)?.PhysicalPercent is { } then
            ? $" (triwulan lalu {PageWords.Number(then)}%)"
            : "";
        return $"{PageWords.Number(now)}%{before}";
    }

    // "2 dari 12 Laporan".
    private static string Output(Budget.SubActivity? sub, SubActivityFigure figure) =>
        figure.Output is null ? "–"
        : sub?.OutputTarget is { } target
            ? $"{PageWords.Number(figure.Output)} dari {PageWords.Number(target)} {sub.OutputMeasure}".TrimEnd()
        : $"{PageWords.Number(figure.Output)} {sub?.OutputMeasure}".TrimEnd();

    private static SubActivityFigure? Before(SubmissionSheet sheet, SubActivityFigure figure) =>
        sheet.Before?.SubActivities.FirstOrDefault(one => one.SubActivity == figure.SubActivity);

    private static string Share(decimal part, decimal whole) => PageWords.Number(part / whole * 100m) + "%";
}
