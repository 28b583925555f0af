using Sakip.AnnualCycle;

namespace Sakip.Collection;

/// <param name="Outcome">Null where the reopening was not approved.</param>
internal sealed record ReopeningOutcome(QuarterOutcome? Outcome);
