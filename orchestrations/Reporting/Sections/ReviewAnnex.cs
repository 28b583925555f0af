using Sakip.Calendar;
using Sakip.Documents;

namespace Sakip.Reporting;

/// <summary>Annex 7: the Inspectorate's statement of review, or that it is still to come.</summary>
internal static class ReviewAnnex
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        yield return new Heading(1, "PERNYATAAN TELAH DIREVIU", "LAMPIRAN 7", "lampiran-7");
        yield return new Paragraph($"{context.Unit} Tahun Anggaran {context.Year}", ParagraphStyle.CentredBold);
        if (context.Data.Review is not { } review)
        {
            yield return new Box(
                [new Paragraph("Reviu oleh Inspektorat belum selesai. Pernyataan dimuat di sini setelah reviu "
                    + "dilakukan.", ParagraphStyle.Flush)]);
            yield break;
        }

        yield return new Paragraph(
            $"Kami telah mereviu Laporan Kinerja Instansi Pemerintah {context.Unit} untuk tahun anggaran "
            + $"{context.Year} sesuai dengan "
            + "pedoman reviu atas laporan kinerja. Substansi informasi yang dimuat dalam laporan kinerja menjadi "
            + "tanggung jawab "
            + $"manajemen {context.Unit}.");
        yield return new Paragraph(
            "Reviu bertujuan memberikan keyakinan terbatas bahwa laporan kinerja telah disajikan secara akurat, "
            + "andal, dan valid.");
        yield return new Paragraph(
            "Berdasarkan reviu kami, tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan dalam meyakini "
            + "keandalan "
            + "informasi yang disajikan di dalam laporan kinerja ini.");
        if (!string.IsNullOrWhiteSpace(review.Note)) yield return new Paragraph("Catatan reviu: " + review.Note);
        yield return new KeyValueTable(
        [
            new("Dinyatakan oleh", review.Name),
            new("Jabatan", PostOf(context, review.Official)),
            new("Waktu", IndonesianDate.LongWithTime(review.At)),
        ]);
    }

    private static string PostOf(ReportContext context, string official)
    {
        var day = OfficeTime.DateAt(context.Data.Review!.At);
        return context.Plan.Appointments
            .Where(appointment => appointment.Official == official && appointment.CoversDay(day))
            .Select(appointment => context.Directory.HolderOf(appointment.Post, day)?.Title)
            .FirstOrDefault(title => title is not null) ?? "Inspektorat";
    }
}
