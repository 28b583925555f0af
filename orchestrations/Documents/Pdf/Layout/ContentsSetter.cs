namespace Sakip.Documents.Pdf.Layout;

/// <summary>The table of contents and the lists of tables and figures: a title, a leader and a page, all of them links.</summary>
internal sealed class ContentsSetter(Document document, LineBreaker breaker, Func<string, string> pageOf)
{
    private const float PageRoom = 34;
    private const float Leading = 16;
    private const int MostWholeLines = 12;

    private IEnumerable<Block> Blocks => document.Sections.SelectMany(section => section.Blocks);

    public IEnumerable<Flow> Headings(int levels, float width)
    {
        foreach (var heading in Blocks.OfType<Heading>().Where(h => h.InContents && h.Level <= levels))
        {
            var face = heading.Level == 1 ? Face.Bold : Face.Regular;
            yield return Entry(heading.Number, heading.Text, heading.Id!, face, (heading.Level - 1) * 18, width) with
            {
                SpaceBefore = heading.Level == 1 ? 6 : 0,
            };
        }
    }

    public IEnumerable<Flow> Captions(string word, float width)
    {
        var captions =
            word == Labels.TableWord
                ? Blocks.OfType<Table>().Select(table => table.Caption).OfType<Caption>()
                : Blocks.OfType<Figure>().Select(figure => figure.Caption);
        return captions.Select(caption =>
            Entry($"{word} {caption.Number}", caption.Title, caption.Id, Face.Regular, 0, width)
        );
    }

    private LinesFlow Entry(string? number, string text, string id, Face face, float indent, float width)
    {
        var style = new TextStyle(face, Theme.BodySize) { Target = $"#{id}" };
        var marker = number is null ? null : breaker.Single(number, style);
        var hang = marker is null ? 0 : Math.Max(marker.Width + 8, indent > 0 ? 30 : 56);
        var lines = breaker.Break([new StyledText(text, style)], width - indent - hang - PageRoom, LineAlignment.Left);
        var asides = new List<Aside>();
        if (marker is not null)
        {
            asides.Add(new Aside(marker, 0, 0));
        }

        var last = lines.Count - 1;
        var page = breaker.Single(pageOf(id), style);
        asides.Add(new Aside(page, width - indent - page.Width, last));
        var (from, to) = (hang + lines[last].Width + 5, width - indent - PageRoom + 10);
        if (Leader(to - from) is { } leader)
        {
            asides.Add(new Aside(leader, to - leader.Width, last));
        }

        return new LinesFlow([.. lines.Select(line => line.Shift(hang))], Leading)
        {
            Indent = indent,
            Asides = asides,
            IsWhole = lines.Count <= MostWholeLines,
        };
    }

    private TextLine? Leader(float room)
    {
        var style = new TextStyle(Face.Regular, Theme.BodySize - 2, Theme.Muted);
        var count = (int)(room / breaker.Measure(" .", style));
        return count > 1 ? breaker.Single(string.Concat(Enumerable.Repeat(" .", count)), style) : null;
    }
}
