using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>
/// Captions with a counting field: what goes on from the caption before counts by itself, what does not sets the count, so
/// that updating the fields in Word changes nothing and a table put in between is numbered.
/// </summary>
internal sealed partial class WordCaptions
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _bookmarks;

    public W.Paragraph Of(string word, Caption caption) =>
        WordText.Styled(
            "Caption",
            [.. Marked(caption.Id, [.. Number(word, caption.Number)], marked: null), WordText.Run($" {caption.Title}")]
        );

    /// <summary>Puts a bookmark around the first elements, so that references find them.</summary>
    /// <param name="marked">How many of them; all when null or none is numbered.</param>
    public OpenXmlElement[] Marked(string? id, OpenXmlElement[] content, int? marked)
    {
        if (id is null)
            return content;
        var number = $"{++_bookmarks}";
        var within = marked is null or 0 ? content.Length : marked.Value;
        return
        [
            new BookmarkStart { Id = number, Name = WordText.Bookmark(id) },
            .. content[..within],
            new BookmarkEnd { Id = number },
            .. content[within..],
        ];
    }

    private IEnumerable<OpenXmlElement> Number(string word, string number)
    {
        yield return WordText.Run($"{word} ");
        var parts = Parts().Match(number);
        if (!parts.Success)
        {
            yield return WordText.Run(number);
            yield break;
        }

        if (parts.Groups["before"].Length > 0)
            yield return WordText.Run(parts.Groups["before"].Value);
        var value = int.Parse(parts.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
        var before = _counts.GetValueOrDefault(word);
        _counts[word] = value;
        var change =
            value == before ? "\\c "
            : value == before + 1 ? ""
            : $"\\r {value} ";
        yield return WordText.Field($" SEQ {word} \\* ARABIC {change}", parts.Groups["count"].Value);
        if (parts.Groups["after"].Length > 0)
            yield return WordText.Run(parts.Groups["after"].Value);
    }

    [GeneratedRegex(
        @"^(?<before>.*?)(?<count>\d{1,6})(?<after>[a-z]*)$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Parts();
}
