using System.Globalization;
using System.Text;
using Sakip.Documents.Pdf.Objects;
using SkiaSharp;

namespace Sakip.Signing;

/// <summary>
/// The characters of one block as a Type 3 font of their outlines: embedded by nature, as PDF/A wants, a few kilobytes large, and
/// its text can be searched and copied.
/// </summary>
internal sealed class OutlineFont(SignatureFont font, IEnumerable<string> lines)
{
    private const int MostCharacters = 255;

    private readonly char[] _characters =
    [
        .. lines.SelectMany(font.Showable).Append('?').Distinct().Order().Take(MostCharacters),
    ];

    /// <summary>The text in the font's own code: the n-th character is byte n, from 1.</summary>
    public PdfString Encode(string text) =>
        new(
            [
                .. font.Showable(text)
                    .Select(c => (byte)(Array.IndexOf(_characters, _characters.Contains(c) ? c : '?') + 1)),
            ],
            Hex: true
        );

    public PdfReference AddTo(PdfUpdate update)
    {
        var names = _characters.Select((_, i) => $"c{i + 1}").ToArray();
        var outlines = _characters.Select((c, i) => (names[i], (PdfObject)update.Add(Procedure(c))));
        return update.Add(
            PdfDictionary.Of(
                ("Type", new PdfName("Font")),
                ("Subtype", new PdfName("Type3")),
                ("FontBBox", PdfArray.Of(-300, -300, 1300, 1100)),
                ("FontMatrix", PdfArray.Of(0.001m, 0, 0, 0.001m, 0, 0)),
                ("CharProcs", PdfDictionary.Of(outlines)),
                (
                    "Encoding",
                    PdfDictionary.Of(
                        ("Type", new PdfName("Encoding")),
                        ("Differences", new PdfArray([new PdfNumber(1), .. names.Select(n => new PdfName(n))]))
                    )
                ),
                ("FirstChar", new PdfNumber(1)),
                ("LastChar", new PdfNumber(_characters.Length)),
                ("Widths", PdfArray.Of(_characters.Select(c => (decimal)font.AdvanceOf(c)))),
                ("Resources", PdfDictionary.Empty),
                ("ToUnicode", update.Add(ToUnicode()))
            )
        );
    }

    private PdfStream Procedure(char c)
    {
        var content = new StringBuilder();
        using var outline = font.OutlineOf(c);
        var bounds = outline?.TightBounds ?? SKRect.Empty;
        content.Append(
            CultureInfo.InvariantCulture,
            $"{font.AdvanceOf(c)} 0 {bounds.Left:0.#} {-bounds.Bottom:0.#} {bounds.Right:0.#} {-bounds.Top:0.#} d1\n"
        );
        if (outline is not null)
        {
            Draw(content, outline);
        }

        return new PdfStream(PdfDictionary.Empty, Encoding.ASCII.GetBytes(content.Append("f\n").ToString()));
    }

    private static void Draw(StringBuilder content, SKPath outline)
    {
        using var iterator = outline.CreateRawIterator();
        var points = new SKPoint[4];
        for (SKPathVerb verb; (verb = iterator.Next(points)) != SKPathVerb.Done; )
        {
            switch (verb)
            {
                case SKPathVerb.Move:
                    Operator("m", points[0]);
                    break;
                case SKPathVerb.Line:
                    Operator("l", points[1]);
                    break;
                case SKPathVerb.Quad:
                    Operator("c", Towards(points[0], points[1]), Towards(points[2], points[1]), points[2]);
                    break;
                case SKPathVerb.Cubic:
                    Operator("c", points[1], points[2], points[3]);
                    break;
                case SKPathVerb.Close:
                    Operator("h");
                    break;
            }
        }

        // A quadratic curve as a cubic one: each control point lies two thirds of the way to the common one.
        static SKPoint Towards(SKPoint end, SKPoint control) =>
            new(end.X + (2 * (control.X - end.X) / 3), end.Y + (2 * (control.Y - end.Y) / 3));

        void Operator(string name, params ReadOnlySpan<SKPoint> to)
        {
            foreach (var point in to)
            {
                content.Append(CultureInfo.InvariantCulture, $"{point.X:0.#} {-point.Y:0.#} ");
            }

            content.Append(name).Append('\n');
        }
    }

    private PdfStream ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n").Append(
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        );
        foreach (var part in _characters.Index().Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (i, c) in part)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{i + 1:X2}> <{(int)c:X4}>\n");
            }

            map.Append("endbfchar\n");
        }

        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return new PdfStream(PdfDictionary.Empty, Encoding.ASCII.GetBytes(map.ToString()));
    }
}
