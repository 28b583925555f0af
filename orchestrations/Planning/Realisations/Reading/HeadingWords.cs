using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>A heading as words that can be compared: lower case, without punctuation, "s.d." and "s/d" as one word.</summary>
internal static partial class HeadingWords
{
    private const int Longest = 500;

    public static string Of(string text)
    {
        var plain = Until().Replace((text.Length > Longest ? text[..Longest] : text).ToLowerInvariant(), " sd ");
        plain = Day().Replace(plain, Spelt);
        var words = new StringBuilder(" ");
        foreach (var character in plain)
        {
            if (char.IsLetterOrDigit(character) || character == '%')
                words.Append(character);
            else if (words[^1] != ' ')
                words.Append(' ');
        }

        if (words[^1] != ' ')
            words.Append(' ');
        return string.Join(
            ' ',
            words.ToString().Replace(" to date ", " sd ", StringComparison.Ordinal).Split(' ').Select(Whole)
        );
    }

    // "Real. Keu. (Rp)", "Realiasi", "Realization".
    private static string Whole(string word) =>
        word switch
        {
            "real" => "realisasi",
            "keu" => "keuangan",
            "fis" => "fisik",
            "angg" => "anggaran",
            "prog" => "program",
            "keg" => "kegiatan",
            "bln" => "bulan",
            "code" => "kode",
            "rek" => "rekening",
            { Length: >= 7 and <= 12 }
                when word.StartsWith("reali", StringComparison.Ordinal)
                    && !word.StartsWith("realis", StringComparison.Ordinal)
                    && !word.StartsWith("realit", StringComparison.Ordinal) => "realisasi",
            "realisai" or "realissi" or "realsasi" or "relisasi" or "realisation" => "realisasi",
            _ => word,
        };

    public static bool HasAny(this string words, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (words.Contains(part, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // "31/03/2024" as "maret 2024".
    private static string Spelt(Match day) =>
        int.Parse(day.Groups[1].Value, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month
            ? $" {IndonesianDate.Month(month).ToLowerInvariant()} {day.Groups[2].Value} "
            : day.Value;

    [GeneratedRegex(
        @"\b[0-3]?[0-9][-./]([01]?[0-9])[-./](20[0-9][0-9])\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Day();

    [GeneratedRegex(
        @"\bs\s*[./]\s*d\b\.?|\bsd\b\.?|\bsampai\s+dengan\b|\bsampai\b|\bhingga\b|\bkum+ulati[fp]\b|\bkomulati[fp]\b|\bakumulasi\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Until();
}
