namespace Sakip.Signing;

/// <summary>
/// How a signature's block is laid out, in points from its lower left corner: the QR code at the left, the lines beside it, as
/// large as fits. Drawn alike into a PDF and into a picture.
/// </summary>
internal sealed record SignatureBlockLayout
{
    public required double Width { get; init; }

    public required double Height { get; init; }

    public required double QrLeft { get; init; }

    public required double QrBottom { get; init; }

    public required double QrSide { get; init; }

    public required double TextSize { get; init; }

    public required IReadOnlyList<PlacedLine> Lines { get; init; }

    private const double Padding = 3;
    private const double LargestText = 9;
    private const double SmallestText = 3;
    private const double LineHeight = 1.2;
    private const string TrialLine = "UJI COBA – tidak berlaku sebagai dokumen resmi";

    public static SignatureBlockLayout Of(SignatureAppearance appearance, bool isTrial, SignatureFont font)
    {
        IReadOnlyList<string> lines = isTrial ? [.. appearance.Lines, TrialLine] : appearance.Lines;
        var side = appearance.QrPayload is null ? 0 : Math.Min(appearance.Height - (2 * Padding), appearance.Width / 2);
        var left = side > 0 ? side + (2 * Padding) : Padding;
        var widest = lines.Select(font.WidthOf).Append(1).Max();
        var size = Math.Clamp(
            Math.Min(
                (appearance.Width - left - Padding) / widest,
                (appearance.Height - (2 * Padding)) / (lines.Count * LineHeight)
            ),
            SmallestText,
            LargestText
        );
        var top = (appearance.Height + (lines.Count * size * LineHeight)) / 2;
        return new SignatureBlockLayout
        {
            Width = appearance.Width,
            Height = appearance.Height,
            QrLeft = Padding,
            QrBottom = (appearance.Height - side) / 2,
            QrSide = side,
            TextSize = size,
            Lines =
            [
                .. lines.Select(
                    (line, i) =>
                        new PlacedLine(
                            line,
                            left,
                            top - (((i * LineHeight) + 1) * size),
                            IsTrial: isTrial && i == lines.Count - 1
                        )
                ),
            ],
        };
    }
}

/// <summary>One line; <paramref name="Y"/> is its baseline.</summary>
internal sealed record PlacedLine(string Text, double X, double Y, bool IsTrial);
