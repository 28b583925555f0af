namespace Sakip.Planning;

/// <summary>A code with its name, as a list prints them.</summary>
internal readonly record struct ListNode(string Code, string Name);

/// <summary>A sub-activity as one row of a list tells of it; empty texts where the list has no such column.</summary>
/// <param name="Number">Of the row in its sheet.</param>
internal sealed record ListRow(int Number, ListNode Programme, ListNode Activity, ListNode Sub, decimal Ceiling)
{
    public string Fund { get; init; } = "";

    /// <summary>The office that the row is of, as the finance system calls it.</summary>
    public string Office { get; init; } = "";

    /// <summary>Who carries it out, as the finance system calls them.</summary>
    public string Carrier { get; init; } = "";

    public string Indicator { get; init; } = "";

    public string Target { get; init; } = "";

    public string Measure { get; init; } = "";

    public string SubUnit { get; init; } = "";

    public string Supports { get; init; } = "";
}
