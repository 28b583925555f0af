using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>Flows in a frame, with a QR code at the right edge if there is one.</summary>
internal sealed record BoxFlow(IReadOnlyList<Flow> Flows, float Width, QrDrawing? Qr) : Flow
{
    public const float Padding = 9;
    public const float QrSize = 68;

    // A frame no higher than this is moved to the next page as a whole.
    private const float LargestWhole = 430;

    public override float Height => Math.Max(ContentHeight, Qr is null ? 0 : QrSize) + (2 * Padding);

    private float ContentHeight => Flows.Sum(f => f.Height) + Flows.Skip(1).Select((f, i) => Gap(Flows[i], f)).Sum();

    // Less of a frame than this never stands alone at a page's foot.
    private const float LeastOfFrame = 150;

    public override float LeastHeight
    {
        get
        {
            if (Flows.Count < 2 || Height <= LargestWhole)
                return Height;
            var height = 2 * Padding;
            foreach (var (i, flow) in Flows.Index())
            {
                height += (i == 0 ? 0 : Gap(Flows[i - 1], flow)) + flow.Height;
                if (i > 0 && height >= LeastOfFrame)
                    break;
            }

            return height;
        }
    }

    public override (Flow Head, Flow Tail)? Split(float available)
    {
        var y = 2 * Padding;
        for (var i = 0; i < Flows.Count; i++)
        {
            y += (i == 0 ? 0 : Gap(Flows[i - 1], Flows[i])) + Flows[i].Height;
            if (y > available)
            {
                return i > 0 && available > QrSize + (2 * Padding)
                    ? (
                        this with
                        {
                            Flows = [.. Flows.Take(i)],
                        },
                        this with
                        {
                            Flows = [.. Flows.Skip(i)],
                            Qr = null,
                            Id = null,
                            Mark = null,
                        }
                    )
                    : SplitFirst(available);
            }
        }

        return null;
    }

    public override void Draw(Pen pen, float x, float y)
    {
        pen.Ground(SKRect.Create(x, y, Width, Height), 0xFFF7F9FB);
        pen.Frame(SKRect.Create(x, y, Width, Height), 0.7f, Theme.Rule);
        pen.Ground(SKRect.Create(x, y, 3, Height), Theme.Accent);
        Qr?.Draw(pen, SKRect.Create(x + Width - Padding - QrSize, y + Padding, QrSize, QrSize));
        var top = y + Padding;
        for (var i = 0; i < Flows.Count; i++)
        {
            top += i == 0 ? 0 : Gap(Flows[i - 1], Flows[i]);
            Flows[i].Draw(pen, x + Padding + 3 + Flows[i].Indent, top);
            top += Flows[i].Height;
        }
    }

    private (Flow Head, Flow Tail)? SplitFirst(float available) =>
        Flows[0].Split(available - (2 * Padding)) is { } parts
            ? (
                this with
                {
                    Flows = [parts.Head],
                },
                this with
                {
                    Flows = [parts.Tail, .. Flows.Skip(1)],
                    Qr = null,
                    Id = null,
                    Mark = null,
                }
            )
            : null;

    private static float Gap(Flow above, Flow below) => Math.Max(above.SpaceAfter, below.SpaceBefore);
}
