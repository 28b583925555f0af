using Sakip.Agreements;
using Sakip.Consistency;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Agreements;

internal sealed record AgreementsView(
    string Base,
    IReadOnlyList<AgreementView> Agreements,
    bool MayAsk,
    string? Notice
);

internal sealed record AgreementDetail(
    string Base,
    AgreementView Agreement,
    IReadOnlyList<PageTable> Tables,
    IReadOnlyList<AgreementDecision> Decisions,
    IReadOnlyList<FindingRecord> Findings,
    string? WaitsFor,
    int? Predecessor,
    bool MayAct,
    string? Notice,
    string? Error
);

internal sealed record ComparisonView(
    string Base,
    string Before,
    string After,
    string? Reason,
    string? Explanation,
    AgreementComparison Comparison
);

/// <summary>The form by which the planner asks for a revised agreement.</summary>
internal sealed record RevisionForm(
    string Base,
    RevisionReason? Reason,
    FieldView Explanation,
    IReadOnlyList<FieldView> Targets,
    string? Error
);
