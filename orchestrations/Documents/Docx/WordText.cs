using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>Runs, fields and paragraphs of WordprocessingML.</summary>
internal static class WordText
{
    public static Run Run(string text, bool bold = false, bool italic = false)
    {
        var run = new Run();
        if (bold || italic)
        {
            run.RunProperties = new RunProperties
            {
                Bold = bold ? new Bold() : null,
                Italic = italic ? new Italic() : null,
            };
        }

        run.Append(new W.Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    public static SimpleField Field(string instruction, string shown) => new(Run(shown)) { Instruction = instruction };

    public static W.Paragraph Styled(string style, params OpenXmlElement[] content)
    {
        var paragraph = new W.Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    // Characters that XML 1.0 cannot carry are left out.
    public static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}
