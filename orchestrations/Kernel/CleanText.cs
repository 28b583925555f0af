using System.Globalization;
using System.Text;

namespace Sakip.Kernel;

/// <summary>
/// Text as it may come in, from wherever it comes: without control characters but line feed and tab, without what is no
/// character, without halves of pairs, and without marks that turn the direction of writing, by which a name reads
/// otherwise than it is. A carriage return becomes the line feed that it means.
/// </summary>
internal static class CleanText
{
    public static string Of(string text)
    {
        return IsClean(text) ? text : Cleaned(text);
    }

    /// <summary>The same for what stands in a JSON text, escaped or not; what is no text in it stays as it is.</summary>
    public static string OfJson(string json)
    {
        if (!json.Contains("\\u", StringComparison.Ordinal) && IsCleanJson(json))
            return json;
        var clean = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\' || i + 1 == json.Length)
            {
                i += Take(json, i, clean) - 1;
            }
            else if (json[i + 1] != 'u' || Escaped(json, i) is not { } first)
            {
                clean.Append(json, i, 2);
                i++;
            }
            else
            {
                // Two escapes make one character where the first is the upper half of a pair.
                var pair =
                    char.IsHighSurrogate(first) && Escaped(json, i + 6) is { } second ? $"{first}{second}" : $"{first}";
                var isPair = pair.Length == 2 && char.IsLowSurrogate(pair[1]);
                if (first == '\r')
                    clean.Append("\\n");
                else if (IsClean(isPair ? pair : pair[..1]))
                    clean.Append(json, i, isPair ? 12 : 6);
                i += isPair ? 11 : 5;
            }
        }

        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (!IsAllowed(char.ConvertToUtf32(text[i], text[i + 1])))
                    return false;
                i++;
            }
            else if (!IsAllowed(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n')
                    clean.Append('\n');
            }
            else
            {
                i += Take(text, i, clean) - 1;
            }
        }

        return clean.ToString();
    }

    /// <summary>Appends the character that stands there if it may; gives how much of the text it is.</summary>
    private static int Take(string text, int at, StringBuilder clean)
    {
        var length =
            char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        var code = length == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
        // Between the values of a JSON text a carriage return is white space and no text.
        if (IsAllowed(code) || (text[at] is '\r' && length == 1))
            clean.Append(text, at, length);
        return length;
    }

    private static bool IsCleanJson(string json) => IsClean(json.Replace('\r', '\n'));

    private static char? Escaped(string json, int at) =>
        at + 6 <= json.Length
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && ushort.TryParse(
            json.AsSpan(at + 2, 4),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var code
        )
            ? (char)code
            : null;

    private static bool IsAllowed(int code) =>
        code switch
        {
            '\n' or '\t' => true,
            < 0x20 or (>= 0x7F and <= 0x9F) => false,
            >= 0x202A and <= 0x202E => false,
            >= 0x2066 and <= 0x2069 => false,
            >= 0xD800 and <= 0xDFFF => false,
            >= 0xFDD0 and <= 0xFDEF => false,
            _ => (code & 0xFFFE) != 0xFFFE,
        };
}
