using Sakip.Documents;
using Sakip.Kernel;

namespace Sakip.Reporting;

/// <summary>What a corrected version says first: why it was made and what differs from the version before.</summary>
internal static class CorrectionSection
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        if (context.Data.Correction is not { } correction)
            yield break;
        yield return new Heading(1, $"PERUBAHAN DARI VERSI {correction.Before}", Id: "perubahan");
        yield return new Paragraph(
            $"Laporan ini adalah versi {context.Data.Version} dan menggantikan versi {correction.Before} yang diterbitkan pada "
                + $"tanggal {IndonesianDate.Long(correction.BeforePublishedOn)}. Versi terdahulu tetap tersimpan dan dapat dibaca."
        );
        yield return new Paragraph($"Alasan perbaikan: {correction.Reason}").From(PartSource.Narrative);
        if (correction.Figures.Count == 0)
        {
            yield return new Paragraph("Tidak ada angka yang berubah.").From(PartSource.Computed);
        }
        else
        {
            yield return new Table(
                [new(6), new(50), new(22), new(22)],
                [Cells.HeadRow("No.", "Angka", $"Versi {correction.Before}", $"Versi {context.Data.Version}")],
                [
                    .. correction.Figures.Select(
                        (figure, index) =>
                            new Row([
                                Cells.Number(index + 1),
                                new Cell(figure.Label),
                                Cells.Centre(figure.Before ?? "tidak ada"),
                                Cells.Centre(figure.After ?? "tidak ada"),
                            ])
                    ),
                ]
            )
            {
                Caption = new Caption("tabel-0-1", "0.1", "Angka yang Berubah"),
            };
        }

        if (correction.Sections.Count == 0)
            yield break;
        yield return new Paragraph("Bagian yang isinya berubah:", ParagraphStyle.Flush) { KeepWithNext = true }.From(
            PartSource.Computed
        );
        yield return new BlockList(ListStyle.Number, Sentences.Of(correction.Sections)).From(PartSource.Computed);
    }
}
