using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Consistency;
using Sakip.Functions.Web;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Agreements;

/// <summary>Puts together what the page of one agreement shows.</summary>
internal sealed class AgreementDetails(AgreementOverview overview, FindingStore findings, PlanStore plans)
{
    public async Task<AgreementDetail?> FindAsync(AgreementSubject subject, bool mayAct, CancellationToken cancellation)
    {
        var (office, revision) = (subject.Office, subject.Revision);
        var all = await overview.ReadAsync(office, subject.Post, cancellation);
        if (all.FirstOrDefault(view => view.Revision == revision) is not { } agreement)
            return null;
        var plan = await plans.PlanAsync(office, cancellation);
        var open = await findings.ReadAsync(subject, cancellation);
        return new AgreementDetail
        {
            Base = "",
            Post = subject.Post is { } post ? (post, Facts.NameOf(plan, post)) : null,
            Agreement = agreement,
            Tables = agreement.Snapshot is { } snapshot ? AgreementViewTables.Of(plan, snapshot) : [],
            Decisions = await overview.DecisionsAsync(subject, cancellation),
            Findings = [.. open.Where(record => record.Status != FindingStatus.Fixed)],
            WaitsFor = WaitsFor(plan, agreement),
            Predecessor = PredecessorOf(all, agreement)?.Revision,
            MayAct = mayAct,
            Notice = null,
            Error = null,
        };
    }

    /// <summary>What an agreement replaces: the one before it that came into force.</summary>
    public static AgreementView? PredecessorOf(IReadOnlyList<AgreementView> all, AgreementView? agreement) =>
        agreement is null
            ? null
            : all.LastOrDefault(view => view.Revision < agreement.Revision && view.InForceSince is not null);

    private static string? WaitsFor(OfficePlan plan, AgreementView agreement)
    {
        if (agreement.Waiting is not { } waiting)
            return null;
        var who =
            plan.Officials.FirstOrDefault(official => official.Code == waiting.Bearer)?.FullName()
            ?? "pejabat yang belum ditetapkan";
        return $"{AgreementWords.Step(waiting.Step)}: {who}, paling lambat {PageWords.Moment(waiting.DueAt)}";
    }
}
