using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Planning.Settings;

internal sealed record SettingsCard(string Title, string Url, string What, string Now);

internal sealed record SettingsView(
    IReadOnlyList<SettingsCard> Cards,
    int Version,
    IReadOnlyList<SettingsVersion> Versions
);

internal sealed record SettingsVersion(int Number, string At, string By, string Reason);

/// <param name="Key">What the form sends for a picked row.</param>
internal sealed record SettingsRow(string Key, IReadOnlyList<string> Cells);

/// <summary>A page of settings: what holds now, and forms that change it with a reason.</summary>
internal sealed record SettingsFormView(string Title, string Lead, string Url)
{
    private const int PageSize = 50;

    /// <summary>The reason of a change, and of ending or removing picked rows: each form has its own.</summary>
    public const string ReasonField = "alasan";
    public const string PickReasonField = "alasan-hapus";

    public IReadOnlyList<string> Heads { get; init; } = [];
    public IReadOnlyList<SettingsRow> Rows { get; init; } = [];

    /// <summary>The button for picked rows; null where rows are only read.</summary>
    public string? PickLabel { get; init; }
    public IReadOnlyList<FieldView> PickFields { get; init; } = [];
    public PagerView? Pager { get; init; }

    /// <summary>What the rows are searched for; null where there are too few to search.</summary>
    public string? Search { get; init; }
    public string? AddTitle { get; init; }
    public string? AddLabel { get; init; }
    public IReadOnlyList<FieldView> AddFields { get; init; } = [];
    public string? Message { get; init; }
    public bool Saved { get; init; }
    public FormState Form { get; init; } = FormState.Empty;

    public FieldView Reason(string name) =>
        Form.Of(new FieldView(name, "Alasan perubahan", "", "Dicatat dalam jejak audit bersama nama Anda."));

    /// <summary>The rows that hold what is searched for, page by page.</summary>
    public SettingsFormView Listed(string search, int page)
    {
        var found = Rows.Where(row =>
                search.Length == 0
                || row.Cells.Any(cell => cell.Contains(search, StringComparison.CurrentCultureIgnoreCase))
            )
            .ToList();
        var searched = search.Length == 0 ? "" : "&cari=" + Uri.EscapeDataString(search);
        var paged = Paged.Of(found, page, PageSize, to => $"{Url}?halaman={to}{searched}");
        return this with
        {
            Rows = paged.Rows,
            Pager = paged.Pager with { Position = $"{paged.Pager.Position}; {found.Count} baris" },
            Search = Rows.Count > 10 ? search : null,
        };
    }
}
