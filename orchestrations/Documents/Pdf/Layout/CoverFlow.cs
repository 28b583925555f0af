using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>The cover; it draws on the whole page, margins included.</summary>
internal sealed record CoverFlow(CoverLines Lines, uint Band, byte[]? Logo, QrDrawing? Qr) : Flow
{
    private const float Room = Theme.ShortSide - 110;
    private const float Left = 55;
    private const float EmblemSize = 112;
    private const float QrSize = 62;
    private const uint Gold = 0xFFC9A227;

    public override float Height => 1;

    public static CoverFlow Of(Cover cover, LineBreaker breaker)
    {
        var band = Theme.Opaque(cover.BandHex);
        var onBand = Theme.InkOn(band);
        return new CoverFlow(
            new CoverLines
            {
                Head = Set(cover.HeadLines, new TextStyle(Face.Bold, 15, Theme.Accent)),
                Title = Set(cover.TitleLines, new TextStyle(Face.Bold, 27, onBand)),
                Year = Set([cover.Year], new TextStyle(Face.Bold, 44, Gold)),
                Office = Set(cover.OfficeLines, new TextStyle(Face.Bold, 17, Theme.Accent)),
                Edition = Set(
                    cover.Edition is { } edition ? [edition] : [],
                    new TextStyle(Face.Italic, 11.5f, Theme.Muted)
                ),
                Address = Set(cover.AddressLines, new TextStyle(Face.Regular, 9.5f, Theme.Muted)),
                QrNote =
                    cover.QrPayload is null || cover.QrNote is null
                        ? []
                        : breaker.Break(
                            [new(cover.QrNote, new TextStyle(Face.Regular, 7.5f, Theme.Muted))],
                            92,
                            LineAlignment.Left
                        ),
            },
            band,
            cover.Logo,
            QrDrawing.Of(cover.QrPayload)
        );

        IReadOnlyList<TextLine> Set(IReadOnlyList<string> texts, TextStyle style) =>
            [.. texts.SelectMany(text => breaker.Break([new(text, style)], Room, LineAlignment.Centre))];
    }

    public override void Draw(Pen pen, float x, float y)
    {
        var page = pen.Page;
        pen.Ground(SKRect.Create(0, 0, page.Width, 10), Band);
        pen.Ground(SKRect.Create(0, 10, page.Width, 2.5f), Gold);
        var top = DrawLines(pen, Lines.Head, 74, 21) + 22;
        CoverEmblem.Draw(pen, SKRect.Create((page.Width - EmblemSize) / 2, top, EmblemSize, EmblemSize), Logo, Band);
        var bandHeight = (Lines.Title.Count * 38) + (Lines.Year.Count * 54) + 62;
        var bandTop = Math.Max((page.Height / 2) - (bandHeight / 2), top + EmblemSize + 26);
        pen.Ground(SKRect.Create(0, bandTop, page.Width, bandHeight), Band);
        pen.Ground(SKRect.Create(0, bandTop + bandHeight + 4, page.Width, 2.5f), Gold);
        Steps(pen, SKRect.Create(0, bandTop, page.Width, bandHeight));
        var year = DrawLines(pen, Lines.Title, bandTop + 30, 38) + 6;
        DrawLines(pen, Lines.Year, year, 54);
        var office = DrawLines(pen, Lines.Office, bandTop + bandHeight + 42, 24);
        DrawLines(pen, Lines.Edition, office + 6, 17);
        DrawLines(pen, Lines.Address, page.Height - 56 - (Lines.Address.Count * 14), 14);
        if (Qr is not null)
            DrawQr(pen, page);
    }

    private void DrawQr(Pen pen, SKSize page)
    {
        var place = SKRect.Create(page.Width - Left - QrSize + 8, page.Height - 46 - QrSize, QrSize, QrSize);
        Qr!.Draw(pen, place);
        for (var i = 0; i < Lines.QrNote.Count; i++)
            Lines.QrNote[i].Draw(pen, place.Left - 20, place.Bottom + 8 + (i * 9));
    }

    // Rising steps along the band's foot, as of a bar chart: the only ornament.
    private void Steps(Pen pen, SKRect band)
    {
        const int Count = 9;
        var pale = Blend(Band, 0xFFFFFFFF, 0.10f);
        for (var i = 0; i < Count; i++)
        {
            var height = band.Height * (0.10f + (0.055f * i));
            pen.Ground(SKRect.Create(band.Right - 12 - ((Count - i) * 19), band.Bottom - height, 13, height), pale);
        }
    }

    private static uint Blend(uint ground, uint over, float share)
    {
        uint Mix(int shift)
        {
            var (from, to) = ((ground >> shift) & 0xFF, (over >> shift) & 0xFF);
            return (uint)(from + ((to - (float)from) * share)) << shift;
        }

        return 0xFF000000 | Mix(16) | Mix(8) | Mix(0);
    }

    private static float DrawLines(Pen pen, IReadOnlyList<TextLine> lines, float top, float leading)
    {
        for (var i = 0; i < lines.Count; i++)
            lines[i].Draw(pen, Left, top + (i * leading) + (leading * 0.74f));
        return top + (lines.Count * leading);
    }
}

internal sealed record CoverLines
{
    public required IReadOnlyList<TextLine> Head { get; init; }

    public required IReadOnlyList<TextLine> Title { get; init; }

    public required IReadOnlyList<TextLine> Year { get; init; }

    public required IReadOnlyList<TextLine> Office { get; init; }

    public required IReadOnlyList<TextLine> Edition { get; init; }

    public required IReadOnlyList<TextLine> Address { get; init; }

    public required IReadOnlyList<TextLine> QrNote { get; init; }
}
