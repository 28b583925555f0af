namespace Sakip.Planning;

internal enum ColumnKind
{
    Text,

    /// <summary>Text of several lines.</summary>
    Long,

    /// <summary>A code, kept as typed.</summary>
    Code,

    /// <summary>Several codes with commas between.</summary>
    Codes,

    /// <summary>A mail address.</summary>
    Mail,

    /// <summary>Digits that are no number: a spreadsheet would round them.</summary>
    Digits,
    Whole,
    Rupiah,
    Percent,
    Number,
    Day,
    Flag,
    Choice,
}

/// <summary>A column of a list, or a line of a form: how it is called, what it holds and where that stands in JSON.</summary>
/// <param name="Field">Path inside the item: <c>benchmark.year</c>, <c>quarterly[2]</c>; see <see cref="Fields"/>.</param>
internal sealed record SheetColumn(string Heading, string Field, ColumnKind Kind)
{
    public bool Required { get; init; }

    /// <summary>How the column was called once: workbooks that were exported then are read as before.</summary>
    public string? FormerHeading { get; init; }

    /// <summary>What is expected, for the instructions and the prompt beside the cell.</summary>
    public string? Hint { get; init; }

    public ChoiceList? Choices { get; init; }

    /// <summary>Name of the sheet whose codes may stand here.</summary>
    public string? Source { get; init; }

    public double Width { get; init; } = 18;

    /// <summary>An empty cell is an empty text, not an absent one.</summary>
    public bool EmptyIsText { get; init; }

    public bool IsKey => Field is Fields.Key or Fields.Parent || Field.EndsWith("code", StringComparison.Ordinal);

    public bool IsText =>
        Kind
            is ColumnKind.Text
                or ColumnKind.Long
                or ColumnKind.Code
                or ColumnKind.Codes
                or ColumnKind.Mail
                or ColumnKind.Digits;
}

/// <summary>Fields that do not stand in the item itself.</summary>
internal static class Fields
{
    /// <summary>The key of the item that this one belongs to.</summary>
    public const string Parent = "^";

    /// <summary>A key that only the workbook needs, or the name of a dictionary's entry.</summary>
    public const string Key = "#";

    /// <summary>The item itself, where it is no object.</summary>
    public const string Self = "=";
}

/// <summary>The words for the names of an enum.</summary>
internal sealed record ChoiceList(IReadOnlyList<(string Json, string Word)> Entries)
{
    public static ChoiceList YesNo { get; } = new([("true", "Ya"), ("false", "Tidak")]);

    public IEnumerable<string> Words => Entries.Select(entry => entry.Word);

    /// <summary>Words in the order of the enum's members.</summary>
    public static ChoiceList Of<T>(params string[] words)
        where T : struct, Enum => new([.. Enum.GetNames<T>().Zip(words)]);

    public string? JsonOf(string typed)
    {
        var plain = Plain(typed);
        return Entries.FirstOrDefault(entry => Plain(entry.Word) == plain || Plain(entry.Json) == plain).Json;
    }

    public string WordOf(string json) => Entries.FirstOrDefault(entry => entry.Json == json).Word ?? json;

    private static string Plain(string text) =>
        new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
