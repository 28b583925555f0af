using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>The named styles of the document; sizes in half points, distances in twentieths of a point.</summary>
internal static class WordStyles
{
    // Has the measures of the PDF's Liberation Sans wherever the document is opened.
    private const string Font = "Arial";
    private const string Accent = "1F3A5F";

    public static Styles Of(string language) =>
        new([
            new DocDefaults(
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
            ),
            Style("Normal", "Normal", 23, JustificationValues.Left, after: 120),
            Style("BodyText", "Body Text", 23, JustificationValues.Both, after: 120, line: 340),
            Style("ListParagraph", "List Paragraph", 23, JustificationValues.Both, after: 60, line: 320),
            Style("Title", "Title", 30, JustificationValues.Center, bold: true, after: 240, colour: Accent),
            Style(
                "CoverTitle",
                "Judul Sampul",
                52,
                JustificationValues.Center,
                bold: true,
                before: 120,
                after: 160,
                colour: "FFFFFF"
            ),
            Style(
                "Heading1",
                "heading 1",
                28,
                JustificationValues.Center,
                bold: true,
                after: 400,
                outline: 0,
                colour: Accent
            ),
            Style(
                "Heading2",
                "heading 2",
                25,
                JustificationValues.Left,
                bold: true,
                before: 360,
                after: 100,
                outline: 1,
                colour: Accent
            ),
            Style(
                "Heading3",
                "heading 3",
                23,
                JustificationValues.Left,
                bold: true,
                before: 260,
                after: 100,
                outline: 2
            ),
            Style(
                "Heading4",
                "heading 4",
                23,
                JustificationValues.Left,
                bold: true,
                before: 260,
                after: 100,
                outline: 3
            ),
            Style("TOC1", "toc 1", 23, JustificationValues.Left, bold: true, before: 100, after: 40),
            Style("TOC2", "toc 2", 23, JustificationValues.Left, after: 20, indent: 360),
            Style("TOC3", "toc 3", 23, JustificationValues.Left, after: 20, indent: 720),
            Style("TableofFigures", "table of figures", 23, JustificationValues.Left, after: 40),
            Style("Caption", "caption", 20, JustificationValues.Center, bold: true, before: 160, after: 80),
            Style(Table(9), "Table Text", 18, JustificationValues.Left),
            .. SmallerTables(),
            Style("Note", "Note", 17, JustificationValues.Left, after: 160),
        ]);

    /// <summary>The style of a table's text at a size in points.</summary>
    public static string Table(float size) => size >= 9 ? "Table" : $"Table{size * 2:0}";

    // Tables with many columns are set smaller, down to where the PDF stops too.
    private static IEnumerable<OpenXmlElement> SmallerTables() =>
        Enumerable
            .Range(13, 5)
            .Select(halves => Style(Table(halves / 2f), $"Table Text {halves}", halves, JustificationValues.Left));

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

    private static SpacingBetweenLines Spacing(int before, int after, int? line)
    {
        var spacing = new SpacingBetweenLines { Before = $"{before}", After = $"{after}" };
        if (line is null)
            return spacing;
        spacing.Line = $"{line}";
        spacing.LineRule = LineSpacingRuleValues.AtLeast;
        return spacing;
    }

    private static Style Style(
        string id,
        string name,
        int size,
        JustificationValues alignment,
        bool bold = false,
        int before = 0,
        int after = 0,
        int? outline = null,
        string? colour = null,
        int? indent = null,
        int? line = null
    )
    {
        var paragraph = new StyleParagraphProperties
        {
            KeepNext = outline is null ? null : new KeepNext(),
            PageBreakBefore = outline == 0 ? new PageBreakBefore() : null,
            SpacingBetweenLines = Spacing(before, after, line),
            Indentation = indent is null ? null : new Indentation { Left = $"{indent}" },
            Justification = new Justification { Val = alignment },
            OutlineLevel = outline is { } level ? new OutlineLevel { Val = level } : null,
        };
        var run = new StyleRunProperties
        {
            Bold = bold ? new Bold() : null,
            Color = colour is null ? null : new Color { Val = colour },
            FontSize = new FontSize { Val = $"{size}" },
        };
        return new Style([
            new StyleName { Val = name },
            .. id is "Normal" ? Array.Empty<OpenXmlElement>() : [new BasedOn { Val = "Normal" }],
            .. outline is null ? Array.Empty<OpenXmlElement>() : [new NextParagraphStyle { Val = "BodyText" }],
            new PrimaryStyle(),
            paragraph,
            run,
        ])
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = id == "Normal" ? OnOffValue.FromBoolean(true) : null,
        };
    }
}
