using Sakip.Evaluation;
using Sakip.Kernel;

namespace Sakip.AnnualCycle;

/// <summary>The locked figures of the year's quarters, which an evaluation is made from. Kept where they are collected.</summary>
internal interface ILockedQuarters
{
    /// <summary>The locked quarters of the year, in order.</summary>
    Task<IReadOnlyList<QuarterlyFigures>> ReadAsync(OfficeYear office, CancellationToken cancellation);
}
