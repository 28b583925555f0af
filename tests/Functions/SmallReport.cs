using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Tests.Functions;

/// <summary>A Word document with one budget table, one percentage of which is wrong.</summary>
internal static class SmallReport
{
    public static byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(
                new Body(
                    Line("LAPORAN KINERJA DINAS CONTOH TAHUN 2024"),
                    Line("DINAS CONTOH KABUPATEN CONTOH"),
                    Line("BAB III AKUNTABILITAS KINERJA"),
                    Line("Tabel 3.1 Anggaran dan Realisasi"),
                    new Table(
                        Row("Kode", "Uraian", "Anggaran (Rp)", "Realisasi (Rp)", "%", "Sumbangan"),
                        Row("4.01.01", "PROGRAM CONTOH", "100.000.000", "50.000.000", "55,00", "1")
                    )
                )
            );
        }

        return file.ToArray();
    }

    private static TableRow Row(params string[] cells) => new(cells.Select(cell => new TableCell(Line(cell))));

    private static Paragraph Line(string text) => new(new Run(new Text(text)));
}
