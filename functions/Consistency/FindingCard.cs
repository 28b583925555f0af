using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Consistency;

/// <param name="Remark">Why it is closed, or that it was found anew with other figures.</param>
internal sealed record FindingCard(
    string Subject,
    string SubjectName,
    string Id,
    string Code,
    string Title,
    string Explanation,
    string Level,
    Tone LevelTone,
    string Status,
    Tone StatusTone,
    IReadOnlyList<(string Label, string Value)> Facts,
    string? Quote,
    string Action,
    IReadOnlyList<(string What, string? Text)> Acts,
    string? Remark
)
{
    public bool MayExplain { get; init; }

    public bool MayRule { get; init; }

    public FieldView Field { get; init; } = null!;
}
