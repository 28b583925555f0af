using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Agreements;

/// <summary>
/// The staff targets (SKP) of the head of office. Rows that equal the agreement's indicators are taken from it, so that
/// the two can never differ.
/// </summary>
internal static class StaffTargetTables
{
    public static IEnumerable<Block> Build(OfficePlan plan, AgreementSnapshot snapshot)
    {
        yield return new KeyValueTable([
            new("Periode penilaian", $"2 Januari {snapshot.Year} s.d. 31 Desember {snapshot.Year}"),
            new("Pegawai yang dinilai", snapshot.FirstParty.Name),
            .. Nip("NIP", snapshot.FirstParty),
            new("Jabatan", snapshot.FirstParty.Title),
            new("Pejabat penilai kinerja", snapshot.SecondParty.Name),
            .. Nip("NIP penilai", snapshot.SecondParty),
            new("Jabatan penilai", snapshot.SecondParty.Title),
            new("Unit kerja", plan.Unit.Name),
        ]);
        var own = plan.Agreement.StaffTargets ?? [];
        yield return new Paragraph("A. Hasil Kerja", ParagraphStyle.Bold) { KeepWithNext = true };
        yield return Results(
            [
                .. snapshot.Indicators.Select(indicator => new StaffTarget(
                    "Utama",
                    indicator.Objective,
                    indicator.Name,
                    TargetOf(plan, indicator),
                    "Penerima Layanan"
                )),
                .. own.Where(target => target.Kind == "Utama"),
            ],
            [.. own.Where(target => target.Kind == "Tambahan")]
        );
        var behaviours = own.Where(target => target.Kind == "Perilaku").ToList();
        if (behaviours.Count == 0)
            yield break;
        yield return new Paragraph("B. Perilaku Kerja", ParagraphStyle.Bold) { KeepWithNext = true };
        yield return Behaviours(behaviours);
    }

    private static IEnumerable<KeyValueRow> Nip(string label, OfficialSnapshot official) =>
        official.Nip is { Length: > 0 } nip ? [new KeyValueRow(label, Signatures.Nip(nip))] : [];

    private static Table Results(IReadOnlyList<StaffTarget> main, IReadOnlyList<StaffTarget> additional)
    {
        var rows = new List<Row> { Cells.Group("Utama", 5) };
        rows.AddRange(main.Select(Result));
        if (additional.Count > 0)
            rows.Add(Cells.Group("Tambahan", 5));
        rows.AddRange(additional.Select(Result));
        return new Table(
            [new(6), new(38), new(28), new(13), new(15)],
            [Cells.HeadRow("No.", "Rencana Hasil Kerja", "Indikator", "Target", "Perspektif")],
            rows
        )
        {
            SheetName = "SKP Hasil Kerja",
        };
    }

    private static Row Result(StaffTarget target, int index) =>
        new([
            Cells.Number(index + 1),
            new Cell(target.Plan),
            new Cell(target.Indicator),
            Cells.Centre(target.Target ?? "-"),
            Cells.Centre(target.Perspective ?? "-"),
        ]);

    private static Table Behaviours(List<StaffTarget> behaviours) =>
        new(
            [new(6), new(56), new(38)],
            [Cells.HeadRow("No.", "Nilai Dasar dan Panduan Perilaku", "Ekspektasi Khusus Pimpinan")],
            [
                .. behaviours.Select(
                    (target, index) =>
                        new Row([Cells.Number(index + 1), Lines(target.Plan), new Cell(target.Indicator)])
                ),
            ]
        )
        {
            SheetName = "SKP Perilaku",
        };

    private static Cell Lines(string text)
    {
        var lines = text.Split('\n');
        return new Cell([
            new TextRun(lines[0]) { Bold = true },
            .. lines[1..]
                .SelectMany(line =>
                    new Inline[] { new LineBreak(), line.Replace("- ", "– ", StringComparison.Ordinal) }
                ),
        ]);
    }

    private static string TargetOf(OfficePlan plan, AgreedIndicator indicator)
    {
        var precision =
            plan.StrategicPlan.Indicators().FirstOrDefault(one => one.Code == indicator.Indicator)?.Precision ?? 0;
        return indicator.Target.Value is { } value
            ? $"{IndonesianNumber.Natural(value, precision)} {indicator.Measure.ToLowerInvariant()}"
            : indicator.Target.Text ?? "-";
    }
}
