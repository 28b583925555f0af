using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Collection;

/// <summary>The rows of a quarter as a page lists them, with what is asked of them counted.</summary>
/// <param name="Base">Of the quarter's page, where a reminder is asked for.</param>
/// <param name="Place">Of the page that shows the list; its filter is added.</param>
internal sealed record QuarterTable(string Base, string Place, IReadOnlyList<MatrixRow> Rows)
{
    private static readonly (string Code, string Label, Func<MatrixRow, bool> Fits)[] Choices =
    [
        ("semua", "Semua", _ => true),
        ("belum", "Belum masuk", row => !row.IsIn),
        ("menunggu", "Menunggu keputusan", row => row is { IsIn: true, Open: not null }),
        ("terlambat", "Terlambat", row => row.IsLate),
    ];

    /// <summary>"15 dari 40 masuk, 0 terlambat".</summary>
    public string Headline =>
        $"{Rows.Count(row => row.IsIn)} dari {Rows.Count} masuk, {Rows.Count(row => row.IsLate)} terlambat";

    public IReadOnlyList<MatrixRow> Shown(string? filter) => [.. Rows.Where(Choice(filter).Fits)];

    public IReadOnlyList<FilterLink> Filters(string? filter) =>
        [
            .. Choices.Select(one => new FilterLink(
                $"{one.Label} ({Rows.Count(one.Fits)})",
                $"{Place}?saring={one.Code}#sub-unit",
                one.Code == Choice(filter).Code
            )),
        ];

    private static (string Code, string Label, Func<MatrixRow, bool> Fits) Choice(string? filter) =>
        Choices.FirstOrDefault(one => one.Code == filter, Choices[0]);
}
