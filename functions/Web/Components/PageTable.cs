namespace Sakip.Functions.Web.Components;

internal sealed record PageTable(
    string Caption,
    IReadOnlyList<string> Heads,
    IReadOnlyList<IReadOnlyList<string>> Rows
);
