using System.Globalization;
using System.IO.Compression;
using System.Text;
using Sakip.Signing;
using SkiaSharp;

namespace Sakip.Benchmarks.Files;

/// <summary>The files of the bench: the costly ones of each kind that stay within every limit of size.</summary>
internal static class FileKinds
{
    private static readonly DateTimeOffset _signedAt = new(2024, 1, 2, 9, 30, 0, TimeSpan.FromHours(8));

    public static IEnumerable<(string Kind, string Name, Func<byte[]> Make)> All =>
        [
            ("pdf", "PDF, 25.000 objek, dua tanda tangan", () => Signed(25_000, signatures: 2)),
            ("pdf", "PDF, 370.000 objek, dua tanda tangan", () => Signed(370_000, signatures: 2)),
            ("pdf", "PDF, 25.000 objek, delapan tanda tangan", () => Signed(25_000, signatures: 8)),
            ("pdf", "PDF, 370.000 objek, delapan tanda tangan", () => Signed(370_000, signatures: 8)),
            ("pdf", "PDF, 40 tabel terkemas 15 MB", () => Tables(40)),
            ("pdf", "PDF, 385 tabel terkemas 15 MB", () => Tables(385)),
            ("plan", "buku kerja, 9.000 × 10 sel", () => Workbook(9_000, pieces: 0)),
            ("plan", "buku kerja, 90.000 × 10 sel", () => Workbook(90_000, pieces: 0)),
            ("plan", "buku kerja, satu sel dari 20.000 potong", () => Workbook(1, pieces: 20_000)),
            ("plan", "buku kerja, satu sel dari 200.000 potong", () => Workbook(1, pieces: 200_000)),
            ("plan", "JSON, 10.000 objek kosong", () => Json(10_000)),
            ("plan", "JSON, 3.000.000 objek kosong", () => Json(3_000_000)),
            ("image", "gambar PNG 2000 × 2000", () => Picture(2_000)),
            ("image", "gambar PNG 4000 × 4000", () => Picture(4_000)),
        ];

    private static byte[] Signed(int objects, int signatures)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var rows = new StringBuilder();
        void Add(string value)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{text.Length:D10} 00000 n \n");
            text.Append(value);
        }

        Add("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Add("2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
        Add("3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n");
        for (var i = 4; i < objects; i++)
            Add(string.Create(CultureInfo.InvariantCulture, $"{i} 0 obj\n<</A {i - 1} 0 R/B[1 2 3]>>\nendobj\n"));
        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects}\n0000000000 65535 f \n")
            .Append(rows)
            .Append(
                CultureInfo.InvariantCulture,
                $"trailer\n<</Size {objects}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
            );
        var pdf = Encoding.ASCII.GetBytes(text.ToString());
        var signer = new CertificateSigner(new TrialCertificates(), TimeProvider.System);
        for (var i = 0; i < signatures; i++)
        {
            var person = new Signer($"p{i}", "Contoh", "Kepala Contoh");
            pdf = signer
                .SignAsync(
                    new SigningRequest(pdf, person, $"p{i}", "Uji", "Denpasar", _signedAt),
                    CancellationToken.None
                )
                .GetAwaiter()
                .GetResult()
                .Pdf;
        }

        return pdf;
    }

    // Each table is small in the file and large when unpacked, and each names the one before.
    private static byte[] Tables(int count)
    {
        var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 15; i++)
                deflate.Write(zeros);
        }

        using var pdf = new MemoryStream();
        pdf.Write("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"u8);
        long before = 0;
        for (var i = 0; i < count; i++)
        {
            var at = pdf.Position;
            var previous = before == 0 ? "" : $"/Prev {before}";
            pdf.Write(
                Encoding.ASCII.GetBytes(
                    $"{i + 2} 0 obj\n<</Type/XRef/W[1 4 2]/Index[0 1]/Size 9/Root 1 0 R{previous}/Filter/FlateDecode/Length {packed.Length}>>\nstream\n"
                )
            );
            packed.WriteTo(pdf);
            pdf.Write("\nendstream\nendobj\n"u8);
            before = at;
        }

        pdf.Write(Encoding.ASCII.GetBytes($"startxref\n{before}\n%%EOF\n"));
        return pdf.ToArray();
    }

    private static byte[] Workbook(int rows, int pieces)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(
                zip,
                "[Content_Types].xml",
                writer =>
                    writer.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
            );
            Write(
                zip,
                "_rels/.rels",
                writer =>
                    writer.Write(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                            + " Target=\"xl/workbook.xml\"/></Relationships>"
                    )
            );
            Write(
                zip,
                "xl/workbook.xml",
                writer =>
                    writer.Write(
                        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"Pegawai\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                    )
            );
            Write(
                zip,
                "xl/_rels/workbook.xml.rels",
                writer =>
                    writer.Write(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                            + " Target=\"worksheets/sheet1.xml\"/></Relationships>"
                    )
            );
            Write(zip, "xl/worksheets/sheet1.xml", writer => Sheet(writer, rows, pieces));
        }

        return file.ToArray();
    }

    private static void Sheet(StreamWriter writer, int rows, int pieces)
    {
        writer.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        writer.Write(
            "<row><c t=\"inlineStr\"><is><t>Kode</t></is></c><c t=\"inlineStr\"><is><t>Nama</t></is></c></row>"
        );
        for (var row = 0; row < rows; row++)
        {
            writer.Write("<row>");
            for (var cell = 0; cell < 10; cell++)
            {
                writer.Write("<c t=\"inlineStr\"><is><t>");
                for (var piece = 0; piece < pieces; piece++)
                    writer.Write("<![CDATA[x]]>");
                if (pieces == 0)
                    writer.Write(cell);
                writer.Write("</t></is></c>");
            }

            writer.Write("</row>");
        }

        writer.Write("</sheetData></worksheet>");
    }

    private static void Write(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        write(writer);
    }

    private static byte[] Json(int objects) =>
        Encoding.ASCII.GetBytes("{\"officials\":[" + string.Join(",", Enumerable.Repeat("{}", objects)) + "]}");

    private static byte[] Picture(int side)
    {
        using var bitmap = new SKBitmap(side, side);
        bitmap.Erase(SKColors.Teal);
        using var image = SKImage.FromBitmap(bitmap);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
