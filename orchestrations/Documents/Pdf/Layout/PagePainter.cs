namespace Sakip.Documents.Pdf.Layout;

/// <summary>Draws a page: watermark below, content, running lines.</summary>
internal sealed class PagePainter(DocumentInfo info, LineBreaker breaker, Pen pen)
{
    private static readonly TextStyle Running = new(Face.Regular, 8, Theme.Muted);
    private static readonly TextStyle Margin = new(Face.Bold, 7.5f, Theme.Muted);
    private static readonly TextStyle Number = new(Face.Regular, 9.5f);

    public void Paint(LaidPage page)
    {
        if (info.Watermark is { } word)
            Watermark(word, page);
        foreach (var (flow, y) in page.Flows)
        {
            var top = Theme.MarginTop + y;
            if (flow.Id is { } id)
                pen.Destination(id, top);
            if (flow.Mark is { } mark)
                breaker.Single(mark, Margin).Draw(pen, Theme.MarginLeft - 22, top + 11);
            flow.Draw(pen, Theme.MarginLeft + flow.Indent, top);
        }

        if (page.Section.RunningLines)
            RunningLines(page);
        else if (info.NoteOnEveryPage)
            Note(page);
    }

    private void RunningLines(LaidPage page)
    {
        var (left, right, foot) = (Theme.MarginLeft, page.Width - Theme.MarginRight, FootOf(page));
        if (info.RunningHeader is { } header)
        {
            breaker.Single(header, Running).Draw(pen, left, 50);
            pen.Rule(left, 56, right, 0.5f, Theme.Hairline);
        }

        pen.Rule(left, foot, right, 0.5f, Theme.Hairline);
        if (page.Label.Length > 0)
        {
            var label = breaker.Single(page.Label, Number);
            label.Draw(pen, right - label.Width, foot + 15);
        }

        Note(page);
    }

    private void Note(LaidPage page)
    {
        if (info.FooterNote is not { } note)
            return;
        var width = page.Width - Theme.MarginRight - Theme.MarginLeft - 40;
        var lines = breaker.Break([new(note, Running)], width, LineAlignment.Left);
        for (var i = 0; i < lines.Count; i++)
            lines[i].Draw(pen, Theme.MarginLeft, FootOf(page) + 13 + (i * 10));
    }

    private static float FootOf(LaidPage page) => page.Height - 52;

    private void Watermark(string word, LaidPage page)
    {
        var line = breaker.Single(word, new TextStyle(Face.Bold, 110, Theme.WatermarkInk));
        pen.Canvas.Save();
        pen.Canvas.Translate(page.Width / 2, page.Height / 2);
        pen.Canvas.RotateDegrees(-45);
        line.Draw(pen, -line.Width / 2, 38);
        pen.Canvas.Restore();
    }
}
