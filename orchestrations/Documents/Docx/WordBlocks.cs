using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>Turns blocks into paragraphs and tables. Numbers and pages in fields are those of the PDF.</summary>
internal sealed class WordBlocks(Document document, PdfResult paginated, WordPictures pictures)
{
    private const int TwipsPerPoint = 20;

    private readonly Labels _labels = new(document);
    private int _bookmarks;

    private IEnumerable<Block> All => document.Sections.SelectMany(section => section.Blocks);

    /// <param name="width">Room between the margins, in points.</param>
    public IEnumerable<OpenXmlElement> Of(Block block, float width) => block switch
    {
        Heading heading => [OfHeading(heading)],
        Paragraph paragraph => [OfParagraph(paragraph)],
        BlockList list => OfList(list, depth: 0),
        Table table => OfTable(table, width),
        Figure figure =>
        [
            Centred(pictures.Of(figure.Drawing, width), keepNext: true),
            Caption(Labels.FigureWord, figure.Caption),
        ],
        SignatureBlock signatures => OfSignatures(signatures, width),
        Box box => [OfBox(box, width), WordText.Styled("Table")],
        KeyValueTable pairs => [OfPairs(pairs, width), WordText.Styled("Table")],
        Cover cover => OfCover(cover),
        TableOfContents toc => Contents($"TOC \\o \"1-{toc.Levels}\" \\h \\z \\u", Headings(toc.Levels)),
        ListOfTables => Contents($"TOC \\h \\z \\c \"{Labels.TableWord}\"", Captions(Labels.TableWord)),
        ListOfFigures => Contents($"TOC \\h \\z \\c \"{Labels.FigureWord}\"", Captions(Labels.FigureWord)),
        PageBreak => [new W.Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        _ => throw new NotSupportedException($"The DOCX writer cannot set a {block.GetType().Name}."),
    };

    public IEnumerable<OpenXmlElement> Inlines(IReadOnlyList<Inline> inlines, bool bold) =>
        inlines.SelectMany(inline => Inline(inline, bold));

    private IEnumerable<OpenXmlElement> Inline(Inline inline, bool bold)
    {
        switch (inline)
        {
            case TextRun run:
                var parts = run.Text.Split('\n');
                for (var i = 0; i < parts.Length; i++)
                {
                    if (i > 0) yield return new Run(new Break());
                    yield return WordText.Run(parts[i], bold || run.Bold, run.Italic);
                }

                break;
            case Field field:
                yield return WordText.Run(field.Text, bold || field.Bold);
                break;
            case Reference { Kind: ReferenceKind.Page } reference:
                yield return WordText.Field($" PAGEREF {Bookmark(reference.Id)} \\h ", PageOf(reference.Id));
                break;
            case Reference reference:
                yield return WordText.Field($" REF {Bookmark(reference.Id)} \\h ", _labels.Number(reference.Id));
                break;
            case Link link:
                yield return WordText.Run($"{link.Text} ({link.Address})", bold);
                break;
            case LineBreak:
                yield return new Run(new Break());
                break;
            default:
                throw new NotSupportedException($"The DOCX writer cannot set a {inline.GetType().Name}.");
        }
    }

    private W.Paragraph OfHeading(Heading heading)
    {
        var level = Math.Clamp(heading.Level, 1, 4);
        OpenXmlElement[] number = heading.Number is { } text
            ? [WordText.Run(text), new Run(level == 1 ? new Break() : new TabChar())]
            : [];
        return WordText.Styled($"Heading{level}", Marked(heading.Id, [.. number, WordText.Run(heading.Text)], heading.Number is null ? 0 : 1));
    }

    private W.Paragraph OfParagraph(Paragraph paragraph)
    {
        var (style, bold) = paragraph.Style switch
        {
            ParagraphStyle.Body or ParagraphStyle.Flush => ("BodyText", false),
            ParagraphStyle.Title => ("Title", false),
            ParagraphStyle.Note => ("Note", false),
            ParagraphStyle.Bold or ParagraphStyle.CentredBold => ("Normal", true),
            _ => ("Normal", false),
        };
        var set = WordText.Styled(style, [.. Inlines(paragraph.Inlines, bold)]);
        var properties = set.ParagraphProperties!;
        if (paragraph.KeepWithNext) properties.KeepNext = new KeepNext();
        if (paragraph.Style == ParagraphStyle.Body) properties.Indentation = new Indentation { FirstLine = "567" };
        if (paragraph.Style is ParagraphStyle.Centred or ParagraphStyle.CentredBold)
            properties.Justification = new Justification { Val = JustificationValues.Center };
        return set;
    }

    private IEnumerable<OpenXmlElement> OfList(BlockList list, int depth)
    {
        foreach (var (i, item) in list.Items.Index())
        {
            var left = 440 * (depth + 1);
            var set = WordText.Styled(
                "List", [WordText.Run(list.Style.Marker(i)), new Run(new TabChar()), .. Inlines(item.Inlines, bold: false)]);
            set.ParagraphProperties!.Tabs = new Tabs(new TabStop { Val = TabStopValues.Left, Position = left });
            set.ParagraphProperties.Indentation = new Indentation { Left = $"{left}", Hanging = "440" };
            yield return set;
            foreach (var nested in item.Nested is { } below ? OfList(below, depth + 1) : []) yield return nested;
        }
    }

    private IEnumerable<OpenXmlElement> OfTable(Table table, float width)
    {
        if (table.Caption is { } caption)
        {
            var above = Caption(Labels.TableWord, caption);
            above.ParagraphProperties!.KeepNext = new KeepNext();
            yield return above;
        }

        yield return new WordTable(Inlines).Of(table, Twips(width));
        yield return WordText.Styled("Table");
    }

    private W.Paragraph Caption(string word, Caption caption) => WordText.Styled(
        "Caption",
        [.. Marked(caption.Id, [WordText.Run($"{word} "), WordText.Field($" SEQ {word} \\* ARABIC ", caption.Number)], 2), WordText.Run($" {caption.Title}")]);

    private IEnumerable<OpenXmlElement> OfSignatures(SignatureBlock block, float width)
    {
        var each = Twips(width) / block.Parties.Count;
        var table = WordTable.Framed([.. block.Parties.Select(_ => each)], visible: false);
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        foreach (var (i, party) in block.Parties.Index())
        {
            var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{each}", Type = TableWidthUnitValues.Dxa }));
            if (i == block.Parties.Count - 1 && block.PlaceAndDate is { } place) cell.Append(Centred(WordText.Run(place)));
            foreach (var line in party.RoleLines) cell.Append(Centred(WordText.Run(line)));
            cell.Append(Centred(pictures.Qr(party.QrPayload, 64) ?? new Run(new Break(), new Break(), new Break())));
            cell.Append(Centred(WordText.Run(party.Name, bold: true)));
            foreach (var line in party.IdentityLines) cell.Append(Centred(WordText.Run(line)));
            row.Append(cell);
        }

        table.Append(row);
        yield return table;
        yield return WordText.Styled("Note", [WordText.Run(block.Note ?? "")]);
    }

    private W.Table OfBox(Box box, float width)
    {
        var table = WordTable.Framed([Twips(width)]);
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{Twips(width)}", Type = TableWidthUnitValues.Dxa }));
        if (box.Title is { } title) cell.Append(WordText.Styled("Normal", WordText.Run(title, bold: true)));
        foreach (var element in box.Blocks.SelectMany(block => Of(block, width - 12))) cell.Append(element);
        if (pictures.Qr(box.QrPayload, 64) is { } qr) cell.Append(Centred(qr));
        // A cell ends with a paragraph.
        if (cell.LastChild is not W.Paragraph) cell.Append(WordText.Styled("Table"));
        table.Append(new TableRow(cell));
        return table;
    }

    private W.Table OfPairs(KeyValueTable pairs, float width)
    {
        var key = Twips(width) * 28 / 100;
        int[] widths = [key, 240, Twips(width) - key - 240];
        var table = WordTable.Framed(widths, visible: false);
        foreach (var pair in pairs.Rows)
        {
            IReadOnlyList<Inline>[] cells = [[pair.Key], [":"], pair.Value];
            table.Append(new TableRow(cells.Select((cell, i) => new TableCell(
                new TableCellProperties(new TableCellWidth { Width = $"{widths[i]}", Type = TableWidthUnitValues.Dxa }),
                WordText.Styled("Normal", [.. Inlines(cell, bold: false)])))));
        }

        return table;
    }

    private static IEnumerable<OpenXmlElement> OfCover(Cover cover)
    {
        foreach (var line in cover.HeadLines) yield return WordText.Styled("Title", WordText.Run(line));
        yield return Centred(new Run(new Break(), new Break(), new Break(), new Break()));
        foreach (var line in cover.TitleLines) yield return WordText.Styled("Title", WordText.Run(line));
        yield return WordText.Styled("Title", WordText.Run(cover.Year));
        yield return Centred(new Run(new Break(), new Break(), new Break(), new Break()));
        foreach (var line in cover.OfficeLines) yield return WordText.Styled("Title", WordText.Run(line));
        foreach (var line in cover.AddressLines) yield return Centred(WordText.Run(line));
    }

    private IEnumerable<OpenXmlElement> Contents(string instruction, IEnumerable<(int Level, string Text, string Id)> entries)
    {
        var lines = entries.ToList();
        if (lines.Count == 0) yield break;
        for (var i = 0; i < lines.Count; i++)
        {
            var (level, text, id) = lines[i];
            var set = WordText.Styled("List");
            set.ParagraphProperties!.Tabs = new Tabs(
                new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = 9000 });
            set.ParagraphProperties.Indentation = new Indentation { Left = $"{(level - 1) * 360}" };
            if (i == 0) set.Append(Begin(instruction));
            set.Append(WordText.Run(text), new Run(new TabChar()), WordText.Field($" PAGEREF {Bookmark(id)} \\h ", PageOf(id)));
            if (i == lines.Count - 1) set.Append(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
            yield return set;
        }
    }

    private static OpenXmlElement[] Begin(string instruction) =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
    ];

