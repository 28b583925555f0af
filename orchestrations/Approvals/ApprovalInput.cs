namespace Sakip.Approvals;

/// <summary>Starts an approval.</summary>
/// <param name="Subject">Dotted subject.</param>
/// <param name="SubUnit">The sub-unit concerned, where it is one's.</param>
/// <param name="Quarter">1 to 4 where a quarter's window sets the deadlines.</param>
public sealed record ApprovalInput(
    ApprovalKind Kind, string Subject, int Attempt, string? SubUnit = null, int? Quarter = null, string? Note = null);

/// <summary>Instants (UTC) of a step.</summary>
public sealed record ApprovalSchedule(DateTime DueAt, DateTime ClosesAt, IReadOnlyList<DateTime> EscalateAt);

/// <summary>What stands in the claim row when a step is over.</summary>
public sealed record ApprovalOutcome(
    Decision Decision, string By, DateTimeOffset At, string? Note = null, string? ResultHash = null, string? BodyHash = null);

/// <summary>An escalation that is due.</summary>
/// <param name="Rung">Number in the policy's ladder, from 0.</param>
public sealed record EscalationInput(ApprovalInput Approval, int Rung);
