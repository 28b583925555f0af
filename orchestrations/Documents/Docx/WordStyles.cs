using DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>The named styles of the document; sizes in half points, distances in twentieths of a point.</summary>
internal static class WordStyles
{
    // Has the measures of the PDF's Liberation Sans wherever the document is opened.
    private const string Font = "Arial";
    private const string Accent = "1F3A5F";

    public static Styles Of(string language) =>
        new([Defaults(language), .. Texts(), .. Headings(), .. Lists(), .. Tables()]);

    private static DocDefaults Defaults(string language) =>
        new(
            new RunPropertiesDefault(
                new RunPropertiesBaseStyle(
                    new RunFonts
                    {
                        Ascii = Font,
                        HighAnsi = Font,
                        ComplexScript = Font,
                    },
                    new FontSize { Val = "23" },
                    new Languages { Val = language }
                )
            ),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new WidowControl()))
        );

    private static IEnumerable<Style> Texts() =>
        [
            new WordStyle("Normal", "Normal", 23) { After = 120 }.Made(),
            new WordStyle("BodyText", "Body Text", 23)
            {
                Alignment = JustificationValues.Both,
                After = 120,
                Line = 340,
            }.Made(),
            new WordStyle("ListParagraph", "List Paragraph", 23)
            {
                Alignment = JustificationValues.Both,
                After = 60,
                Line = 320,
            }.Made(),
            new WordStyle("Title", "Title", 30)
            {
                Alignment = JustificationValues.Center,
                IsBold = true,
                After = 240,
                Colour = Accent,
            }.Made(),
            new WordStyle("CoverTitle", "Judul Sampul", 52)
            {
                Alignment = JustificationValues.Center,
                IsBold = true,
                Before = 120,
                After = 160,
                Colour = "FFFFFF",
            }.Made(),
        ];

    private static IEnumerable<Style> Headings()
    {
        var heading = new WordStyle("", "", 23) { IsBold = true, After = 100 };
        return
        [
            (
                heading with
                {
                    Id = "Heading1",
                    Name = "heading 1",
                    Size = 28,
                    Alignment = JustificationValues.Center,
                    After = 400,
                    Outline = 0,
                    Colour = Accent,
                }
            ).Made(),
            (
                heading with
                {
                    Id = "Heading2",
                    Name = "heading 2",
                    Size = 25,
                    Before = 360,
                    Outline = 1,
                    Colour = Accent,
                }
            ).Made(),
            (heading with { Id = "Heading3", Name = "heading 3", Before = 260, Outline = 2 }).Made(),
            (heading with { Id = "Heading4", Name = "heading 4", Before = 260, Outline = 3 }).Made(),
        ];
    }

    private static IEnumerable<Style> Lists() =>
        [
            new WordStyle("TOC1", "toc 1", 23)
            {
                IsBold = true,
                Before = 100,
                After = 40,
            }.Made(),
            new WordStyle("TOC2", "toc 2", 23) { After = 20, Indent = 360 }.Made(),
            new WordStyle("TOC3", "toc 3", 23) { After = 20, Indent = 720 }.Made(),
            new WordStyle("TableofFigures", "table of figures", 23) { After = 40 }.Made(),
            new WordStyle("Caption", "caption", 20)
            {
                Alignment = JustificationValues.Center,
                IsBold = true,
                Before = 160,
                After = 80,
            }.Made(),
        ];

    // Tables with many columns are set smaller, down to where the PDF stops too.
    private static IEnumerable<Style> Tables() =>
        [
            new WordStyle(Table(9), "Table Text", 18).Made(),
            .. Enumerable
                .Range(13, 5)
                .Select(halves => new WordStyle(Table(halves / 2f), $"Table Text {halves}", halves).Made()),
            new WordStyle("Note", "Note", 17) { After = 160 }.Made(),
        ];

    /// <summary>The style of a table's text at a size in points.</summary>
    public static string Table(float size) => size >= 9 ? "Table" : $"Table{size * 2:0}";

    /// <summary>Where the text of an entry begins behind its number.</summary>
    public static int NumberTab(string style) =>
        style switch
        {
            "TOC2" => 1000,
            "TOC3" => 1560,
            _ => 1560,
        };

    /// <summary>Further lines of an entry begin below its text, not below its number.</summary>
    public static Indentation Hanging(string style) =>
        new()
        {
            Left = $"{NumberTab(style)}",
            Hanging = $"{NumberTab(style) - (style switch { "TOC2" => 360, "TOC3" => 720, _ => 0 })}",
        };
}