    private IEnumerable<(int, string, string)> Headings(int levels) =>
        All.OfType<Heading>().Where(heading => heading.InContents && heading.Level <= levels).Select(heading =>
            (heading.Level, heading.Number is { } number ? $"{number}  {heading.Text}" : heading.Text, heading.Id!));

    private IEnumerable<(int, string, string)> Captions(string word) =>
        (word == Labels.TableWord ? All.OfType<Table>().Select(table => table.Caption).OfType<Caption>() : All.OfType<Figure>().Select(figure => figure.Caption))
        .Select(caption => (1, $"{word} {caption.Number}  {caption.Title}", caption.Id));

    /// <summary>Puts a bookmark around the first elements, or around all of them where <paramref name="count"/> is 0.</summary>
    private OpenXmlElement[] Marked(string? id, OpenXmlElement[] content, int count)
    {
        if (id is null) return content;
        var number = $"{++_bookmarks}";
        var end = count == 0 ? content.Length : count;
        return
        [
            new BookmarkStart { Id = number, Name = Bookmark(id) }, .. content[..end], new BookmarkEnd { Id = number }, .. content[end..],
        ];
    }

    // Word takes letters, digits and underscores, at most 40, and a letter first.
    private static string Bookmark(string id)
    {
        var name = "b_" + string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return name.Length <= 40 ? name : name[..31] + "_" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)))[..8];
    }

    private string PageOf(string id) => paginated.PageOfId.TryGetValue(id, out var page) ? paginated.PageLabels[page - 1] : "";

    private static W.Paragraph Centred(OpenXmlElement content, bool keepNext = false)
    {
        var set = WordText.Styled("Table", content);
        if (keepNext) set.ParagraphProperties!.KeepNext = new KeepNext();
        set.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Center };
        return set;
    }

    private static int Twips(float points) => (int)(points * TwipsPerPoint);
}
