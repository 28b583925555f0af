using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Kernel;

/// <summary>What a number stands for; it decides how an ambiguous one is read.</summary>
public enum NumberKind
{
    Rupiah,
    Percent,
    Count,

    /// <summary>An index or ratio, where neither reading of "1.234" is likelier.</summary>
    Number,
}

/// <param name="Value">Null where absent ("-" or nothing, which is not zero) or in error.</param>
/// <param name="Error">Indonesian; null where the text was understood.</param>
internal sealed record ParsedNumber(decimal? Value, string? Error);

/// <summary>
/// Reads numbers as officials write them: <c>3,639,196,510.00,-</c>, <c>Rp. 525.774.880</c>, <c>87,5%</c>, <c>87.5</c>,
/// "-" for absent.
/// </summary>
internal static partial class NumberParser
{
    /// <param name="precision">Decimals that the value may have; from 3 on, "1.234" in a percentage is a decimal.</param>
    /// <param name="neighbours">Other cells of the column, which show whether a dot or a comma marks decimals there.</param>
    /// <param name="unit">The unit that may stand behind the number; any other word is an error.</param>
    public static ParsedNumber Parse(
        string? text,
        NumberKind kind,
        int precision = 2,
        IReadOnlyList<string>? neighbours = null,
        string? unit = null
    )
    {
        var bare = Strip(UnitBeside.Without(text ?? "", unit), kind, out var fault);
        if (fault is not null)
            return new(null, fault);
        if (bare is "" or "-" or "–" or "—")
            return new(null, null);
        var negative = bare[0] == '-';
        var digits = negative ? bare[1..] : bare;
        if (!Shape().IsMatch(digits))
            return UnitBeside.Other(text!, unit) is { } other ? new(null, other) : NotANumber(text!);
        var decimalMark = DecimalMark(digits, kind, precision, neighbours ?? []);
        if (decimalMark is Ambiguous)
            return Asks(digits, text!);
        var mark = decimalMark == None ? -1 : digits.LastIndexOf(decimalMark);
        var whole =
            mark < 0 ? digits
            : mark == 0 ? "0"
            : digits[..mark];
        var fraction = mark < 0 ? "" : digits[(mark + 1)..];
        if (!IsGrouped(whole) || fraction.Length > 0 && !fraction.All(char.IsAsciiDigit))
            return NotANumber(text!);
        var plain = whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        if (
            !decimal.TryParse(
                $"{plain}.{fraction}0",
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            return new(null, $"Angka \"{text!.Trim()}\" terlalu besar.");
        }

        if (kind == NumberKind.Rupiah && fraction.TrimEnd('0').Length > 2)
            return NotANumber(text!);
        if (kind == NumberKind.Count && !decimal.IsInteger(value))
        {
            return new(null, $"\"{text!.Trim()}\" harus bilangan bulat.");
        }

        return new(negative ? -value : value, null);
    }

    private const char None = '\0';
    private const char Ambiguous = '?';

    private static string Strip(string text, NumberKind kind, out string? fault)
    {
        fault = null;
        // "2 (dua)": what stands between brackets behind a number says it again, in words.
        var bare = Apostrophes().Replace(Spaces().Replace(InWords().Replace(text.Trim(), ""), ""), "");
        var percent = PercentSign().Match(bare);
        if (percent.Success)
        {
            if (kind is NumberKind.Rupiah or NumberKind.Count)
            {
                fault =
                    $"\"{text.Trim()}\" bertanda persen, padahal yang diminta "
                    + (kind == NumberKind.Rupiah ? "jumlah rupiah." : "bilangan.");
            }

            bare = bare[..percent.Index];
        }

        var currency = Currency().Match(bare);
        if (currency.Success)
        {
            if (kind != NumberKind.Rupiah)
                fault ??= $"\"{text.Trim()}\" adalah rupiah, padahal bukan itu yang diminta.";
            bare = bare[..currency.Index] + bare[(currency.Index + currency.Length)..];
        }

        return kind == NumberKind.Rupiah ? RupiahTail().Replace(bare, "") : bare;
    }

    // The mark of decimals in the digits; None where every mark groups thousands.
    private static char DecimalMark(string digits, NumberKind kind, int precision, IReadOnlyList<string> neighbours)
    {
        var dots = digits.Count(c => c == '.');
        var commas = digits.Count(c => c == ',');
        if (dots + commas == 0)
            return None;
        if (dots > 0 && commas > 0)
        {
            var last = digits[digits.LastIndexOfAny(['.', ','])];
            return digits.Count(c => c == last) == 1 ? last : None;
        }

        var mark = dots > 0 ? '.' : ',';
        if (dots + commas > 1)
            return None;
        var at = digits.IndexOf(mark);
        var after = digits[(at + 1)..];
        if (after.Length != 3 || at is 0 or > 3 || digits[0] == '0')
            return mark;
        return Decide(mark, after, kind, precision, neighbours);
    }

    private static char Decide(
        char mark,
        string after,
        NumberKind kind,
        int precision,
        IReadOnlyList<string> neighbours
    )
    {
        if (kind is NumberKind.Rupiah or NumberKind.Count)
            return None;
        if (kind == NumberKind.Percent && (precision >= 3 || after.TrimEnd('0').Length < 3))
            return mark;
        var shown = neighbours.Select(neighbour => ShownMark(neighbour, kind)).OfType<char>().Distinct().ToList();
        return shown is [var one]
            ? one == mark
                ? mark
                : None
            : Ambiguous;
    }

    // The mark of decimals that another cell shows beyond doubt.
    private static char? ShownMark(string neighbour, NumberKind kind)
    {
        var bare = Strip(neighbour, kind, out var fault).TrimStart('-');
        if (fault is not null || !Shape().IsMatch(bare))
            return null;
        return DecimalMark(bare, kind, 0, []) switch
        {
            Ambiguous => null,
            None => bare.Contains('.') ? ','
            : bare.Contains(',') ? '.'
            : null,
            var mark => mark,
        };
    }

    private static bool IsGrouped(string whole)
    {
        if (whole.All(char.IsAsciiDigit))
            return true;
        var mark = whole.First(c => !char.IsAsciiDigit(c));
        var groups = whole.Split(mark);
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3 && g.All(char.IsAsciiDigit));
    }

    private static ParsedNumber NotANumber(string text) =>
        new(null, $"\"{text.Trim()}\" bukan angka yang dapat dibaca. Contoh yang benar: 87,5 atau 1.234.567.");

    private static ParsedNumber Asks(string digits, string text)
    {
        var at = digits.IndexOfAny(['.', ',']);
        var thousands = digits.Remove(at, 1);
        return new(
            null,
            $"\"{text.Trim()}\" dapat berarti {thousands} atau {digits[..at]},{digits[(at + 1)..]}. "
                + $"Tulis {thousands} untuk ribuan, atau {digits[..at]},{digits[(at + 1)..]}0 untuk desimal."
        );
    }

    [GeneratedRegex(@"^[0-9][0-9.,]*$|^[.,][0-9]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(
        @"(?<=[0-9%]\s?)\([\p{L}\s]{1,60}\)$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex InWords();

    // Thousands as some programs group them: 2'000'000.
    [GeneratedRegex(
        @"(?<=[0-9])['’](?=[0-9]{3}(?![0-9]))",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Apostrophes();

    [GeneratedRegex(@"[\s\u00a0\u202f\u200b\ufeff]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        "(%|persen(tase)?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PercentSign();

    [GeneratedRegex(
        @"(?<=^-?)(rp|idr)\.?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Currency();

    [GeneratedRegex("[.,]?-$|(?<=[0-9]),-$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RupiahTail();
}
