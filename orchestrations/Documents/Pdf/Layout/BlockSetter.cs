namespace Sakip.Documents.Pdf.Layout;

/// <summary>Turns blocks into flows of a width.</summary>
internal sealed class BlockSetter(LineBreaker breaker, InlineSetter inlines, ContentsSetter contents, bool showsSources)
{
    // Pairs up to this count are kept on one page.
    private const int MostPairsTogether = 12;

    private static readonly TextStyle Body = new(Face.Regular, Theme.BodySize);
    private static readonly TextStyle Note = new(Face.Regular, Theme.NoteSize, Theme.Muted);

    public IEnumerable<Flow> Set(Block block, float width)
    {
        var mark = showsSources ? MarkOf(block.Source) : null;
        foreach (var flow in SetBlock(block, width))
        {
            yield return mark is null ? flow : flow with { Mark = mark };
            mark = null;
        }
    }

    private static string? MarkOf(PartSource? source) =>
        source switch
        {
            PartSource.Data => "D",
            PartSource.Computed => "C",
            PartSource.Register => "R",
            PartSource.Narrative => "N",
            _ => null,
        };

    private IEnumerable<Flow> SetBlock(Block block, float width) =>
        block switch
        {
            Heading heading => [SetHeading(heading, width)],
            Paragraph paragraph => [SetParagraph(paragraph, width)],
            BlockList list => SetList(list, width, indent: 0),
            Table table => SetTable(table, width),
            Figure figure => SetFigure(figure, width),
            SignatureBlock signatures => SetSignatures(signatures, width),
            Box box => [SetBox(box, width)],
            KeyValueTable pairs => SetPairs(pairs, width),
            KeyFigures figures => [KeyFiguresFlow.Of(figures, width, breaker)],
            Cover cover => [CoverFlow.Of(cover, breaker)],
            TableOfContents toc => contents.Headings(toc.Levels, width),
            ListOfTables => contents.Captions(Labels.TableWord, width),
            ListOfFigures => contents.Captions(Labels.FigureWord, width),
            PageBreak => [new BreakFlow { BreakBefore = true }],
            _ => throw new NotSupportedException($"The PDF writer cannot set a {block.GetType().Name}."),
        };

    private LinesFlow SetHeading(Heading heading, float width)
    {
        var level = Math.Clamp(heading.Level, 1, 4);
        if (level == 1)
        {
            var style = new TextStyle(Face.Bold, 14, Theme.Accent);
            StyledText[] texts = heading.Number is { } number
                ? [new($"{number}\n", style), new(heading.Text, style)]
                : [new(heading.Text, style)];
            return new LinesFlow(breaker.Break(texts, width, LineAlignment.Centre), 20)
            {
                Id = heading.Id,
                BreakBefore = true,
                KeepWithNext = true,
                SpaceAfter = 20,
            };
        }

        var lower = level switch
        {
            2 => new TextStyle(Face.Bold, 12, Theme.Accent),
            3 => new TextStyle(Face.Bold, Theme.BodySize),
            _ => new TextStyle(Face.BoldItalic, Theme.BodySize),
        };
        var hang = heading.Number is null ? 0 : Math.Max(26, breaker.Measure(heading.Number, lower) + 8);
        var lines = breaker.Break([new(heading.Text, lower)], width - hang, LineAlignment.Left);
        return new LinesFlow([.. lines.Select(line => line.Shift(hang))], 16)
        {
            Id = heading.Id,
            KeepWithNext = true,
            SpaceBefore = level == 2 ? 18 : 13,
            SpaceAfter = 5,
            Asides = heading.Number is null ? [] : [new Aside(breaker.Single(heading.Number, lower), 0, 0)],
        };
    }

    private LinesFlow SetParagraph(Paragraph paragraph, float width)
    {
        var (style, alignment, leading) = paragraph.Style switch
        {
            ParagraphStyle.Body or ParagraphStyle.Flush => (Body, LineAlignment.Justified, Theme.BodyLeading),
            ParagraphStyle.Centred => (Body, LineAlignment.Centre, Theme.BodyLeading),
            ParagraphStyle.CentredBold => (Body with { Face = Face.Bold }, LineAlignment.Centre, Theme.BodyLeading),
            ParagraphStyle.Title => (new TextStyle(Face.Bold, 15, Theme.Accent), LineAlignment.Centre, 21),
            ParagraphStyle.Bold => (Body with { Face = Face.Bold }, LineAlignment.Left, Theme.BodyLeading),
            ParagraphStyle.Note => (Note, LineAlignment.Left, Theme.Leading(Theme.NoteSize)),
            _ => (Body, LineAlignment.Left, Theme.BodyLeading),
        };
        var indent = paragraph.Style == ParagraphStyle.Body ? Theme.FirstLineIndent : 0;
        return new LinesFlow(breaker.Break(inlines.Set(paragraph.Inlines, style), width, alignment, indent), leading)
        {
            SpaceBefore = paragraph.Style == ParagraphStyle.Note ? 3 : Theme.ParagraphGap,
            SpaceAfter = paragraph.Style == ParagraphStyle.Note ? 10 : Theme.ParagraphGap,
            KeepWithNext = paragraph.KeepWithNext,
        };
    }

