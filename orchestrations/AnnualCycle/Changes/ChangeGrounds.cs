using Azure.Data.Tables;
using Sakip.Agreements;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>Gathers what a change within the year is held against: what is locked, signed and decided.</summary>
internal sealed class ChangeGrounds(
    OfficeStorage storage,
    PlanStore plans,
    AgreementRecords agreements,
    ILockedQuarters quarters,
    TimeProvider clock
)
{
    public async Task<ChangeGround> OfAsync(OfficePlan plan, CancellationToken cancellation)
    {
        var office = plan.Office;
        var locked = await quarters.ReadAsync(office, cancellation);
        var signed = await agreements.ReadAsync(office, cancellation);
        var inForce = signed.Count == 0 ? 0 : signed[^1].Snapshot.Terms.BudgetSequence;
        var year = await storage.Years.FindAsync<OfficeYearRow>(
            OfficeYearRow.Partition,
            Keys.Partition(office),
            cancellation
        );
        return new ChangeGround(
            plan.Zone.DateAt(clock.GetUtcNow()),
            locked.Count == 0 ? null : locked.Max(one => one.Quarter),
            await plans.BudgetInForceAsync(plan, inForce, cancellation)
        )
        {
            IsSigned = signed.Count > 0,
            HasCycle = year is null || year.State.HasCycle(),
            FilledElsewhere = SharedPosts.Filled(plan, await plans.OthersAsync(plan, cancellation)),
            Targets = signed.Count == 0 ? null : InForce(plan, signed[^1].Snapshot.Terms),
            Given = await GivenAsync(plan, cancellation),
        };
    }

    /// <summary>The agreement's targets, and what changes recorded since then set in their place or beside them.</summary>
    internal static IReadOnlyList<AnnualTarget> InForce(OfficePlan plan, AgreementTerms agreement)
    {
        var targets = agreement.Targets.DistinctBy(one => one.Indicator).ToDictionary(one => one.Indicator);
        foreach (var change in plan.ChangesOf(YearChangeKind.StrategicPlan))
        {
            foreach (var target in change.Recorded < agreement.SignedOn ? [] : change.Strategic!.Targets)
                targets[target.Indicator] = target;
        }

        return [.. targets.Values];
    }

    /// <summary>Who decided what in the year. A change is rare, and so is this reading of all decisions.</summary>
    private async Task<IReadOnlyList<GivenDecision>> GivenAsync(OfficePlan plan, CancellationToken cancellation)
    {
        var given = new List<GivenDecision>();
        var first = Keys.Partition(plan.Office) + "|";
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {first} and PartitionKey lt {Keys.After(first)} and RowKey ge {"claim|"} and RowKey lt {Keys.After("claim|")}"
        );
        await foreach (var claim in storage.Subjects.QueryAsync<ClaimRow>(filter, cancellationToken: cancellation))
        {
            if (claim.By != Actor.System.Official && Subject.OfPartition(claim.PartitionKey) is { } subject)
            {
                var (what, page) = Shown(subject);
                given.Add(new GivenDecision(claim.By, plan.Zone.DateAt(claim.At), what, page));
            }
        }

        return [.. given.OrderByDescending(one => one.On)];
    }

    private static (string What, string Page) Shown(Subject subject) =>
        subject switch
        {
            AgreementSubject { Post: { } post, Revision: var revision } => (
                "perjanjian kinerja " + post,
                FormattableString.Invariant($"perjanjian/bawahan/{post}/{revision}")
            ),
            AgreementSubject { Revision: var revision } => (
                revision == 0 ? "perjanjian kinerja" : $"perjanjian kinerja perubahan ke-{revision}",
                FormattableString.Invariant($"perjanjian/{revision}")
            ),
            SubUnitReportSubject report => (
                $"laporan triwulan {report.Quarter.Roman()}",
                FormattableString.Invariant($"triwulan/{(int)report.Quarter}/{report.SubUnit}")
            ),
            ReopeningSubject reopening => (
                $"pembukaan kembali triwulan {reopening.Quarter.Roman()}",
                FormattableString.Invariant($"triwulan/{(int)reopening.Quarter}")
            ),
            _ => ("laporan tahunan", "laporan"),
        };
}
