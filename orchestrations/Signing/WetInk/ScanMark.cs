using System.Globalization;
using System.Text;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>The mark at the foot of a scanned page, as a locked note: what the scanner drew is not touched.</summary>
internal static class ScanMark
{
    private const decimal Height = 26;
    private const decimal Size = 7;
    private const int PrintReadOnlyLocked = 4 | 64 | 128;

    public static PdfDictionary On(PdfPage page, IReadOnlyList<string> lines, SignatureFont font, PdfUpdate update)
    {
        var turn = page.Dictionary["Rotate"] is PdfNumber { Value: var given } ? (int)given % 360 : 0;
        turn = turn < 0 ? turn + 360 : turn;
        var box = page.MediaBox;
        // What is shown as the foot of a turned page is another side of it.
        var (rectangle, matrix) = turn switch
        {
            90 => (box with { X = box.X + box.Width - Height, Width = Height }, (decimal[])[0, 1, -1, 0, 0, 0]),
            180 => (box with { Y = box.Y + box.Height - Height, Height = Height }, [-1, 0, 0, -1, 0, 0]),
            270 => (box with { Width = Height }, [0, -1, 1, 0, 0, 0]),
            _ => (box with { Height = Height }, [1, 0, 0, 1, 0, 0]),
        };
        var length = turn is 90 or 270 ? box.Height : box.Width;
        var drawn = update.Add(Draw(lines, length, matrix, font, update));
        return PdfDictionary.Of(
            ("Type", new PdfName("Annot")),
            ("Subtype", new PdfName("Stamp")),
            ("F", new PdfNumber(PrintReadOnlyLocked)),
            ("P", page.Reference),
            ("Rect", rectangle.ToArray()),
            ("Contents", PdfText.FromText(string.Join(" – ", lines))),
            ("AP", PdfDictionary.Of(("N", drawn)))
        );
    }

    private static PdfStream Draw(
        IReadOnlyList<string> lines,
        decimal length,
        decimal[] matrix,
        SignatureFont font,
        PdfUpdate update
    )
    {
        var outlines = new OutlineFont(font, lines);
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"q 1 g 0 0 {length:0.##} {Height} re f 0 g\n");
        for (var i = 0; i < lines.Count; i++)
        {
            var code = Encoding.ASCII.GetString(PdfSerializer.ToBytes(outlines.Encode(lines[i])));
            content.Append(
                CultureInfo.InvariantCulture,
                $"BT /F1 {Size} Tf 18 {Height - 9 - (i * (Size + 2)):0.##} Td {code} Tj ET\n"
            );
        }

        content.Append("Q\n");
        return new PdfStream(
            PdfDictionary.Of(
                ("Type", new PdfName("XObject")),
                ("Subtype", new PdfName("Form")),
                ("BBox", PdfArray.Of(0, 0, Math.Round(length, 2), Height)),
                ("Matrix", PdfArray.Of(matrix)),
                ("Resources", PdfDictionary.Of(("Font", PdfDictionary.Of(("F1", outlines.AddTo(update))))))
            ),
            Encoding.ASCII.GetBytes(content.ToString())
        );
    }
}
