using Sakip.Approvals;

namespace Sakip.Functions.Approvals;

/// <summary>The open steps of a year.</summary>
internal sealed record OpenStepsView(string Base, IReadOnlyList<OpenStep> Steps, string? Notice, bool IsUnchanged);

/// <summary>Asks before a link is withdrawn.</summary>
internal sealed record WithdrawView(string Base, OpenStep Step);
