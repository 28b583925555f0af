using Microsoft.Azure.Functions.Worker;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Consistency;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>Outlines, prepares and checks the annual report.</summary>
internal sealed class ReportActivities(
    PlanStore plans,
    ReportSources sources,
    NarrativeDesk narratives,
    NarrativeLetters letters,
    FindingDesk findings,
    ReportCorrections corrections
)
{
    /// <summary>
    /// What the report consists of, and which texts it still waits for. A correction asks only for those that the planner
    /// chose when it began; the others stand as they are.
    /// </summary>
    [Function(nameof(OutlineReport))]
    public async Task<ReportOutline> OutlineReport(
        [ActivityTrigger] ReportAssemblyInput input,
        CancellationToken cancellation
    )
    {
        var asked = await corrections.FindAsync(input.Office, input.Version, cancellation) is { } correction
            ? correction.Narratives ?? []
            : null;
        var open = (await narratives.StatesAsync(input.Office, input.Version, cancellation)).Where(text =>
            !text.IsHandedIn && (asked?.Contains(text.Section) ?? input.Version == 1)
        );
        IReadOnlyList<NarrativeRequest> requests =
        [
            .. open.Select(text => new NarrativeRequest(text.Section, text.Title, text.Owner)),
        ];
        await letters.KeepAskedAsync(
            input.Office,
            input.Version,
            input.Attempt,
            [.. requests.Select(request => request.Section)],
            cancellation
        );
        return new ReportOutline(AnnualReportDocument.SectionCodes, requests);
    }

    /// <summary>Builds one section on its own, so that a failing one is named and retried alone.</summary>
    [Function(nameof(PrepareSection))]
    public async Task<SectionResult> PrepareSection(
        [ActivityTrigger] SectionInput input,
        CancellationToken cancellation
    )
    {
        var data = await sources.ReadAsync(input.Report, cancellation);
        return new SectionResult(input.Section, AnnualReportDocument.HashOfSection(data, input.Section));
    }

    [Function(nameof(CheckReport))]
    public async Task<ReportGateResult> CheckReport(
        [ActivityTrigger] ReportAssemblyInput input,
        CancellationToken cancellation
    )
    {
        var data = await sources.ReadAsync(input, cancellation);
        var latest = await plans.LatestBudgetAsync(input.Office, cancellation);
        var terms = data.Agreements[^1].Snapshot.Terms;
        var subject = input.Subject;
        var gate = GateCheck.Report(
            new ReportCase(data.Plan, terms, data.Budget, latest, data.Quarters, data.Evaluation),
            await findings.AcceptedAsync(subject, cancellation),
            PrintedForm.Of(data)
        );
        var hash = await findings.RecordAsync(
            subject,
            FormattableString.Invariant($"{input.Attempt}"),
            gate,
            InstanceIds.Recheck(input.Attempt),
            cancellation
        );
        var warnings = gate.Findings.Count(finding => finding.Level == FindingLevel.Warning);
        return new ReportGateResult(gate.Blocking.Count, warnings, hash);
    }
}
