using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Sakip.Documents.Pdf;
using Sakip.Documents.Pdf.Layout;
using SkiaSharp;

namespace Sakip.Documents.Svg;

/// <summary>
/// A drawing as SVG for pages, by the same painter as the PDF's: what officials see on the screen is what the report
/// prints. Attributes only, no style element, so that a strict content policy lets it through.
/// </summary>
internal sealed partial class SvgWriter(FontLibrary fonts)
{
    /// <param name="width">In points; the picture scales to the width that it is given.</param>
    /// <param name="id">Tells its inner ids apart from those of other pictures of the page.</param>
    public string Write(Drawing drawing, string id, float width = 480)
    {
        var painted = DrawingPainter.Of(drawing, new LineBreaker(fonts), width);
        using var buffer = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(width, painted.Height), buffer))
        using (var pen = new Pen(fonts))
        {
            pen.Begin(canvas, new SKSize(width, painted.Height), 1);
            painted.Draw(pen, 0, 0);
        }

        var svg = Encoding.UTF8.GetString(buffer.ToArray());
        var body = svg[
            (svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal)) + 1)..svg.LastIndexOf(
                "</svg>",
                StringComparison.Ordinal
            )
        ];
        body = Id().Replace(body, match => match.Groups[1].Value + id + "-" + match.Groups[2].Value);
        var size = string.Create(CultureInfo.InvariantCulture, $"{width:0.#} {painted.Height:0.#}");
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size}\" role=\"img\" aria-label=\""
            + WebUtility.HtmlEncode(drawing.Description)
            + "\">"
            + body.Trim()
            + "</svg>";
    }

    [GeneratedRegex(
        "(\\bid=\"|url\\(#|href=\"#)([^\")]+)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Id();
}
