namespace Sakip.Planning;

/// <summary>What is wrong in a file that was handed in.</summary>
/// <param name="Path">Where, as a JSON path: <c>$.officials[3].nip</c>.</param>
/// <param name="Message">Indonesian; says what is expected.</param>
/// <param name="Cell">Where in a workbook, if it came as one.</param>
internal sealed record PlanError(string Path, string Message, CellPlace? Cell = null);

/// <param name="Row">Null where a whole sheet is meant.</param>
/// <param name="Column">Letter of the column; null where a whole row is meant.</param>
/// <param name="Heading">What the column, or the line of a form, is called.</param>
internal sealed record CellPlace(string Sheet, int? Row = null, string? Column = null, string? Heading = null)
{
    /// <summary>As a person would say it: "lembar Pegawai, baris 5, kolom E (NIP)".</summary>
    public override string ToString() =>
        $"lembar {Sheet}"
        + (Row is null ? "" : FormattableString.Invariant($", baris {Row}"))
        + (Column is null ? "" : $", kolom {Column}")
        + (Heading is null ? "" : $" ({Heading})");
}

/// <summary>The outcome of reading a file: the value, or everything that is wrong with it. Never both.</summary>
internal sealed record Reading<T>(T? Value, IReadOnlyList<PlanError> Errors)
    where T : class
{
    /// <summary>Where text was made tidy, and how.</summary>
    public IReadOnlyList<PlanError> Cleaned { get; init; } = [];

    /// <summary>The value, where nothing but a part of it is missing that may come from elsewhere.</summary>
    public T? Draft { get; init; }

    public bool Succeeded => Value is not null;
}
