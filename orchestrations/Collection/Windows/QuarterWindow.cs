using Sakip.AnnualCycle;

namespace Sakip.Collection;

/// <summary>When a quarter's window opens.</summary>
/// <param name="Extensions">Extensions of it that stand already.</param>
/// <param name="Outcome">The quarter was locked and evaluated before; nothing is left to do.</param>
internal sealed record QuarterWindow(DateTime OpensAt, int Extensions = 0, QuarterOutcome? Outcome = null);
