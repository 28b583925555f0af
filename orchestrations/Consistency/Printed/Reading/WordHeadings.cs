using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Consistency;

/// <summary>Which paragraphs of a Word document are headings: by their style's outline, or set in bold as one would by hand.</summary>
internal sealed partial class WordHeadings
{
    private const int Deepest = 6;
    private const int Longest = 200;

    private readonly Dictionary<string, Style> _styles;

    public WordHeadings(MainDocumentPart document) =>
        _styles = (document.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
            .Where(style => style.StyleId?.Value is not null)
            .DistinctBy(style => style.StyleId!.Value!)
            .ToDictionary(style => style.StyleId!.Value!, StringComparer.Ordinal);

    /// <summary>1 for chapters; null for what is no heading.</summary>
    public int? LevelOf(Paragraph paragraph, string text)
    {
        if (text.Length is 0 or > Longest)
            return null;
        if (Outline(paragraph) is { } level)
            return Math.Min(level + 1, Deepest);
        return Named(paragraph) is { } name && name.StartsWith("title", StringComparison.OrdinalIgnoreCase) ? null
            : Chapter().IsMatch(text) && IsAlone(paragraph, text) ? 1
            : !IsAlone(paragraph, text) ? null
            : Letter().IsMatch(text) ? 2
            : Numbers().Match(text) is { Success: true } numbers
                ? Math.Min(1 + numbers.Groups["number"].Value.Trim('.').Split('.').Length, Deepest)
            : null;
    }

    /// <summary>Lines of a table of contents that Word makes.</summary>
    public bool IsContents(Paragraph paragraph) =>
        Named(paragraph) is { } name
        && (
            name.StartsWith("toc", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("table of figures", StringComparison.OrdinalIgnoreCase)
        );

    public bool IsListed(Paragraph paragraph)
    {
        var number =
            paragraph.ParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value
            ?? Chain(paragraph)
                .Select(style => style.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value)
                .FirstOrDefault(value => value is not null);
        return number is > 0;
    }

    private int? Outline(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value;
        var level =
            own
            ?? Chain(paragraph)
                .Select(style => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value)
                .FirstOrDefault(value => value is not null);
        return level is >= 0 and < 9 ? level : HeadingStyle(paragraph);
    }

    // A style named "heading 2" is one even where its outline is not told.
    private int? HeadingStyle(Paragraph paragraph) =>
        Chain(paragraph)
            .Select(style => Heading().Match(style.StyleName?.Val?.Value ?? style.StyleId?.Value ?? ""))
            .Where(match => match.Success)
            .Select(match => (int?)(match.Groups["level"].Value[0] - '1'))
            .FirstOrDefault();

    private string? Named(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id
            ? _styles.GetValueOrDefault(id)?.StyleName?.Val?.Value ?? id
            : null;

    private IEnumerable<Style> Chain(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var depth = 0; id is not null && depth < 12 && _styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    /// <summary>Bold or in capitals from end to end: nobody sets a paragraph of text like that.</summary>
    public bool IsAlone(Paragraph paragraph, string text)
    {
        var bold = Chain(paragraph).Any(style => IsOn(style.StyleRunProperties?.Bold));
        var runs = paragraph.Descendants<Run>().Where(run => run.InnerText.Trim().Length > 0).ToList();
        return text.Any(char.IsLetter) && !text.Any(char.IsLower)
            || runs.Count > 0 && runs.TrueForAll(run => run.RunProperties?.Bold is { } own ? IsOn(own) : bold);
    }

    private static bool IsOn(OnOffType? value) => value is not null && (value.Val is null || value.Val.Value);

    [GeneratedRegex(
        "^(?:heading|judul) (?<level>[1-9])$|^heading(?<level>[1-9])$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"^(?:BAB\s+(?:[IVX]+|[0-9]{1,2})\b|KATA PENGANTAR$|(?:IKHTISAR|RINGKASAN) EKSEKUTIF$|DAFTAR (?:ISI|TABEL|GAMBAR|LAMPIRAN)|PERNYATAAN TELAH DIREVIU|LAMPIRAN\b|PERJANJIAN KINERJA)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^[A-Z]\.\s*\p{L}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letter();

    [GeneratedRegex(
        @"^(?<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,4})\.?\s+\p{L}",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numbers();
}
