using Sakip.AnnualCycle;
using Sakip.Planning;

namespace Sakip.Functions.AnnualCycle.Changes;

/// <param name="Applied">False for a preview, and where the change stood already.</param>
/// <param name="Version">The plan's version that stands now; for a preview the one that it was made on.</param>
/// <param name="Effects">What it sets in motion.</param>
internal sealed record RecordedChange(
    YearChangeKind Kind,
    bool Applied,
    int Version,
    IReadOnlyList<ChangeEffect> Effects
)
{
    public static RecordedChange Of(YearChangeKind kind, ChangeResult result) =>
        new(kind, result.Applied, result.Version, result.Preview.Effects);
}

/// <summary>A change within the year as it stands in the plan.</summary>
/// <param name="Lines">What it changed, in words.</param>
internal sealed record ShownChange(
    YearChangeKind Kind,
    string Decree,
    DateOnly DecreeDate,
    DateOnly From,
    DateOnly Recorded,
    string Reason,
    IReadOnlyList<string> Lines
)
{
    public static IReadOnlyList<ShownChange> Of(OfficePlan plan) =>
        [
            .. (plan.Changes ?? []).Select(change => new ShownChange(
                change.Kind,
                change.Basis.Decree,
                change.Basis.DecreeDate,
                change.Basis.From,
                change.Recorded,
                change.Basis.Reason,
                [.. ChangeWords.Lines(plan, change)]
            )),
        ];
}
