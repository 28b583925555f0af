using System.Text.RegularExpressions;

namespace Sakip.Kernel;

/// <summary>A unit written behind a number: "2 Dokumen", "0 temuan".</summary>
internal static partial class UnitBeside
{
    private const int ShortestStart = 3;

    /// <summary>The text without the unit, where it is the one that is expected or its beginning.</summary>
    public static string Without(string text, string? unit)
    {
        if (unit is null || Parts().Match(TidyText.Line(text)) is not { Success: true } parts)
            return text;
        var (typed, wanted) = (Letters(parts.Groups["unit"].Value), Letters(unit));
        return
            typed == wanted
            || IsShortFor(typed, wanted)
            || typed.Length >= ShortestStart
                && (
                    wanted.StartsWith(typed, StringComparison.Ordinal)
                    || typed.StartsWith(wanted, StringComparison.Ordinal)
                )
            ? parts.Groups["number"].Value
            : text;
    }

    /// <summary>Why a text with another unit is not read; null where it has none.</summary>
    public static string? Other(string text, string? unit) =>
        unit is { Length: > 0 } && Parts().Match(TidyText.Line(text)) is { Success: true } parts
            ? $"\"{TidyText.Line(text)}\": satuan yang diminta {unit}, bukan \"{parts.Groups["unit"].Value}\". "
                + "Tulis angkanya saja, misalnya 87,5 atau 1.234.567."
            : null;

    // "12 bln", "5 org": the consonants of the unit, in their order.
    private static bool IsShortFor(string typed, string wanted)
    {
        if (
            typed.Length < ShortestStart
            || wanted.Length == 0
            || typed[0] != wanted[0]
            || typed.AsSpan(1).IndexOfAny("aiueo") >= 0
        )
        {
            return false;
        }

        var at = 0;
        foreach (var letter in wanted)
        {
            if (at < typed.Length && typed[at] == letter)
                at++;
        }

        return at == typed.Length;
    }

    private static string Letters(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    [GeneratedRegex(
        @"^(?<number>[-–]?\s*[0-9][0-9.,\s]*)(?:\([\p{L}\s]{1,200}\)\s*)?(?<unit>\p{L}[\p{L}0-9\s./()²³-]*)$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Parts();
}
