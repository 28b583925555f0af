using System.Text.RegularExpressions;

namespace Sakip.Planning;

/// <summary>Codes of programmes, activities and sub-activities, national ones and an office's own.</summary>
internal static partial class ListCodes
{
    private const int ProgrammeParts = 3;
    private const int ActivityParts = 5;
    private const int SubParts = 6;

    /// <summary>The code and the name of "4.01.01 PROGRAM …"; no code where the text has none.</summary>
    /// <param name="mayBeShort">In a column of codes "I" is one.</param>
    public static ListNode Split(string text, bool mayBeShort = false)
    {
        var trimmed = text.Trim();
        var at = trimmed.IndexOfAny([' ', '\t', '\u00a0']);
        var first = (at < 0 ? trimmed : trimmed[..at]).TrimEnd('.', ':');
        return first.Length > 0 && (SpendingCode.IsCode(first) || (mayBeShort && Short().IsMatch(first)))
            ? new ListNode(first, at < 0 ? "" : trimmed[at..].Trim(' ', '-', '–', ':', '\t', '\u00a0'))
            : new ListNode("", trimmed);
    }

    /// <summary>As budgets write it: without spaces, with full stops alone.</summary>
    public static string Tidy(string code) =>
        string.Join('.', code.Trim().Split(['.', '-', '/', ' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>X.XX stands for the field of government of the office that carries it out.</summary>
    public static string WithField(string code, string field) =>
        field.Length > 0 && code.StartsWith("X.XX", StringComparison.OrdinalIgnoreCase) ? field + code[4..] : code;

    /// <summary>The field at the beginning of a code, such as "4.01"; nothing where it begins otherwise.</summary>
    public static string FieldOf(string code) => Field().Match(code) is { Success: true } found ? found.Value : "";

    public static bool IsNational(string code) => National().IsMatch(code);

    /// <summary>The level that a national code is of; none for one above programmes or below sub-activities.</summary>
    public static ListLevel LevelOf(string code) =>
        SpendingCode.Depth(code) switch
        {
            ProgrammeParts => ListLevel.Programme,
            ActivityParts => ListLevel.Activity,
            SubParts => ListLevel.SubActivity,
            _ => ListLevel.None,
        };

    /// <summary>The levels of an office's own codes: what others continue stands above them.</summary>
    public static IReadOnlyDictionary<string, ListLevel> LevelsOf(IReadOnlyCollection<string> codes)
    {
        var known = codes.ToHashSet(StringComparer.Ordinal);
        var national = known.Count(IsNational);
        if (national * 2 > known.Count)
            return known.ToDictionary(code => code, code => IsNational(code) ? LevelOf(code) : ListLevel.None);
        var parents = known.Select(code => Above(code, known)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var levels = known.ToDictionary(code => code, _ => ListLevel.None);
        foreach (var sub in known.Where(code => !parents.Contains(code)))
        {
            if (Above(sub, known) is not { } activity || Above(activity, known) is not { } programme)
                continue;
            (levels[sub], levels[activity], levels[programme]) = (
                ListLevel.SubActivity,
                ListLevel.Activity,
                ListLevel.Programme
            );
        }

        return levels;
    }

    private static string? Above(string code, HashSet<string> known)
    {
        for (var at = code.LastIndexOf('.'); at > 0; at = code.LastIndexOf('.', at - 1))
        {
            if (known.Contains(code[..at]))
                return code[..at];
        }

        return null;
    }

    [GeneratedRegex(
        "^(?:[0-9]|X)\\.(?:[0-9]{2}|XX)\\.[0-9]{2}(?:\\.[0-9]\\.[0-9]{2}(?:\\.[0-9]{2,4})?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex National();

    [GeneratedRegex("^[0-9]\\.[0-9]{2}(?=\\.|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();

    // "I" or "IV" of an office that counts its programmes so; a word is none.
    [GeneratedRegex("^(?:[IVX]{1,5}|[A-Z]|[0-9]{1,2})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Short();
}
