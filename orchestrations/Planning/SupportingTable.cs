namespace Sakip.Planning;

internal sealed record SupportingTable(
    string Indicator,
    string Title,
    IReadOnlyList<SupportingRow> Rows,
    string? Source = null
);
