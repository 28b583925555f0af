namespace Sakip.Functions.Web.Components;

internal sealed record InputOption(string Value, string Label);

/// <summary>A field of a form: text, date, e-mail, a choice where it has options, or a box to tick ("ya").</summary>
internal sealed record InputView(
    string Name,
    string Label,
    string? Value = null,
    string Type = "text",
    IReadOnlyList<InputOption>? Options = null,
    string? Hint = null,
    string? Error = null,
    bool IsRequired = false
);
