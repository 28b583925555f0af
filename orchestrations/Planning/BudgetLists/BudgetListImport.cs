namespace Sakip.Planning;

/// <summary>A budget list of the finance system and what a person says of it; a page and a machine say it alike.</summary>
/// <param name="Name">What the file is called; it is named as the source.</param>
internal sealed record BudgetListImport(byte[] File, string Name)
{
    /// <summary>The column of ceilings, by the path of its headings; null where nobody chose one.</summary>
    public string? Column { get; init; }

    /// <summary>What one stands for in a file that is in thousands or millions; null where nobody said.</summary>
    public decimal? Unit { get; init; }

    /// <summary>The part of the file that is this office's; null where nobody chose one.</summary>
    public string? Part { get; init; }

    public BudgetStage? Stage { get; init; }

    /// <summary>Number of the budget document (DPA).</summary>
    public string Number { get; init; } = "";

    public DateOnly? Date { get; init; }

    public string? LegalBasis { get; init; }

    public string Explanation { get; init; } = "";

    /// <summary>Takes names as the file has them where they differ from those of the budget in force.</summary>
    public bool TakesNames { get; init; }

    /// <summary>What the finance system does not know, by the names of <see cref="ListAsked"/>.</summary>
    public IReadOnlyDictionary<string, string> Chosen { get; init; } = new Dictionary<string, string>();

    public string? Of(string asked) =>
        Chosen.TryGetValue(asked, out var value) && value.Trim() is { Length: > 0 } given ? given : null;
}

/// <summary>Names what is asked of a list's nodes.</summary>
internal static class ListAsked
{
    public static string UnitOfCarrier(string carrier) => "bidang:" + SheetTable.Plain(carrier);

    public static string UnitOfProgramme(string code) => "program:" + code;

    public static string UnitOfActivity(string code) => "kegiatan:" + code;

    public static string UnitOfSub(string code) => "sub:" + code;

    public static string Supports(string programme) => "dukung:" + programme;

    public static string Target(string sub) => "target:" + sub;

    public static string Measure(string sub) => "satuan:" + sub;

    public const string Fund = "dana";
}

/// <summary>The outcome of reading a list.</summary>
/// <param name="Rows">The office's rows; none while a question is open.</param>
internal sealed record BudgetListReading(
    IReadOnlyList<ListRow> Rows,
    IReadOnlyList<PlanError> Errors,
    IReadOnlyList<PlanError> Warnings
)
{
    public IReadOnlyList<SpendingQuestion> Questions { get; init; } = [];

    /// <summary>What was read; null where no column could be.</summary>
    public SpendingSource? Source { get; init; }

    /// <summary>The chosen column by the path of its headings.</summary>
    public string Column { get; init; } = "";

    public string? Part { get; init; }

    /// <summary>The lines above the headings: they may name number and day of the document.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    public bool IsOpen => Rows.Count == 0 || Errors.Count > 0 || Questions.Any(question => question.IsOpen);
}
