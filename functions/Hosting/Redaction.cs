using System.Text.RegularExpressions;

namespace Sakip.Functions.Hosting;

/// <summary>
/// Takes out of a text what no telemetry may hold: links, codes, mail addresses and query strings. What such things look
/// like decides, not where they come from, so that a new span or message is covered as well.
/// </summary>
internal static partial class Redaction
{
    private const int Milliseconds = 250;

    public static string Clean(string text)
    {
        try
        {
            text = LinkPath().Replace(text, "$1{token}");
            text = Token().Replace(text, "{token}");
            text = Query().Replace(text, "");
            text = Mail().Replace(text, "{surel}");
            return Code().Replace(text, "{kode}");
        }
        catch (RegexMatchTimeoutException)
        {
            // What cannot be looked through in time is not told.
            return "{dihapus}";
        }
    }

    /// <summary>Whether a text says something that no telemetry may hold.</summary>
    public static bool IsDirty(object? value) =>
        value switch
        {
            string text => Clean(text) != text,
            IEnumerable<string> texts => texts.Any(text => Clean(text) != text),
            _ => false,
        };

    [GeneratedRegex(@"(/tautan/|/api/steps/)(?!\{)[^/?#\s""'<>]+", RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex LinkPath();

    [GeneratedRegex(
        @"\bv1\.[A-Za-z0-9_-]{1,40}\.[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_=%-]+",
        RegexOptions.None,
        Milliseconds
    )]
    private static partial Regex Token();

    [GeneratedRegex(@"\?[^\s""'<>?]*=[^\s""'<>]*", RegexOptions.None, Milliseconds)]
    private static partial Regex Query();

    [GeneratedRegex(
        @"[A-Za-z0-9._%+-]{1,64}(@|%40)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}",
        RegexOptions.None,
        Milliseconds
    )]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![0-9A-Za-z.:+/=_-])[0-9]{6}(?![0-9A-Za-z:+/=_-])", RegexOptions.None, Milliseconds)]
    private static partial Regex Code();
}
