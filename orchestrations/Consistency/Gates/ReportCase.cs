using Sakip.Evaluation;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>A report about to be assembled.</summary>
/// <param name="Terms">Terms of the agreement in force.</param>
/// <param name="Budget">The budget version that the agreement names.</param>
/// <param name="Latest">The latest budget version that was handed in.</param>
internal sealed record ReportCase(
    OfficePlan Plan,
    AgreementTerms Terms,
    Budget Budget,
    Budget Latest,
    IReadOnlyList<QuarterlyFigures> Quarters,
    YearEvaluation Evaluation
);
