using System.Globalization;
using System.Text;

namespace Sakip.Planning;

/// <summary>Codes made from names, so that nobody has to invent them.</summary>
internal static class ProposedCode
{
    private const int Longest = 16;

    // They tell nothing apart.
    private static readonly string[] Small = ["dan", "di", "ke", "pada", "untuk", "bagian", "sub"];

    /// <summary>For example "hukum-kerja-sama" for "Bagian Hukum dan Kerja Sama"; a number follows where it is taken.</summary>
    public static string Of(string name, IEnumerable<string> taken)
    {
        var known = taken.ToHashSet(StringComparer.Ordinal);
        var words = Words(name);
        var stem = Cut(words.Where(word => !Small.Contains(word)).DefaultIfEmpty("kode"), Longest);
        if (!known.Contains(stem))
            return stem;
        for (var number = 2; ; number++)
        {
            var suffix = "-" + number.ToString(CultureInfo.InvariantCulture);
            var code = Cut([stem], Longest - suffix.Length) + suffix;
            if (!known.Contains(code))
                return code;
        }
    }

    private static string[] Words(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            plain.Append(char.IsAsciiLetterOrDigit(letter) ? letter : ' ');
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // Whole words as long as they fit; the first is cut where it alone is too long.
    private static string Cut(IEnumerable<string> words, int longest)
    {
        var code = "";
        foreach (var word in words)
        {
            if (code.Length == 0)
                code = word[..Math.Min(word.Length, longest)];
            else if (code.Length + 1 + word.Length <= longest)
                code += "-" + word;
            else
                break;
        }

        return code.TrimEnd('-');
    }
}
