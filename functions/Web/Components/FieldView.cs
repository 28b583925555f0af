using Sakip.Kernel;

namespace Sakip.Functions.Web.Components;

/// <summary>What is typed or ticked into a field. A field that has options is chosen from.</summary>
internal enum FieldKind
{
    Text,

    /// <summary>A day as people write it; what was understood stands below it.</summary>
    Day,

    /// <summary>A box to tick: "ya".</summary>
    Tick,
    Mail,
    Phone,

    /// <summary>One of the options, all of them in sight.</summary>
    Radio,
}

internal sealed record FieldView(
    string Name,
    string Label,
    string Value,
    string? Hint = null,
    string? Error = null,
    bool IsLong = false,
    string InputMode = "text"
)
{
    public FieldKind Kind { get; init; }

    /// <summary>What may be chosen; null for a field that is typed into.</summary>
    public IReadOnlyList<(string Value, string Text)>? Options { get; init; }

    /// <summary>What the choice of nothing says; null where one of the options always holds.</summary>
    public string? Blank { get; init; } = "Pilih…";

    /// <summary>Where the page puts the cursor: what the person has to fill in next.</summary>
    public bool IsFocused { get; init; }

    public int Lines { get; init; } = 3;

    public int Longest { get; init; } = 2000;

    /// <summary>What is asked further where the answer calls for it; folded away while nothing stands in it.</summary>
    public (string Title, IReadOnlyList<FieldView> Fields)? Further { get; init; }

    /// <summary>Where to look before answering.</summary>
    public (string Text, string Url)? Link { get; init; }

    public string Id => IdOf(Name);

    public string Type =>
        Kind switch
        {
            FieldKind.Mail => "email",
            FieldKind.Phone => "tel",
            _ => "text",
        };

    /// <summary>What a day was understood as; nothing while none was.</summary>
    public string? Understood =>
        Kind == FieldKind.Day && Value.Length > 0 && Error is null && IndonesianDay.Parse(Value).Day is { } day
            ? PageWords.LongDay(day)
            : null;

    public static string IdOf(string name) => name.Replace('.', '-');

    /// <summary>A field for a day.</summary>
    public static FieldView Day(string name, string label, DateOnly? known = null, string? hint = null) =>
        new(
            name,
            label,
            known is { } day ? IndonesianDate.Long(day) : "",
            hint ?? "Misalnya 1-3-2024 atau 1 Maret 2024."
        )
        {
            Kind = FieldKind.Day,
        };
}

/// <param name="Accept">Kinds of files that the chooser offers.</param>
internal sealed record FileView(string Name, string Label, string Accept, string? Error = null);

internal sealed record FieldGroup(string Title, string? Hint, IReadOnlyList<FieldView> Fields);
