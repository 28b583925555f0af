using Sakip.Documents;
using Sakip.Kernel;

namespace Sakip.Reporting;

/// <summary>Annex 7: the Inspectorate's statement of review with its checklist, or that it is still to come.</summary>
internal static class ReviewAnnex
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        yield return new Heading(1, "PERNYATAAN TELAH DIREVIU", "LAMPIRAN 7", "lampiran-7");
        yield return new Paragraph($"{context.Unit} Tahun Anggaran {context.Year}", ParagraphStyle.CentredBold);
        if (context.Data.Review is not { } review)
        {
            yield return new Box([
                new Paragraph(
                    "Reviu oleh Inspektorat belum selesai. Pernyataan dimuat di sini setelah reviu " + "dilakukan.",
                    ParagraphStyle.Flush
                ),
            ]);
            yield break;
        }

        foreach (var block in Statement(context, review))
            yield return block;
        if (review.Checklist is { } checklist)
            yield return Checklist(context, checklist);
    }

    private static IEnumerable<Block> Statement(ReportContext context, ReviewStatement review)
    {
        yield return new Paragraph(
            $"Kami telah mereviu Laporan Kinerja Instansi Pemerintah {context.Unit} untuk tahun anggaran "
                + $"{context.Year} sesuai dengan pedoman reviu atas laporan kinerja. Substansi informasi yang dimuat dalam laporan "
                + $"kinerja menjadi tanggung jawab manajemen {context.Unit}."
        );
        yield return new Paragraph(
            "Reviu bertujuan memberikan keyakinan terbatas bahwa laporan kinerja telah disajikan secara akurat, "
                + "andal, dan valid."
        );
        yield return new Paragraph(
            "Berdasarkan reviu kami, tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan dalam meyakini "
                + "keandalan informasi yang disajikan di dalam laporan kinerja ini."
        );
        string?[] notes = [review.Checklist?.Conclusion, review.Note];
        foreach (var note in notes.Where(note => !string.IsNullOrWhiteSpace(note)).Distinct())
            yield return new Paragraph("Catatan reviu: " + note).From(PartSource.Narrative);
        var rows = new List<KeyValueRow>
        {
            new("Dinyatakan oleh", review.Name),
            new("Jabatan", PostOf(context, review.Official)),
            new("Waktu", IndonesianDate.LongWithTime(review.At, context.Plan.Zone)),
        };
        if (review.Checklist?.Number is { Length: > 0 } number)
            rows.Insert(0, new("Laporan hasil reviu", number));
        yield return new KeyValueTable(rows);
        yield return new Paragraph(
            "Dinyatakan secara elektronik dengan kode sekali pakai yang dikirim ke kotak surat dinas pereviu.",
            ParagraphStyle.Note
        );
    }

    private static Table Checklist(ReportContext context, ReviewSubmission checklist)
    {
        var found = checklist.Findings.ToDictionary(finding => finding.Item);
        var number = 4 + context.Evaluation.Indicators.Count;
        return new Table(
            [new(6), new(40), new(18), new(36)],
            [Cells.HeadRow("No.", "Butir Reviu", "Status", "Catatan dan Rekomendasi")],
            [
                .. ReviewChecklist
                    .Of(context.Plan)
                    .SelectMany(group =>
                        group
                            .Items.Select(
                                (item, index) =>
                                    new Row([
                                        Cells.Number(index + 1),
                                        new Cell(item.Text),
                                        Cells.Centre(found.GetValueOrDefault(item.Code)?.Status.Words() ?? "-"),
                                        new Cell(Notes(found.GetValueOrDefault(item.Code))),
                                    ])
                            )
                            .Prepend(Cells.Group($"{group.Code}. {group.Title}", 4))
                    ),
            ]
        )
        {
            Caption = new Caption($"tabel-l-{number}", $"L.{number}", "Hasil Reviu per Butir"),
        };
    }

    private static string Notes(ReviewFinding? finding)
    {
        string?[] parts =
        [
            finding?.Note,
            finding?.Recommendation is { Length: > 0 } recommendation ? "Rekomendasi: " + recommendation : null,
        ];
        return string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } text
            ? text
            : "-";
    }

    private static string PostOf(ReportContext context, string official)
    {
        var day = context.Plan.Zone.DateAt(context.Data.Review!.At);
        return context
                .Plan.Appointments.Where(appointment => appointment.Official == official && appointment.CoversDay(day))
                .Select(appointment => context.Directory.HolderOf(appointment.Post, day)?.Title)
                .FirstOrDefault(title => title is not null)
            ?? "Inspektorat";
    }
}
