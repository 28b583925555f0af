using System.Text;
using System.Text.RegularExpressions;

namespace Sakip.Kernel;

/// <summary>
/// Text as it was meant. Copying brings along what nobody sees: spaces around and doubled, spaces that do not break, line
/// breaks inside a name, characters without a picture. They are taken out at the door, before they are stored and printed.
/// </summary>
internal static partial class TidyText
{
    /// <summary>A name, title or code: one line, one space between words.</summary>
    public static string Line(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var character in Visible(text))
        {
            if (!char.IsWhiteSpace(character))
                tidy.Append(character);
            else if (tidy.Length > 0 && tidy[^1] != ' ')
                tidy.Append(' ');
        }

        return Kept(text, tidy.ToString().TrimEnd());
    }

    /// <summary>Text of several lines, which keeps them and what they begin with.</summary>
    public static string Block(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var isIndent = true;
        foreach (var character in Visible(text))
        {
            if (character is '\n' or '\u2028' or '\u2029' or '\u0085')
            {
                TrimEnd(tidy);
                tidy.Append('\n');
                isIndent = true;
            }
            else if (character == '\t' || !char.IsWhiteSpace(character))
            {
                tidy.Append(character);
                isIndent &= character == '\t';
            }
            else if (character != '\r' && (isIndent || tidy[^1] != ' '))
            {
                tidy.Append(' ');
            }
        }

        var whole = tidy.ToString();
        return Kept(text, whole.Contains('\n', StringComparison.Ordinal) ? whole.TrimEnd() : whole.Trim());
    }

    /// <summary>A mail address, of which a link or brackets may have been copied as well.</summary>
    public static string Address(string text)
    {
        var tidy = Line(text).Trim('<', '>', '"', ' ');
        const string Link = "mailto:";
        return Kept(
            text,
            tidy.StartsWith(Link, StringComparison.OrdinalIgnoreCase) ? tidy[Link.Length..].Trim() : tidy
        );
    }

    /// <summary>Digits as decrees and directories print them, in groups: what stands between the groups goes.</summary>
    public static string Digits(string text)
    {
        var tidy = Line(text);
        var bare = NumberWord().Replace(tidy, "");
        var digits = string.Concat(bare.Where(character => !IsBetweenGroups(character)));
        return Kept(text, digits.TrimStart('+').All(char.IsAsciiDigit) ? digits : tidy);
    }

    /// <summary>What was taken out, in words for whoever sent it.</summary>
    public static string Difference(string given, string tidy)
    {
        var found = new List<string>();
        if (given.Any(character => char.IsWhiteSpace(character) && character is not (' ' or '\n' or '\r' or '\t')))
            found.Add("spasi tak terputus");
        if (Visible(given).Count() != given.Length)
            found.Add("huruf tak terlihat");
        if (Breaks(given) > Breaks(tidy))
            found.Add("ganti baris");
        if (given.Length > 0 && (char.IsWhiteSpace(given[0]) || char.IsWhiteSpace(given[^1])))
            found.Add("spasi di tepi");
        if (Line(given) != given.Trim() && given.Contains("  ", StringComparison.Ordinal))
            found.Add("spasi ganda");
        return found.Count == 0 ? "tanda pemisah" : string.Join(", ", found);
    }

    private static int Breaks(string text) => text.Count(character => character == '\n');

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] is ' ' or '\t')
            text.Length--;
    }

    // Whoever looks for a change by reference finds none where there is none.
    private static string Kept(string given, string tidy) => tidy == given ? given : tidy;

    private static bool IsBetweenGroups(char character) =>
        character is ' ' or '.' or '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '(' or ')'
        || character is '\'' or '\u2018' or '\u2019' or '`' or '\u00B4';

    private static IEnumerable<char> Visible(string text)
    {
        var before = '\0';
        foreach (var character in text)
        {
            var isVisible = character switch
            {
                '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' => false,
                >= '\u2060' and <= '\u2064' or '\uFEFF' => false,
                // Letters of other scripts, the Balinese ones among them, are joined and parted by these two.
                '\u200C' or '\u200D' => before > '\u024F',
                _ => true,
            };
            if (!isVisible)
                continue;
            yield return character;
            before = character;
        }
    }

    // "NIP", and what contract staff of the state have in its place: "NI PPPK".
    [GeneratedRegex(
        @"^NI[\s.-]*P(?:[\s.-]*PPK|PPK|PK)?[\s.:-]*(?=[0-9])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NumberWord();
}
