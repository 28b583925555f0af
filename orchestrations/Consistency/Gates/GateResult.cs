using Sakip.Planning;

namespace Sakip.Consistency;

/// <param name="Findings">All findings, blockers first, then by code.</param>
/// <param name="Blocking">Blockers that nobody has had explained and accepted; while there is one, the gate is shut.</param>
/// <param name="Notes">Accepted explanations of findings that still stand; the report prints them.</param>
internal sealed record GateResult(
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Finding> Blocking,
    IReadOnlyList<AcceptedExplanation> Notes
)
{
    public bool Passes => Blocking.Count == 0;

    internal static GateResult Of(
        IEnumerable<Contradiction> contradictions,
        RuleLevels levels,
        IReadOnlyList<AcceptedExplanation> accepted
    )
    {
        var findings = Order(contradictions, levels);
        var explained = accepted.Select(acceptance => acceptance.Finding).ToHashSet(StringComparer.Ordinal);
        return new(
            findings,
            findings
                .Where(finding => finding.Level == FindingLevel.Blocker && !explained.Contains(finding.Id))
                .ToList(),
            accepted.Where(acceptance => findings.Any(finding => finding.Id == acceptance.Finding)).ToList()
        );
    }

    internal static List<Finding> Order(IEnumerable<Contradiction> contradictions, RuleLevels levels) =>
        contradictions
            .Select(contradiction => contradiction.ToFinding(levels))
            .DistinctBy(finding => finding.Id)
            .OrderByDescending(finding => finding.Level)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal)
            .ToList();
}
