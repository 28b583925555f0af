namespace Sakip.Workbooks;

internal enum CellRuleKind
{
    List,
    Whole,
    Decimal,
    Day,
    Length,
}

/// <summary>What may be typed into cells, with what the spreadsheet says beside them and when it refuses.</summary>
/// <param name="Areas">"B2:B500", several separated by spaces.</param>
/// <param name="From">Lower bound, or the source of a list: a name, an area or quoted values.</param>
/// <param name="To">Upper bound; null where there is none.</param>
internal sealed record CellRule(string Areas, CellRuleKind Kind, string From, string? To = null)
{
    private const int LongestList = 255;

    /// <summary>Shown beside the cell; at most 255 characters.</summary>
    public string? Prompt { get; init; }

    public string? PromptTitle { get; init; }

    /// <summary>Shown when what was typed is refused.</summary>
    public string? Error { get; init; }

    /// <summary>A warning lets what was typed stand.</summary>
    public bool IsWarning { get; init; }

    /// <summary>A drop-down of the given values.</summary>
    public static CellRule Choice(string areas, IReadOnlyList<string> values)
    {
        var list = string.Join(',', values);
        if (list.Length > LongestList || values.Any(value => value.Contains(',', StringComparison.Ordinal)))
        {
            throw new ArgumentException(
                "The values do not fit into a list of their own; put them on a sheet.",
                nameof(values)
            );
        }

        return new CellRule(
            areas,
            CellRuleKind.List,
            "\"" + list.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
        )
        {
            Error = "Pilih salah satu dari daftar.",
        };
    }

    /// <summary>A drop-down of what stands in an area or defined name.</summary>
    public static CellRule ChoiceFrom(string areas, string source) =>
        new(areas, CellRuleKind.List, source) { Error = "Pilih salah satu dari daftar." };
}
