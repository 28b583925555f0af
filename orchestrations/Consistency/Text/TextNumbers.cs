using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <param name="At">Where it begins in the text.</param>
/// <param name="Step">What its last digit counts, where it is a rounded one ("Rp2,94 miliar"); 0 for exact ones.</param>
internal sealed record TextNumber(decimal Value, string Printed, int At, int End, decimal Step = 0m)
{
    /// <summary>Whether it is that amount, or that amount rounded or cut off to how it is printed.</summary>
    public bool Means(decimal amount) =>
        Step == 0m ? Value == amount : amount - Value >= -Step / 2m && amount - Value < Step;
}

/// <summary>A count in a text: "2 (dua) sasaran", "kedua sasaran", "dua puluh sub kegiatan".</summary>
/// <param name="Words">The count in words where both are given, else null.</param>
internal sealed record TextCount(int Value, int? Words, string Noun, string Printed, int At);

/// <summary>Finds numbers in running text.</summary>
internal static partial class TextNumbers
{
    // Whatever is more than this times a trillion is no amount of money.
    private const decimal Most = 1e12m;

    // The rules ask for a handful of nouns, each written in the code.
    private static readonly ConcurrentDictionary<string, Regex> Nouns = new(StringComparer.Ordinal);

    public static IReadOnlyList<TextNumber> Amounts(string text) =>
        [.. AmountPattern().Matches(text).Select(Amount).OfType<TextNumber>()];

    public static IReadOnlyList<TextNumber> Percentages(string text) =>
        Read(PercentPattern(), text, NumberKind.Percent);

    /// <summary>Plain numbers with decimals, such as index values.</summary>
    public static IReadOnlyList<TextNumber> Decimals(string text) => Read(DecimalPattern(), text, NumberKind.Percent);

    /// <summary>Counts before one of the nouns (a regular expression).</summary>
    public static IEnumerable<TextCount> Counts(string text, string nouns)
    {
        var lower = text.ToLowerInvariant();
        var pattern = Nouns.GetOrAdd(
            nouns,
            static own =>
                new($@"\G\s*(?<noun>{own})\b", RegexOptions.CultureInvariant | RegexOptions.Compiled, Patterns.Limit)
        );
        foreach (Match count in CountPattern().Matches(lower))
        {
            var noun = pattern.Match(lower, count.Index + count.Length);
            // "Kecuali satu kegiatan" says of no kind how many there are.
            if (!noun.Success || Excepted().IsMatch(lower[..count.Index]))
                continue;
            var words = NumberWords.Parse(count.Groups["inner"].Value);
            var value = count.Groups["digits"].Success
                ? int.Parse(count.Groups["digits"].Value, CultureInfo.InvariantCulture)
                : NumberWords.Parse(
                    count.Groups["both"].Success ? count.Groups["both"].Value[2..] : count.Groups["words"].Value
                );
            // "tahun 2024 sasaran …" counts nothing.
            if (value is { } number && !(words is null && number is >= 1900 and < 2100))
            {
                yield return new(
                    number,
                    words,
                    noun.Groups["noun"].Value,
                    (count.Value + noun.Value).Trim(),
                    count.Index
                );
            }
        }
    }

    [GeneratedRegex(
        @"\b(?:kecuali|terkecuali|selain)\s+(?:pada\s+|untuk\s+|hanya\s+)?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Excepted();

    private static TextNumber? Amount(Match match)
    {
        var unit = match.Groups["unit"].Value.ToLowerInvariant();
        var printed = match.Value.TrimEnd('.', ',', ' ', '-');
        var end = match.Index + match.Length;
        if (unit.Length == 0)
        {
            return NumberParser.Parse(printed, NumberKind.Rupiah).Value is { } exact
                ? new(exact, printed, match.Index, end)
                : null;
        }

        var digits = match.Groups["digits"].Value.TrimEnd('.', ',');
        if (NumberParser.Parse(digits, NumberKind.Percent).Value is not { } value)
            return null;
        var factor = unit switch
        {
            "ribu" => 1e3m,
            "juta" => 1e6m,
            "triliun" => 1e12m,
            _ => 1e9m,
        };
        var step = factor;
        for (var i = PrintedNumber.Decimals(digits); i > 0; i--)
            step /= 10m;
        return value > Most ? null : new(value * factor, printed, match.Index, end, step);
    }

    private static List<TextNumber> Read(Regex pattern, string text, NumberKind kind)
    {
        var numbers = new List<TextNumber>();
        foreach (Match match in pattern.Matches(text))
        {
            var printed = match.Value.TrimEnd('.', ',', ' ');
            if (NumberParser.Parse(printed, kind).Value is { } value)
            {
                numbers.Add(new(value, printed, match.Index, match.Index + match.Length));
            }
        }

        return numbers;
    }

    [GeneratedRegex(
        @"\bRp\.?\s*(?<digits>[0-9][0-9.,]*)-?(?:\s*(?<unit>ribu|juta|miliar|milyar|triliun)\b|,-|\.-)?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex AmountPattern();

    [GeneratedRegex(
        @"(?<![0-9.,])[0-9]+(?:[.,][0-9]+)?\s*(?:%|persen\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PercentPattern();

    [GeneratedRegex(
        @"(?<![0-9.,])[0-9]{1,3}[.,][0-9]{1,2}(?![0-9%]|[.,][0-9]|\s*%)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DecimalPattern();

    [GeneratedRegex(
        @"(?<![0-9.,–-])(?<!\bsalah\s)\b(?:(?<digits>[0-9]{1,4})(?:\s*\((?<inner>[a-z ]+)\))?|(?<words>(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|belas|puluh|ratus)(?:\s+(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|belas|puluh|ratus))*)|(?<both>ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)))(?=\s)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CountPattern();
}
