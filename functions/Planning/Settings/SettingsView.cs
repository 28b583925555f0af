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
    public IReadOnlyList<string> Heads { get; init; } = [];
    public IReadOnlyList<SettingsRow> Rows { get; init; } = [];

    /// <summary>The button for picked rows; null where rows are only read.</summary>
    public string? PickLabel { get; init; }
    public IReadOnlyList<InputView> PickFields { get; init; } = [];
    public PagerView? Pager { get; init; }
    public string? AddTitle { get; init; }
    public string? AddLabel { get; init; }
    public IReadOnlyList<InputView> AddFields { get; init; } = [];
    public IReadOnlyList<string> Errors { get; init; } = [];
    public string? Message { get; init; }

    /// <summary>What was typed before it was refused.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public InputView Reason(string id) =>
        new(
            "alasan",
            "Alasan perubahan",
            Typed.GetValueOrDefault("aksi") == id ? Typed.GetValueOrDefault("alasan") : null,
            IsRequired: true,
            Hint: "Dicatat dalam jejak audit bersama nama Anda."
        );
}
