using System.Globalization;
using System.Text;
using QRCoder;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>Draws the visible block of a signature: the QR code at the left, the lines of text beside it.</summary>
internal static class AppearanceStream
{
    private const double Padding = 3;
    private const double LargestText = 9;
    private const double SmallestText = 4;
    private const double LineHeight = 1.2;
    private const double MeanGlyphWidth = 0.52;
    private const string TrialLine = "UJI COBA - tidak berlaku sebagai dokumen resmi";

    public static PdfStream Draw(PdfUpdate update, SignatureAppearance appearance, bool isTrial)
    {
        var lines = isTrial ? [.. appearance.Lines, TrialLine] : appearance.Lines;
        var content = new StringBuilder("q\n");
        var textLeft = Padding;
        if (appearance.QrPayload is { } payload)
        {
            var side = Math.Min(appearance.Height - (2 * Padding), appearance.Width / 2);
            DrawQr(content, payload, Padding, (appearance.Height - side) / 2, side);
            textLeft = (2 * Padding) + side;
        }

        DrawLines(content, lines, textLeft, appearance);
        content.Append("Q\n");
        var font = update.Add(PdfDictionary.Of(
            ("Type", new PdfName("Font")),
            ("Subtype", new PdfName("Type1")),
            ("BaseFont", new PdfName("Helvetica")),
            ("Encoding", new PdfName("WinAnsiEncoding"))));
        return new PdfStream(
            PdfDictionary.Of(
                ("Type", new PdfName("XObject")),
                ("Subtype", new PdfName("Form")),
                ("BBox", PdfArray.Of(0, 0, Math.Round((decimal)appearance.Width, 2), Math.Round((decimal)appearance.Height, 2))),
                ("Resources", PdfDictionary.Of(("Font", PdfDictionary.Of(("F1", font)))))),
            Encoding.Latin1.GetBytes(content.ToString()));
    }

    private static void DrawQr(StringBuilder content, string payload, double left, double bottom, double side)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        var module = side / size;
        content.Append("0 g\n");
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var start = column;
                while (column < size && code.ModuleMatrix[row][column])
                {
                    column++;
                }

                if (column > start)
                {
                    var y = bottom + ((size - 1 - row) * module);
                    content.Append(CultureInfo.InvariantCulture, $"{left + (start * module):0.###} {y:0.###} ")
                        .Append(CultureInfo.InvariantCulture, $"{(column - start) * module:0.###} {module:0.###} re\n");
                }
            }
        }

        content.Append("f\n");
    }

    private static void DrawLines(StringBuilder content, IReadOnlyList<string> lines, double left, SignatureAppearance appearance)
    {
        var longest = Math.Max(1, lines.Max(l => l.Length));
        var byWidth = (appearance.Width - left - Padding) / (longest * MeanGlyphWidth);
        var byHeight = (appearance.Height - (2 * Padding)) / (lines.Count * LineHeight);
        var size = Math.Clamp(Math.Min(byWidth, byHeight), SmallestText, LargestText);
        var y = (appearance.Height / 2) + (lines.Count * size * LineHeight / 2) - size;
        content.Append(CultureInfo.InvariantCulture, $"BT /F1 {size:0.##} Tf {size * LineHeight:0.##} TL {left:0.##} {y:0.##} Td\n");
        foreach (var line in lines)
        {
            content.Append(Encoding.Latin1.GetString(PdfSerializer.ToBytes(new PdfString(Encoding.Latin1.GetBytes(line))))).Append(" Tj T*\n");
        }

        content.Append("ET\n");
    }
}
