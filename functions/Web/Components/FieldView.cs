namespace Sakip.Functions.Web.Components;

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
    /// <summary>What may be chosen; empty for a field that is typed into.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What may be chosen where the value and its words differ.</summary>
    public IReadOnlyList<(string Value, string Text)>? Options { get; init; }

    /// <summary>Where the page puts the cursor: what the person has to fill in next.</summary>
    public bool IsFocused { get; init; }

    public int Lines { get; init; } = 3;

    public int Longest { get; init; } = 2000;

    /// <summary>What is asked further where the answer calls for it; folded away while nothing stands in it.</summary>
    public (string Title, IReadOnlyList<FieldView> Fields)? Further { get; init; }
}

internal sealed record FieldGroup(string Title, string? Hint, IReadOnlyList<FieldView> Fields);
