using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>The named styles of the document; sizes in half points, distances in twentieths of a point.</summary>
internal static class WordStyles
{
    private const string Font = "Liberation Sans";

    public static Styles Of(string language) => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font },
            new FontSize { Val = "22" },
            new Languages { Val = language }))),
        Style("Normal", "Normal", 22, JustificationValues.Left, after: 120),
        Style("BodyText", "Body Text", 22, JustificationValues.Both, after: 120),
        Style("Title", "Title", 30, JustificationValues.Center, bold: true, after: 240),
        Style("Heading1", "heading 1", 28, JustificationValues.Center, bold: true, after: 400, outline: 0),
        Style("Heading2", "heading 2", 24, JustificationValues.Left, bold: true, before: 360, after: 100, outline: 1),
        Style("Heading3", "heading 3", 22, JustificationValues.Left, bold: true, before: 260, after: 100, outline: 2),
        Style("Heading4", "heading 4", 22, JustificationValues.Left, bold: true, before: 260, after: 100, outline: 3),
        Style("Caption", "caption", 20, JustificationValues.Center, bold: true, before: 160, after: 80),
        Style("List", "List", 22, JustificationValues.Left, after: 60),
        Style("Table", "Table Text", 18, JustificationValues.Left),
        Style("Note", "Note", 17, JustificationValues.Left, after: 160));

    private static Style Style(
        string id, string name, int size, JustificationValues alignment, bool bold = false, int before = 0,
        int after = 0, int? outline = null)
    {
        var paragraph = new StyleParagraphProperties
        {
            KeepNext = outline is null ? null : new KeepNext(),
            PageBreakBefore = outline == 0 ? new PageBreakBefore() : null,
            SpacingBetweenLines = new SpacingBetweenLines { Before = $"{before}", After = $"{after}" },
            Justification = new Justification { Val = alignment },
            OutlineLevel = outline is { } level ? new OutlineLevel { Val = level } : null,
        };
        var run = new StyleRunProperties
        {
            Bold = bold ? new Bold() : null,
            FontSize = new FontSize { Val = $"{size}" },
        };
        return new Style(new StyleName { Val = name }, paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = id == "Normal" ? OnOffValue.FromBoolean(true) : null,
        };
    }
}
