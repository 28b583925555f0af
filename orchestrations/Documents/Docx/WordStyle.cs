using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>A named paragraph style; size in half points, distances in twentieths of a point.</summary>
internal sealed record WordStyle(string Id, string Name, int Size)
{
    public JustificationValues Alignment { get; init; } = JustificationValues.Left;

    public bool IsBold { get; init; }

    public int Before { get; init; }

    public int After { get; init; }

    /// <summary>The least height of a line; null leaves it to the font.</summary>
    public int? Line { get; init; }

    public int? Indent { get; init; }

    /// <summary>The level of a heading, from 0; null for other text.</summary>
    public int? Outline { get; init; }

    public string? Colour { get; init; }

    public Style Made()
    {
        var paragraph = new StyleParagraphProperties
        {
            KeepNext = Outline is null ? null : new KeepNext(),
            PageBreakBefore = Outline == 0 ? new PageBreakBefore() : null,
            SpacingBetweenLines = Spacing(),
            Indentation = Indent is null ? null : new Indentation { Left = $"{Indent}" },
            Justification = new Justification { Val = Alignment },
            OutlineLevel = Outline is { } level ? new OutlineLevel { Val = level } : null,
        };
        var run = new StyleRunProperties
        {
            Bold = IsBold ? new Bold() : null,
            Color = Colour is null ? null : new Color { Val = Colour },
            FontSize = new FontSize { Val = $"{Size}" },
        };
        return new Style([
            new StyleName { Val = Name },
            .. Id is "Normal" ? Array.Empty<OpenXmlElement>() : [new BasedOn { Val = "Normal" }],
            .. Outline is null ? Array.Empty<OpenXmlElement>() : [new NextParagraphStyle { Val = "BodyText" }],
            new PrimaryStyle(),
            paragraph,
            run,
        ])
        {
            Type = StyleValues.Paragraph,
            StyleId = Id,
            Default = Id == "Normal" ? OnOffValue.FromBoolean(true) : null,
        };
    }

    private SpacingBetweenLines Spacing()
    {
        var spacing = new SpacingBetweenLines { Before = $"{Before}", After = $"{After}" };
        if (Line is null)
            return spacing;
        spacing.Line = $"{Line}";
        spacing.LineRule = LineSpacingRuleValues.AtLeast;
        return spacing;
    }
}
