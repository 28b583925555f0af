using Sakip.Kernel;

namespace Sakip.Evaluation;

/// <summary>How one figure came about, down to who reported what, when and on which evidence.</summary>
/// <param name="Period">"q1" to "q4" or "year": the evaluation that the figure stands in.</param>
/// <param name="Basis">Versions of policy, budget, agreement and scale, and the hash of all data.</param>
/// <param name="Parts">The figures that went into it, each with its own parts; one that stands twice is told once.</param>
/// <param name="Reports">Everything that was reported for it, however deep below it.</param>
internal sealed record TracedFigure(
    string Unit,
    int Year,
    string Period,
    Figure Figure,
    EvaluationBasis Basis,
    IReadOnlyList<TracedPart> Parts,
    IReadOnlyList<ReportedInput> Reports
)
{
    internal OfficeYear Office => new(Unit, Year);
}
