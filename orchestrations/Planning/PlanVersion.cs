using Sakip.Storage;

namespace Sakip.Planning;

/// <summary>A version of a plan as kept, or of its budget's revision: never changed once inserted.</summary>
internal sealed class PlanVersionRow : Row
{
    public int Number { get; set; }
    public string Hash { get; set; } = "";
    public string By { get; set; } = "";
    public string Role { get; set; } = "";
    public string Reason { get; set; } = "";
    public DateTimeOffset At { get; set; }
}

/// <param name="Number">1 is the plan as first handed in.</param>
/// <param name="Hash">Name of the snapshot that holds it.</param>
internal sealed record PlanVersion(int Number, string Hash, string By, string Role, string Reason, DateTimeOffset At)
{
    internal static PlanVersion Of(PlanVersionRow row) =>
        new(row.Number, row.Hash, row.By, row.Role, row.Reason, row.At);
}

internal enum PlanChangeOutcome
{
    /// <summary>A new version stands.</summary>
    Changed,

    /// <summary>The plan already is as it was asked to be.</summary>
    Unchanged,

    /// <summary>The plan would break a rule; <see cref="PlanChangeResult.Errors"/> says which.</summary>
    Refused,

    /// <summary>Somebody else changed the plan meanwhile.</summary>
    Conflict,

    /// <summary>There is no plan for that office and year.</summary>
    Unknown,
}

/// <param name="Version">Number of the version that stands now; 0 where there is none.</param>
internal sealed record PlanChangeResult(PlanChangeOutcome Outcome, int Version, IReadOnlyList<PlanError> Errors)
{
    public bool Stands => Outcome is PlanChangeOutcome.Changed or PlanChangeOutcome.Unchanged;

    internal static PlanChangeResult Of(PlanChangeOutcome outcome, int version) => new(outcome, version, []);
}
