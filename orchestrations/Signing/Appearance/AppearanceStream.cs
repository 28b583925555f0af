using System.Globalization;
using System.Text;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>Draws a signature's block as a PDF form: the form's own operators, no picture.</summary>
internal static class AppearanceStream
{
    public static PdfStream Draw(PdfUpdate update, SignatureAppearance appearance, bool isTrial)
    {
        using var font = new SignatureFont();
        var layout = SignatureBlockLayout.Of(appearance, isTrial, font);
        var outlines = new OutlineFont(font, layout.Lines.Select(l => l.Text));
        var content = new StringBuilder("q\n");
        if (appearance.QrPayload is { } payload)
        {
            DrawQr(content, new QrModules(payload), layout);
        }

        foreach (var line in layout.Lines)
        {
            var code = Encoding.ASCII.GetString(PdfSerializer.ToBytes(outlines.Encode(line.Text)));
            content
                .Append(line.IsTrial ? "0.75 0 0 rg\n" : "0 g\n")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"BT /F1 {layout.TextSize:0.##} Tf {line.X:0.##} {line.Y:0.##} Td {code} Tj ET\n"
                );
        }

        content.Append("Q\n");
        return new PdfStream(
            PdfDictionary.Of(
                ("Type", new PdfName("XObject")),
                ("Subtype", new PdfName("Form")),
                (
                    "BBox",
                    PdfArray.Of(0, 0, Math.Round((decimal)layout.Width, 2), Math.Round((decimal)layout.Height, 2))
                ),
                ("Resources", PdfDictionary.Of(("Font", PdfDictionary.Of(("F1", outlines.AddTo(update))))))
            ),
            Encoding.ASCII.GetBytes(content.ToString())
        );
    }

    private static void DrawQr(StringBuilder content, QrModules qr, SignatureBlockLayout layout)
    {
        var module = layout.QrSide / qr.Size;
        content.Append("0 g\n");
        foreach (var (row, column, length) in qr.Runs())
        {
            var (x, y) = (layout.QrLeft + (column * module), layout.QrBottom + ((qr.Size - 1 - row) * module));
            content.Append(
                CultureInfo.InvariantCulture,
                $"{x:0.###} {y:0.###} {length * module:0.###} {module:0.###} re\n"
            );
        }

        content.Append("f\n");
    }
}
