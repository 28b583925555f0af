using Sakip.Agreements;
using Sakip.Consistency;
using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Agreements;

internal sealed record AgreementsView(string Base, IReadOnlyList<AgreementView> Agreements, bool MayAsk, string? Notice)
{
    /// <summary>The posts below the head of the office.</summary>
    public required PostTreeView Posts { get; init; }
}

internal sealed record AgreementDetail
{
    /// <summary>Address of the list of agreements.</summary>
    public required string Base { get; init; }

    /// <summary>The post whose agreement it is, by code and name; null for the office's own.</summary>
    public (string Code, string Name)? Post { get; init; }

    /// <summary>Address of the agreement itself.</summary>
    public string Own =>
        FormattableString.Invariant(
            $"{Base}{(Post is { Code: var code } ? "/bawahan/" + code : "")}/{Agreement.Revision}"
        );

    public required AgreementView Agreement { get; init; }

    public required IReadOnlyList<PageTable> Tables { get; init; }

    public required IReadOnlyList<AgreementDecision> Decisions { get; init; }

    public required IReadOnlyList<FindingRecord> Findings { get; init; }

    public required string? WaitsFor { get; init; }

    public required int? Predecessor { get; init; }

    public required bool MayAct { get; init; }

    public required string? Notice { get; init; }

    public required string? Error { get; init; }

    /// <summary>The cancellation as it was sent and refused.</summary>
    public FormState Form { get; init; } = FormState.Empty;
}

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
    FieldView Reason,
    FieldView Explanation,
    IReadOnlyList<FieldView> Targets,
    string? Error
)
{
    /// <summary>Everything that is to be mended; with the form as a whole where no field is named.</summary>
    public IReadOnlyList<FieldFault> Faults =>
        Error is null
            ? []
            : [.. FieldFault.In([Reason, Explanation, .. Targets]).DefaultIfEmpty(new FieldFault("", Error))];
}
