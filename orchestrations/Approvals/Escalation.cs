namespace Sakip.Approvals;

/// <param name="WorkingDays">Working days after the due day.</param>
internal sealed record Escalation(int WorkingDays, EscalateTo To);
