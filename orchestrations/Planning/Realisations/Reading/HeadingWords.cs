using System.Text;
using System.Text.RegularExpressions;

namespace Sakip.Planning;

/// <summary>A heading as words that can be compared: lower case, without punctuation, "s.d." and "s/d" as one word.</summary>
internal static partial class HeadingWords
{
    private const int Longest = 500;

    public static string Of(string text)
    {
        var plain = Until().Replace((text.Length > Longest ? text[..Longest] : text).ToLowerInvariant(), " sd ");
        var words = new StringBuilder(" ");
        foreach (var character in plain)
        {
            if (char.IsLetterOrDigit(character) || character == '%')
                words.Append(character);
            else if (words[^1] != ' ')
                words.Append(' ');
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }

    public static bool HasAny(this string words, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (words.Contains(part, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    [GeneratedRegex(
        @"\bs\s*[./]\s*d\b\.?|\bsd\b\.?|\bsampai\s+dengan\b|\bsampai\b|\bhingga\b|\bkum+ulati[fp]\b|\bkomulati[fp]\b|\bakumulasi\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Until();
}
