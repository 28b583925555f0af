using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Sakip.Documents.Pdf;
using Sakip.Documents.Pdf.Layout;
using SkiaSharp;
using A = DocumentFormat.OpenXml.Drawing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using PIC = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Sakip.Documents.Docx;

/// <summary>Drawings as pictures: the same painter as the PDF's, at three times its resolution.</summary>
internal sealed class WordPictures(MainDocumentPart part, FontLibrary fonts)
{
    private const float Scale = 2.5f;

    // Of the page's text, with its caption below.
    private const float Highest = 0.9f;

    // Charts are flat: a low level compresses them nearly as well in a fraction of the time.
    private static readonly SKPngEncoderOptions Fast = new(SKPngEncoderFilterFlags.Sub, zLibLevel: 3);
    private const long EmusPerPoint = 12700;

    private uint _count;

    public Run Of(Drawing drawing, float width)
    {
        var painted = DrawingPainter.Of(drawing, new LineBreaker(fonts), width);
        // What is higher than a page is set smaller, as in the PDF.
        var fit = Math.Min(1, Theme.TextHeight(width) * Highest / painted.Height);
        return Picture(
            width * fit,
            painted.Height * fit,
            drawing.Description,
            pen =>
            {
                pen.Canvas.Scale(fit);
                painted.Draw(pen, 0, 0);
            }
        );
    }

    public Run? Qr(string? payload, float size) =>
        QrDrawing.Of(payload) is { } qr
            ? Picture(size, size, "Kode QR", pen => qr.Draw(pen, SKRect.Create(0, 0, size, size)))
            : null;

    public Run Emblem(byte[]? logo, uint band, float size) =>
        Picture(size, size, "Lambang", pen => CoverEmblem.Draw(pen, SKRect.Create(0, 0, size, size), logo, band));

    private Run Picture(float width, float height, string description, Action<Pen> draw)
    {
        using var surface = SKSurface.Create(
            new SKImageInfo((int)(width * Scale), (int)(height * Scale), SKColorType.Rgba8888, SKAlphaType.Opaque)
        );
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(Scale);
        using (var pen = new Pen(fonts))
        {
            pen.Begin(surface.Canvas, new SKSize(width, height), 1);
            draw(pen);
        }

        using var pixels = surface.PeekPixels()!;
        using var png = pixels.Encode(Fast)!;
        var id = $"rIdGambar{++_count}";
        var picture = part.AddImagePart(ImagePartType.Png, id);
        using var stream = png.AsStream();
        picture.FeedData(stream);
        return new Run(
            new DocumentFormat.OpenXml.Wordprocessing.Drawing(
                Inline(
                    id,
                    _count,
                    (long)(width * EmusPerPoint),
                    (long)(height * EmusPerPoint),
                    WordText.Clean(description)
                )
            )
        );
    }

    private static DW.Inline Inline(string part, uint id, long width, long height, string description) =>
        new(
            new DW.Extent { Cx = width, Cy = height },
            new DW.DocProperties
            {
                Id = id,
                Name = $"Gambar {id}",
                Description = description,
            },
            new A.Graphic(
                new A.GraphicData(
                    new PIC.Picture(
                        new PIC.NonVisualPictureProperties(
                            new PIC.NonVisualDrawingProperties { Id = id, Name = $"gambar-{id}.png" },
                            new PIC.NonVisualPictureDrawingProperties()
                        ),
                        new PIC.BlipFill(new A.Blip { Embed = part }, new A.Stretch(new A.FillRectangle())),
                        new PIC.ShapeProperties(
                            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }
                        )
                    )
                )
                {
                    Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                }
            )
        )
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
}
