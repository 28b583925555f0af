using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Sakip.Kernel;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>Runs, fields and paragraphs of WordprocessingML.</summary>
internal static class WordText
{
    private const int TwipsPerPoint = 20;
    private const int LongestBookmark = 40;

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

    /// <summary>A field in parts, for places that take no simple one.</summary>
    public static OpenXmlElement[] ComplexField(string instruction, string shown) =>
        [
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode(instruction) { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            Run(shown),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
        ];

    public static W.Paragraph Styled(string style, params OpenXmlElement[] content)
    {
        var paragraph = new W.Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    public static W.Paragraph Centred(Run run, bool keepNext = false)
    {
        var set = Styled("Normal", run);
        if (keepNext)
            set.ParagraphProperties!.KeepNext = new KeepNext();
        set.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Center };
        return set;
    }

    /// <summary>A bookmark's name: letters, digits and underscores, at most 40; a long id ends in its own hash.</summary>
    public static string Bookmark(string id)
    {
        var name = "_" + string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        if (name.Length <= LongestBookmark)
            return name;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..8];
        return $"{name[..(LongestBookmark - 9)]}_{hash}";
    }

    public static int Twips(float points) => (int)(points * TwipsPerPoint);

    // Characters that XML 1.0 cannot carry are left out.
    public static string Clean(string text) => CleanText.Of(text);
}
