using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Workbooks;

/// <summary>
/// Text as it stands in the XML of a cell. What XML cannot hold is written <c>_xHHHH_</c>, and so is a text that looks
/// like that (ECMA-376, ST_Xstring).
/// </summary>
internal static partial class CellText
{
    public const int Longest = 32_767;

    /// <summary>A text in pieces that a cell can hold; no character is cut in two.</summary>
    public static IReadOnlyList<string> Pieces(string text)
    {
        if (text.Length <= Longest)
            return [text];
        var pieces = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var length = Math.Min(Longest, text.Length - at);
            if (char.IsHighSurrogate(text[at + length - 1]) && at + length < text.Length)
                length--;
            pieces.Add(text.Substring(at, length));
            at += length;
        }

        return pieces;
    }

    /// <summary>True where a spreadsheet could take the text for a formula.</summary>
    public static bool LooksLikeFormula(string text) =>
        !string.IsNullOrEmpty(text) && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    internal static string Encode(string text)
    {
        if (!NeedsEscape(text))
            return text;
        var encoded = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            var isPair = char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
                encoded.Append(character).Append(text[++i]);
            else if (!IsAllowed(character) || character == '_' && Escaped().IsMatch(text.AsSpan(i)))
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)character:X4}_");
            else
                encoded.Append(character);
        }

        return encoded.ToString();
    }

    /// <summary>What a cell says. It came from outside, so that it is cleaned as all such text is.</summary>
    internal static string Decode(string text) =>
        CleanText.Of(
            text.Contains("_x", StringComparison.Ordinal)
                ? Anywhere()
                    .Replace(
                        text,
                        match =>
                            (
                                (char)
                                    int.Parse(
                                        match.ValueSpan[2..6],
                                        NumberStyles.AllowHexSpecifier,
                                        CultureInfo.InvariantCulture
                                    )
                            ).ToString()
                    )
                : text
        );

    private static bool NeedsEscape(string text)
    {
        foreach (var character in text)
        {
            if (character == '_' || !IsAllowed(character))
                return true;
        }

        return false;
    }

    // A carriage return is allowed in XML and lost in reading it; half a surrogate pair is no character.
    private static bool IsAllowed(char character) =>
        character is '\t' or '\n'
        || character >= ' ' && !char.IsSurrogate(character) && character is not ('\uFFFE' or '\uFFFF');

    [GeneratedRegex("^_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anywhere();
}
