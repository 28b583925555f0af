namespace Sakip.Consistency;

/// <summary>Says that the planner has corrected what stood in the way.</summary>
internal sealed record RecheckSignal(string? Reason = null);
