using Sakip.Approvals;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>What posts promise today: targets as the office has agreed on them, and the budget in force.</summary>
internal sealed record PostBasis(OfficePlan Plan, IReadOnlyList<AnnualTarget> Targets, Budget Budget, DateOnly Today)
{
    public PostAnnex AnnexOf(string post) => PostAnnex.Of(Plan, Targets, Budget, post, Today);

    public IReadOnlyList<PostPlace> Places() => PostPlaces.Of(Plan, Targets, Budget, Today);
}

/// <summary>Makes the snapshot and document of a post's agreement from what holds today.</summary>
internal sealed class PostDrafts(
    PlanStore plans,
    AgreementRecords records,
    PostOrders orders,
    AgreementPapers papers,
    TimeProvider clock
)
{
    public async Task<PostBasis> BasisAsync(OfficeYear office, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var agreed = (await records.ReadAsync(office, cancellation)).LastOrDefault().Snapshot?.Terms;
        return new PostBasis(
            plan,
            agreed?.Targets ?? plan.AnnualPlan.Targets,
            await plans.BudgetInForceAsync(plan, agreed?.BudgetSequence ?? 0, cancellation),
            plan.Zone.DateAt(clock.GetUtcNow())
        );
    }

    public async Task<DraftedAgreement> MakeAsync(AgreementSubject subject, CancellationToken cancellation)
    {
        var basis = await BasisAsync(subject.Office, cancellation);
        var post = subject.Post!;
        var annex = basis.AnnexOf(post);
        var obstacle =
            PostPlaces.Obstacle(basis.Plan, post, basis.Today)
            ?? (
                annex.IsEmpty
                    ? $"{Facts.NameOf(basis.Plan, post)} tidak lagi memikul indikator atau sub kegiatan. Tetapkan yang dipikulnya, lalu susun ulang."
                    : null
            );
        if (obstacle is not null)
            return new DraftedAgreement(null, null, null, obstacle);
        var earlier = (await records.ReadAsync(subject.Office, post, cancellation)).LastOrDefault().Snapshot;
        var own = AgreementParties.Of(basis.Plan, subject, basis.Today);
        var order = await orders.FindAsync(subject, cancellation);
        var snapshot = Snapshot(own, subject, basis, annex, order) with { Predecessor = earlier?.Terms.Revision };
        var (hash, document) = await papers.KeepAsync(own, snapshot, clock.GetUtcNow(), cancellation);
        return new DraftedAgreement(hash, document, null, null);
    }

    private static AgreementSnapshot Snapshot(
        OfficePlan own,
        AgreementSubject subject,
        PostBasis basis,
        PostAnnex annex,
        PostOrder? order
    )
    {
        var directory = new OfficeDirectory(own);
        return new AgreementSnapshot(
            subject.Unit,
            subject.Year,
            new AgreementTerms(
                subject.Revision,
                basis.Today,
                basis.Budget.Sequence,
                [.. annex.Indicators.Select(one => one.Target)]
            ),
            own.Agreement.Place,
            directory.FirstParty(basis.Today)!.Snapshot(),
            directory.SecondParty(basis.Today)!.Snapshot(),
            annex.Indicators,
            annex.Amounts,
            order?.Reason,
            order?.Explanation
        )
        {
            Post = subject.Post,
        };
    }
}
