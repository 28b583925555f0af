using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>The table of contents and the lists of tables and figures: native fields, filled with the PDF's pages.</summary>
internal sealed class WordContents(Document document, PdfResult paginated)
{
    private IEnumerable<Block> All => document.Sections.SelectMany(section => section.Blocks);

    public IEnumerable<OpenXmlElement> Headings(int levels, float width) =>
        Entries(
            $" TOC \\o \"1-{levels}\" \\h \\z \\u ",
            All.OfType<Heading>()
                .Where(heading => heading.InContents && heading.Level <= levels)
                .Select(heading => new Entry($"TOC{heading.Level}", heading.Number, heading.Text, heading.Id!)),
            width
        );

    public IEnumerable<OpenXmlElement> Captions(string word, float width) =>
        Entries(
            $" TOC \\h \\z \\c \"{word}\" ",
            (
                word == Labels.TableWord
                    ? All.OfType<Table>().Select(table => table.Caption).OfType<Caption>()
                    : All.OfType<Figure>().Select(figure => figure.Caption)
            ).Select(caption => new Entry(
                "TableofFigures",
                null,
                $"{word} {caption.Number} {caption.Title}",
                caption.Id
            )),
            width
        );

    public string PageOf(string id) =>
        paginated.PageOfId.TryGetValue(id, out var page) ? paginated.PageLabels[page - 1] : "";

    private IEnumerable<OpenXmlElement> Entries(string instruction, IEnumerable<Entry> entries, float width)
    {
        var lines = entries.ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var (style, number, text, id) = lines[i];
            var set = WordText.Styled(style);
            set.ParagraphProperties!.Tabs = new Tabs([
                .. number is null ? Array.Empty<OpenXmlElement>() : [TextTab(style)],
                new TabStop
                {
                    Val = TabStopValues.Right,
                    Leader = TabStopLeaderCharValues.Dot,
                    Position = WordText.Twips(width),
                },
            ]);
            if (number is not null)
                set.ParagraphProperties.Indentation = WordStyles.Hanging(style);
            if (i == 0)
                set.Append(Begin(instruction));
            var link = new Hyperlink { Anchor = WordText.Bookmark(id), History = true };
            if (number is not null)
                link.Append(WordText.Run(number), new Run(new TabChar()));
            link.Append(WordText.Run(text), new Run(new TabChar()));
            link.Append(WordText.ComplexField($" PAGEREF {WordText.Bookmark(id)} \\h ", PageOf(id)));
            set.Append(link);
            if (i == lines.Count - 1)
                set.Append(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
            yield return set;
        }
    }

    // Only numbered entries get this tab: Word would use it for the page number in an entry without a number.
    private static TabStop TextTab(string style) =>
        new() { Val = TabStopValues.Left, Position = WordStyles.NumberTab(style) };

    private static OpenXmlElement[] Begin(string instruction) =>
        [
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode(instruction) { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        ];

    private sealed record Entry(string Style, string? Number, string Text, string Id);
}
