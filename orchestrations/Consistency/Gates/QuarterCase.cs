using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>A quarter about to be locked.</summary>
/// <param name="Before">Locked quarters of the year before it.</param>
/// <param name="Evidence">Evidence of this quarter and of the quarters before it.</param>
internal sealed record QuarterCase(
    OfficePlan Plan,
    Budget Budget,
    QuarterlyFigures Figures,
    IReadOnlyList<QuarterlyFigures> Before,
    IReadOnlyList<EvidenceFact> Evidence
);

/// <param name="Owner">What it proves, for example an indicator or sub-activity code.</param>
/// <param name="DocumentDate">Date that the document bears.</param>
internal sealed record EvidenceFact(
    string Owner,
    Quarter Quarter,
    string FileName,
    string Sha256,
    DateOnly? DocumentDate
);
