namespace Sakip.Approvals;

/// <summary>Starts an approval.</summary>
/// <param name="Subject">Dotted subject.</param>
/// <param name="SubUnit">The sub-unit concerned, where it is one's.</param>
/// <param name="Quarter">1 to 4 where a quarter's window sets the deadlines.</param>
/// <param name="Extensions">Extensions of that window that were heard before the step began.</param>
/// <param name="Trace">The trace of the request that decided, where it was heard.</param>
internal sealed record ApprovalInput(
    ApprovalKind Kind,
    string Subject,
    int Attempt,
    string? SubUnit = null,
    int? Quarter = null,
    string? Note = null,
    int Extensions = 0,
    string? Trace = null
);

/// <summary>Instants (UTC) of a step.</summary>
/// <param name="FirstRung">Number of the ladder's rung that the first escalation is.</param>
/// <param name="DueOn">The due day in the office's own zone; null from earlier releases.</param>
/// <param name="IsDecided">The step was over before it was asked for: the cycle was built again.</param>
internal sealed record ApprovalSchedule(
    DateTime DueAt,
    DateTime ClosesAt,
    IReadOnlyList<DateTime> EscalateAt,
    int FirstRung = 0,
    bool IsDecided = false,
    DateOnly? DueOn = null
);

/// <summary>What stands in the claim row when a step is over.</summary>
/// <param name="Moved">The step is not over: its window was extended, and it goes on with these dates.</param>
internal sealed record ApprovalOutcome(
    Decision Decision,
    string By,
    DateTimeOffset At,
    string? Note = null,
    string? ResultHash = null,
    string? BodyHash = null,
    ApprovalSchedule? Moved = null
);

/// <summary>An escalation that is due.</summary>
/// <param name="Rung">Number in the policy's ladder, from 0.</param>
internal sealed record EscalationInput(ApprovalInput Approval, int Rung);
