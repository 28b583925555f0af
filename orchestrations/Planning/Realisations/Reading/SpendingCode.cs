using System.Text.RegularExpressions;

namespace Sakip.Planning;

/// <summary>Codes of the budget as files print them: with other case, spaces, leading zeros or a full stop behind.</summary>
internal static partial class SpendingCode
{
    public const int Longest = 80;

    /// <summary>What two prints of one code have in common.</summary>
    public static string Key(string text) =>
        string.Join(
                '.',
                text.Trim()
                    .ToUpperInvariant()
                    .Split('.', StringSplitOptions.TrimEntries)
                    .Select(part => part.Length > 1 && part.All(char.IsAsciiDigit) ? Unpadded(part) : part)
            )
            .TrimEnd('.');

    /// <summary>True for what can be a code and no word, date or signature.</summary>
    public static bool IsCode(string text) => text.Length <= Longest && Shape().IsMatch(text.Trim());

    /// <summary>Codes of accounts begin with one digit from 4 to 8 and one more: 5.1.02.01.</summary>
    public static bool IsAccount(string text) => Account().IsMatch(text.Trim());

    /// <summary>The code at the beginning of "I.A.1 Pembinaan"; the whole text where none is.</summary>
    public static string Leading(string text)
    {
        var trimmed = text.Trim();
        if (Marked().Match(trimmed) is { Success: true } marked)
            return marked.Groups[1].Value.Trim();
        var at = trimmed.IndexOfAny([' ', '\t', '\n', '\u00a0']);
        return at > 0 && IsCode(trimmed[..at]) ? trimmed[..at] : trimmed;
    }

    public static int Depth(string key) => key.Count(character => character == '.') + 1;

    /// <summary>The keys that others of them continue.</summary>
    public static HashSet<string> Parents(IEnumerable<string> keys)
    {
        var parents = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            for (var at = key.LastIndexOf('.'); at > 0 && parents.Add(key[..at]); )
                at = key.LastIndexOf('.', at - 1);
        }

        return parents;
    }

    private static string Unpadded(string digits) => digits.TrimStart('0') is { Length: > 0 } rest ? rest : "0";

    // "[I.A.1] Pembinaan", "I.A.1-Pembinaan", "I.A.1: Pembinaan".
    [GeneratedRegex(
        @"^[\[(]?\s*([A-Za-z0-9]{1,12}(?:\s?[./]\s?[A-Za-z0-9]{1,12})+)\.?\s*(?:[\])]\s*[-–:]?|[-–:])\s*(?:[A-Za-z]{3}.*)?$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Marked();

    [GeneratedRegex(
        @"^[A-Za-z0-9]{1,12}(?:\s*[.\-/]\s*[A-Za-z0-9]{1,12})+\.?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Shape();

    [GeneratedRegex(
        @"^[4-8](?:\.\d(?:\.\d{1,4})*)?\.?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Account();
}
