using Sakip.Agreements;
using Sakip.Consistency;
using Sakip.Evaluation;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>Everything that an annual report is made from. The same data gives the same document.</summary>
/// <param name="Agreements">The year's agreements, first to last; the last one is in force.</param>
/// <param name="Budget">The budget version that the agreement in force names.</param>
/// <param name="Review">The Inspectorate's review; null until it is done.</param>
/// <param name="At">When the document is made; its dates follow from it.</param>
/// <param name="Explanations">Explanations of findings that were accepted; they become notes.</param>
public sealed record AnnualReportData(
    OfficePlan Plan, IReadOnlyList<(AgreementSnapshot Snapshot, AgreementRecord Record)> Agreements, Budget Budget,
    IReadOnlyList<QuarterlyFigures> Quarters, YearEvaluation Evaluation, ReviewStatement? Review, DateTimeOffset At,
    IReadOnlyList<AcceptedExplanation>? Explanations = null);

/// <summary>What the Inspectorate's reviewer stated.</summary>
public sealed record ReviewStatement(string Official, string Name, DateTimeOffset At, string? Note);
