using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Consistency;

/// <summary>A word that stands out on a card, in its colour.</summary>
internal sealed record FindingBadge(string Text, Tone Tone);

internal sealed record FindingCard
{
    public required string Subject { get; init; }

    public required string SubjectName { get; init; }

    public required string Id { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Explanation { get; init; }

    public required FindingBadge Level { get; init; }

    public required FindingBadge Status { get; init; }

    public required IReadOnlyList<(string Label, string Value)> Facts { get; init; }

    public required string? Quote { get; init; }

    public required string Action { get; init; }

    public required IReadOnlyList<(string What, string? Text)> Acts { get; init; }

    /// <summary>Why it is closed, or that it was found anew with other figures.</summary>
    public required string? Remark { get; init; }

    public required bool MayExplain { get; init; }

    public required bool MayRule { get; init; }

    public required FieldView Field { get; init; }
}
