using Sakip.Collection;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>What a quarterly report tells beyond its figures.</summary>
/// <param name="Late">Codes of sub-units that handed in after the due day.</param>
/// <param name="Missing">Codes of sub-units whose report was not verified in time.</param>
/// <param name="Evidence">Every file of the quarter that counts.</param>
internal sealed record QuarterSupplement(
    IReadOnlyList<string> Late,
    IReadOnlyList<string> Missing,
    IReadOnlyList<Consistency.EvidenceFact> Evidence
);

/// <summary>Sections on completeness, forecast, action plan, differences and evidence.</summary>
internal static class QuarterSupplementSections
{
    public static IEnumerable<Block> Of(
        OfficePlan plan,
        YearEvaluation evaluation,
        QuarterlyFigures figures,
        QuarterSupplement? supplement
    )
    {
        yield return Head("D. Prakiraan Akhir Tahun");
        yield return Forecasts(plan, evaluation, figures.Quarter);
        var letter = 'D';
        if (figures.Actions.Count > 0)
        {
            yield return Head($"{++letter}. Rencana Aksi");
            yield return Actions(plan, figures);
        }

        var differences = figures.SubActivities.Where(figure => figure.Reported is not null).ToList();
        if (differences.Count > 0)
        {
            yield return Head($"{++letter}. Selisih dengan Data Keuangan");
            yield return Differences(plan, differences);
        }

        if (supplement is null)
            yield break;
        yield return Head($"{++letter}. Kelengkapan Laporan");
        yield return Completeness(plan, figures.Quarter, supplement);
        yield return Head($"{++letter}. Bukti Dukung");
        yield return supplement.Evidence.Count == 0
            ? new Paragraph("Tidak ada bukti dukung yang diunggah pada triwulan ini.")
            : Evidence(plan, supplement.Evidence);
    }

    private static Paragraph Head(string text) => new(text, ParagraphStyle.Bold) { KeepWithNext = true };

    private static Table Forecasts(OfficePlan plan, YearEvaluation evaluation, Quarter quarter) =>
        new(
            [new(40), new(16), new(16), new(28)],
            [Cells.HeadRow("Indikator Kinerja", "Target Tahun", "Prakiraan", "Keterangan")],
            [
                .. evaluation.Indicators.Select(indicator =>
                {
                    var known = plan.StrategicPlan.Indicators().FirstOrDefault(one => one.Code == indicator.Code);
                    var forecast = known is null ? null : YearForecasts.Of(known, indicator, quarter);
                    return new Row([
                        new Cell(indicator.Name),
                        Cells.Value(indicator.Target?.Value, indicator.TargetText),
                        Cells.Value(
                            forecast?.Value,
                            forecast is null ? "-" : IndicatorEvaluator.Show(known!, forecast.Value)
                        ),
                        new Cell(
                            forecast switch
                            {
                                null => "Belum dapat diperkirakan",
                                { Reaches: true } => $"Tercapai ({forecast.Method})",
                                { Reaches: false } => $"Belum tercapai ({forecast.Method})",
                                _ => forecast.Method,
                            }
                        ),
                    ]);
                }),
            ]
        )
        {
            SheetName = "Prakiraan",
        };

    private static Table Actions(OfficePlan plan, QuarterlyFigures figures) =>
        new(
            [new(50), new(16), new(14), new(20)],
            [Cells.HeadRow("Rencana Aksi", "Target (%)", "Kemajuan (%)", "Status")],
            [
                .. plan.ActionPlan.Select(item =>
                {
                    var figure = figures.Actions.FirstOrDefault(one => one.Action == item.Code);
                    return new Row([
                        new Cell(item.Action + Output(item, figures.Quarter, figure)),
                        Cells.Natural(item.Quarterly[(int)figures.Quarter - 1]),
                        Cells.Natural(figure?.Progress),
                        Cells.Centre(figure?.Status ?? "-"),
                    ]);
                }),
            ]
        )
        {
            SheetName = "Rencana aksi",
        };

    // " (keluaran: 2 dari 3 dokumen)" where quantities are planned.
    private static string Output(ActionItem item, Quarter quarter, ActionFigure? figure) =>
        item.Quantities is { } quantities
            ? $" (keluaran: {(figure?.Quantity is { } come ? IndonesianNumber.Natural(come, 0) : "belum dilaporkan")} dari "
                + $"{IndonesianNumber.Natural(quantities[(int)quarter - 1], 0)} {item.Measure})"
            : "";

    private static Table Differences(OfficePlan plan, IReadOnlyList<SubActivityFigure> figures) =>
        new(
            [new(46), new(18), new(18), new(18)],
            [Cells.HeadRow("Sub Kegiatan", "Menurut Sub-unit (Rp)", "Menurut Keuangan (Rp)", "Selisih (Rp)")],
            [
                .. figures.Select(figure => new Row([
                    new Cell(
                        plan.Budget.SubActivities().FirstOrDefault(sub => sub.Code == figure.SubActivity)?.Name
                            ?? figure.SubActivity
                    ),
                    Cells.Rupiah(figure.Reported),
                    Cells.Rupiah(figure.Spending),
                    Cells.Rupiah(figure.Spending - figure.Reported),
                ])),
            ]
        )
        {
            SheetName = "Selisih keuangan",
        };

    private static Table Completeness(OfficePlan plan, Quarter quarter, QuarterSupplement supplement) =>
        new(
            [new(60), new(40)],
            [Cells.HeadRow("Sub-unit", "Keadaan")],
            [
                .. Carriers
                    .In(plan, quarter)
                    .SubUnits()
                    .Select(subUnit => new Row([
                        new Cell(subUnit.Name),
                        Cells.Centre(
                            supplement.Missing.Contains(subUnit.Code) ? "Tidak terverifikasi sampai tenggat"
                            : supplement.Late.Contains(subUnit.Code) ? "Terverifikasi, terlambat dikirim"
                            : "Terverifikasi, tepat waktu"
                        ),
                    ])),
            ]
        )
        {
            SheetName = "Kelengkapan",
        };

    private static Table Evidence(OfficePlan plan, IReadOnlyList<Consistency.EvidenceFact> evidence) =>
        new(
            [new(34), new(30), new(16), new(20)],
            [Cells.HeadRow("Membuktikan", "Berkas", "Tanggal", "SHA-256")],
            [
                .. evidence.Select(file => new Row([
                    new Cell(NameOf(plan, file.Owner)),
                    new Cell(file.FileName),
                    Cells.Centre(file.DocumentDate is { } date ? IndonesianDate.Long(date) : "-"),
                    new Cell(file.Sha256[..16] + "…"),
                ])),
            ]
        )
        {
            SheetName = "Bukti dukung",
        };

    private static string NameOf(OfficePlan plan, string owner) =>
        plan.StrategicPlan.Indicators().FirstOrDefault(one => one.Code == owner)?.Name
        ?? plan.Budget.SubActivities().FirstOrDefault(one => one.Code == owner)?.Name
        ?? plan.ActionPlan.FirstOrDefault(one => one.Code == owner)?.Action
        ?? owner;
}