    private IEnumerable<Flow> SetList(BlockList list, float width, float indent)
    {
        foreach (var (i, item) in list.Items.Index())
        {
            var marker = breaker.Single(list.Style.Marker(i), Body);
            var hang = Math.Max(Theme.ListIndent, marker.Width + 5);
            var lines = breaker.Break(inlines.Set(item.Inlines, Body), width - indent - hang, LineAlignment.Justified);
            yield return new LinesFlow([.. lines.Select(line => line.Shift(hang))], Theme.BodyLeading)
            {
                Indent = indent,
                SpaceBefore = i == 0 && indent == 0 ? 4 : 2,
                SpaceAfter = i == list.Items.Count - 1 && indent == 0 ? Theme.ParagraphGap : 2,
                Asides = [new Aside(marker, 0, 0)],
            };
            foreach (var flow in item.Nested is { } nested ? SetList(nested, width, indent + hang) : [])
            {
                yield return flow;
            }
        }
    }

    private IEnumerable<Flow> SetTable(Table table, float width)
    {
        if (table.Caption is { } caption)
        {
            yield return SetCaption(Labels.TableWord, caption, width) with
            {
                SpaceBefore = Theme.BlockGap,
                SpaceAfter = 5,
                KeepWithNext = true,
            };
        }

        yield return new TableSetter(breaker, inlines).Set(table, width) with
        {
            SpaceBefore = Theme.ParagraphGap,
            SpaceAfter = Theme.BlockGap,
        };
    }

    private IEnumerable<Flow> SetFigure(Figure figure, float width)
    {
        var drawing = DrawingPainter.Of(figure.Drawing, breaker, width);
        var caption = SetCaption(Labels.FigureWord, figure.Caption, width) with
        {
            SpaceBefore = 6,
            SpaceAfter = Theme.BlockGap,
        };
        yield return new FigureFlow(drawing, width, Theme.TextHeight(width) - caption.Height - caption.SpaceBefore)
        {
            SpaceBefore = Theme.BlockGap,
            KeepWithNext = true,
        };
        yield return caption;
    }

    private LinesFlow SetCaption(string word, Caption caption, float width)
    {
        var style = new TextStyle(Face.Regular, 10);
        StyledText[] texts =
        [
            new($"{word} {caption.Number} ", style with { Face = Face.Bold }),
            new(caption.Title, style),
        ];
        return new LinesFlow(breaker.Break(texts, width - 40, LineAlignment.Centre), 14)
        {
            Id = caption.Id,
            Indent = 20,
        };
    }

    private IEnumerable<Flow> SetSignatures(SignatureBlock block, float width)
    {
        var room = SignatureFlow.ColumnWidth(width, block.Parties.Count);
        var columns = block.Parties.Select(
            (party, i) =>
                new SignatureColumn(
                    party.Slot,
                    Centred(
                        i == block.Parties.Count - 1 && block.PlaceAndDate is { } place
                            ? [place, .. party.RoleLines]
                            : party.RoleLines,
                        Body
                    ),
                    Centred([party.Name], Body with { Face = Face.Bold, Underline = true }),
                    Centred(party.IdentityLines, Body),
                    Centred(party.SignedElsewhere, Note),
                    QrDrawing.Of(party.QrPayload)
                )
        );
        yield return new SignatureFlow([.. columns], width)
        {
            SpaceBefore = 20,
            SpaceAfter = Theme.BlockGap,
            KeepWithNext = block.Note is not null,
        };
        if (block.Note is { } note)
        {
            yield return SetParagraph(new Paragraph(note, ParagraphStyle.Note), width);
        }

        IReadOnlyList<TextLine> Centred(IReadOnlyList<string> texts, TextStyle style) =>
            [.. texts.SelectMany(text => breaker.Break([new(text, style)], room, LineAlignment.Centre))];
    }

    private BoxFlow SetBox(Box box, float width)
    {
        var qr = QrDrawing.Of(box.QrPayload);
        var room = width - (2 * BoxFlow.Padding) - 3 - (qr is null ? 0 : BoxFlow.QrSize + BoxFlow.Padding);
        IEnumerable<Block> blocks = box.Title is { } title
            ? [new Paragraph(title, ParagraphStyle.Bold), .. box.Blocks]
            : box.Blocks;
        return new BoxFlow([.. blocks.SelectMany(block => Set(block, room))], width, qr)
        {
            SpaceBefore = Theme.BlockGap,
            SpaceAfter = Theme.BlockGap,
        };
    }

    private IEnumerable<Flow> SetPairs(KeyValueTable pairs, float width)
    {
        var keyWidth = Math.Min(
            width * 0.35f,
            pairs.Rows.Select(row => breaker.Measure(row.Key, Body)).DefaultIfEmpty().Max() + 8
        );
        var colon = breaker.Single(":", Body);
        var hang = keyWidth + 12;
        foreach (var (i, row) in pairs.Rows.Index())
        {
            var keys = breaker.Break([new(row.Key, Body)], keyWidth, LineAlignment.Left);
            List<TextLine> values = breaker.Break(inlines.Set(row.Value, Body), width - hang, LineAlignment.Left);
            values.AddRange(Enumerable.Repeat(TextLine.Empty, Math.Max(0, keys.Count - values.Count)));
            yield return new LinesFlow([.. values.Select(line => line.Shift(hang))], Theme.BodyLeading)
            {
                SpaceAfter = 2,
                KeepWithNext = i < pairs.Rows.Count - 1 && pairs.Rows.Count <= MostPairsTogether,
                Asides = [new Aside(colon, keyWidth, 0), .. keys.Select((line, at) => new Aside(line, 0, at))],
            };
        }
    }
}
