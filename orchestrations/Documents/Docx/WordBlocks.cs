using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Sakip.Documents.Pdf.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>Turns blocks into paragraphs and tables. Numbers and pages in fields are those of the PDF.</summary>
internal sealed class WordBlocks(
    Document document,
    PdfResult paginated,
    WordPictures pictures,
    WordNumbering numbering,
    TableSetter tables
)
{
    private readonly Labels _labels = new(document);
    private readonly WordCaptions _captions = new();
    private readonly WordContents _contents = new(document, paginated);

    /// <param name="width">Room between the margins, in points.</param>
    public IEnumerable<OpenXmlElement> Of(Block block, float width) =>
        block switch
        {
            Heading heading => [OfHeading(heading)],
            Paragraph paragraph => [OfParagraph(paragraph)],
            BlockList list => OfList(list, numbering.Next(list), depth: 0),
            Table table => OfTable(table, width),
            Figure figure =>
            [
                WordText.Centred(pictures.Of(figure.Drawing, width), keepNext: true),
                _captions.Of(Labels.FigureWord, figure.Caption),
            ],
            SignatureBlock signatures => new WordFrames(this, pictures).Signatures(signatures, width),
            Box box => [new WordFrames(this, pictures).Box(box, width), WordText.Styled("Table")],
            KeyValueTable pairs => [new WordFrames(this, pictures).Pairs(pairs, width), WordText.Styled("Table")],
            KeyFigures figures => [WordFrames.Figures(figures, width), WordText.Styled("Table")],
            Cover cover => WordCover.Of(cover, pictures, width),
            TableOfContents toc => _contents.Headings(toc.Levels, width),
            ListOfTables => _contents.Captions(Labels.TableWord, width),
            ListOfFigures => _contents.Captions(Labels.FigureWord, width),
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
                    if (i > 0)
                        yield return new Run(new Break());
                    yield return WordText.Run(parts[i], bold || run.Bold, run.Italic);
                }

                break;
            case Field field:
                yield return WordText.Run(field.Text, bold || field.Bold);
                break;
            case Reference { Kind: ReferenceKind.Page } reference:
                yield return WordText.Field(
                    $" PAGEREF {WordText.Bookmark(reference.Id)} \\h ",
                    _contents.PageOf(reference.Id)
                );
                break;
            case Reference reference:
                yield return WordText.Field(
                    $" REF {WordText.Bookmark(reference.Id)} \\h ",
                    _labels.Number(reference.Id)
                );
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
        var content = _captions.Marked(
            heading.Id,
            [.. number, WordText.Run(heading.Text)],
            heading.Number is null ? 0 : 1
        );
        var set = WordText.Styled($"Heading{level}", content);
        // What the contents leave out has the look of its level and no place in the outline.
        if (!heading.InContents)
            set.ParagraphProperties!.OutlineLevel = new OutlineLevel { Val = 9 };
        return set;
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
        if (paragraph.KeepWithNext)
            properties.KeepNext = new KeepNext();
        if (paragraph.Style == ParagraphStyle.Body)
            properties.Indentation = new Indentation { FirstLine = "567" };
        if (paragraph.Style is ParagraphStyle.Centred or ParagraphStyle.CentredBold)
            properties.Justification = new Justification { Val = JustificationValues.Center };
        return set;
    }

    private IEnumerable<OpenXmlElement> OfList(BlockList list, int number, int depth)
    {
        foreach (var item in list.Items)
        {
            var left = WordNumbering.Indent * (depth + 1);
            var set = WordText.Styled("ListParagraph", [.. Inlines(item.Inlines, bold: false)]);
            set.ParagraphProperties!.NumberingProperties = new NumberingProperties(
                new NumberingLevelReference { Val = 0 },
                new NumberingId { Val = number }
            );
            set.ParagraphProperties.Indentation = new Indentation
            {
                Left = $"{left}",
                Hanging = $"{WordNumbering.Indent}",
            };
            yield return set;
            if (item.Nested is not { } below)
                continue;
            foreach (var nested in OfList(below, numbering.Next(below), depth + 1))
                yield return nested;
        }
    }

    private IEnumerable<OpenXmlElement> OfTable(Table table, float width)
    {
        if (table.Caption is { } caption)
        {
            var above = _captions.Of(Labels.TableWord, caption);
            above.ParagraphProperties!.KeepNext = new KeepNext();
            yield return above;
        }

        yield return new WordTable(Inlines, tables).Of(table, width);
        yield return WordText.Styled("Table");
    }
}
