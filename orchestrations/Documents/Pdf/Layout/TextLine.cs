namespace Sakip.Documents.Pdf.Layout;

/// <summary>One line of set text: its glyph runs with their positions from the line's left edge.</summary>
internal sealed record TextLine(IReadOnlyList<GlyphRun> Runs, float Width)
{
    public static readonly TextLine Empty = new([], 0);

    /// <summary>The line moved to the right.</summary>
    public TextLine Shift(float by) =>
        by == 0 ? this : new TextLine([.. Runs.Select(run => run.Shift(by))], Width + by);

    public void Draw(Pen pen, float x, float baseline)
    {
        foreach (var run in Runs)
        {
            pen.Glyphs(run, x, baseline);
        }
    }
}

internal sealed record GlyphRun(TextStyle Style, ushort[] Glyphs, float[] Positions, float End)
{
    public float Start => Positions[0];

    public GlyphRun Shift(float by) => this with { Positions = [.. Positions.Select(x => x + by)], End = End + by };
}
