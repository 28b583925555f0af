using QRCoder;
using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>A QR code as vectors, with the quiet zone that scanners need (ISO/IEC 18004, four modules).</summary>
internal sealed class QrDrawing
{
    private readonly QRCodeData _code;

    public QrDrawing(string payload)
    {
        using var generator = new QRCodeGenerator();
        _code = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.M);
    }

    public static QrDrawing? Of(string? payload) => payload is null ? null : new QrDrawing(payload);

    public void Draw(Pen pen, SKRect place)
    {
        pen.Ground(place, 0xFFFFFFFF);
        var modules = _code.ModuleMatrix;
        var size = place.Width / modules.Count;
        var path = new SKPathBuilder();
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                var from = column;
                while (column < modules.Count && modules[row][column])
                {
                    column++;
                }

                if (column > from)
                {
                    path.AddRect(
                        SKRect.Create(
                            place.Left + (from * size),
                            place.Top + (row * size),
                            (column - from) * size,
                            size
                        )
                    );
                }
            }
        }

        using var dark = path.Detach();
        path.Dispose();
        pen.Canvas.DrawPath(dark, pen.Fill(0xFF000000));
    }
}
