using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

internal enum LinkChange
{
    Done,

    /// <summary>The step is decided: its link shows the decision and nothing else.</summary>
    AlreadyDecided,

    /// <summary>There is no such step.</summary>
    Unknown,

    /// <summary>Nobody holds the post or role, so there is nobody to send a link to.</summary>
    Vacant,

    /// <summary>Somebody else changed the step at the same moment.</summary>
    Overtaken,
}

/// <summary>
/// Issues links anew, withdraws them and passes open steps on. Each of these kills the former link at once: its nonce
/// is gone with the same batch that records the change.
/// </summary>
internal sealed class LinkDesk(
    OfficeStorage storage,
    PlanStore plans,
    Dispatcher dispatcher,
    IStepDocuments documents,
    TimeProvider clock
)
{
    /// <summary>Sends a new link to the bearer; the former one and a code that is out hold no longer.</summary>
    public Task<LinkChange> ReissueAsync(
        Subject subject,
        string step,
        int attempt,
        Actor by,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            subject,
            step,
            attempt,
            (approval, plan) =>
            {
                if (approval.IsVacant)
                    return null;
                approval.IsWithdrawn = false;
                return Change(subject, approval, "reissue")
                    .Ask(
                        MessageKind.LinkReissued,
                        approval.Bearer,
                        FactsOf(subject, approval, plan),
                        (approval.Step, approval.Attempt)
                    )
                    .By(by, AuditAction.ReissueLink, approval.DocumentHash);
            },
            cancellation
        );

    /// <summary>Withdraws the link. The step stays open; no reminder carries a link until one is issued anew.</summary>
    public Task<LinkChange> WithdrawAsync(
        Subject subject,
        string step,
        int attempt,
        Actor by,
        string reason,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            subject,
            step,
            attempt,
            (approval, _) =>
            {
                (approval.IsWithdrawn, approval.WithdrawnBy, approval.WithdrawnAt) = (
                    true,
                    by.Official,
                    clock.GetUtcNow()
                );
                return Change(subject, approval, "withdraw")
                    .By(by, AuditAction.WithdrawLink, approval.DocumentHash, reason);
            },
            cancellation
        );

    /// <summary>The bearer hands the step over to a colleague of the same role; a draft stays with the step.</summary>
    /// <param name="note">What the colleague should know; null where nothing was written.</param>
    public Task<LinkChange> HandOverAsync(OpenedLink link, Official to, string? note, CancellationToken cancellation) =>
        ChangeAsync(
            link.Subject,
            link.Approval.Step,
            link.Approval.Attempt,
            (approval, plan) =>
            {
                if (approval.Bearer != link.Bearer.Code)
                    return null;
                approval.Bearer = to.Code;
                approval.IsWithdrawn = false;
                var facts = FactsOf(link.Subject, approval, plan);
                facts[Fact.Who] = link.Bearer.FullName();
                if (note is not null)
                    facts[Fact.Note] = note;
                return Change(link.Subject, approval, "hand-over")
                    .Ask(MessageKind.ReviewHandedOver, to.Code, facts, (approval.Step, approval.Attempt))
                    .By(link.Actor, AuditAction.Delegate, approval.DocumentHash, $"kepada {to.Code}");
            },
            cancellation
        );

    /// <summary>Colleagues to whom the bearer may hand the step over: a review alone passes from hand to hand.</summary>
    public static IReadOnlyList<Official> ColleaguesOf(OpenedLink link, DateOnly today) =>
        link is { Claim: null, Kind: ApprovalKind.AnnualReview }
            ?
            [
                .. Bearers
                    .Eligible(link.Plan, link.Kind, link.Approval.SubUnit, today)
                    .Where(official => official.Code != link.Bearer.Code),
            ]
            : [];

    /// <summary>
    /// Passes every open step of the year on to who bears it today: posts change hands, acting officials come and go.
    /// Can be run at any time; where nothing changed it does nothing.
    /// </summary>
    public async Task<int> ReaddressAsync(OfficeYear office, CancellationToken cancellation) =>
        await ReaddressAsync(office, await storage.WaitingAsync(office, cancellation), cancellation);

    /// <inheritdoc cref="ReaddressAsync(OfficeYear, CancellationToken)"/>
    /// <param name="open">Every open step of the year.</param>
    public async Task<int> ReaddressAsync(
        OfficeYear office,
        IReadOnlyList<WaitingRow> open,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var today = plan.Zone.DateAt(clock.GetUtcNow());
        var moved = 0;
        foreach (var waiting in open)
        {
            var kind = Enum.Parse<ApprovalKind>(waiting.Kind);
            var subject = Subject.Parse(waiting.Subject)!;
            // The current bearer is already a person who has not acted; check that only when the step passes to another.
            var own = AgreementParties.Of(plan, subject, today);
            if (Bearers.Now(own, kind, waiting.SubUnit, today, [], waiting.Bearer)?.Code == waiting.Bearer)
                continue;
            var rows = await SubjectRows.ReadAsync(storage, Keys.Partition(subject), cancellation);
            var acted = rows.Acted(ApprovalPolicy.Of(kind), waiting.Attempt);
            var bearer = Bearers.Now(own, kind, waiting.SubUnit, today, acted, waiting.Bearer);
            if (bearer is null && waiting.Bearer != ApprovalRow.Vacant)
            {
                if (await VacateAsync(subject, waiting, cancellation) == LinkChange.Done)
                    moved++;
                continue;
            }

            if (bearer is null || bearer.Code == waiting.Bearer)
                continue;
            if (await PassOnAsync(subject, waiting, bearer, cancellation) == LinkChange.Done)
                moved++;
        }

        return moved;
    }

    // Who left can no longer act: the link dies, and the step waits for whoever comes.
    private Task<LinkChange> VacateAsync(Subject subject, WaitingRow waiting, CancellationToken cancellation) =>
        ChangeAsync(
            subject,
            waiting.Step,
            waiting.Attempt,
            (approval, plan) =>
            {
                approval.Bearer = ApprovalRow.Vacant;
                approval.IsWithdrawn = false;
                return Change(subject, approval, "vacate")
                    .Tell(MessageKind.PostVacant, Bearers.Planner(plan).Code, FactsOf(subject, approval, plan))
                    .By(Actor.System, AuditAction.Delegate, approval.DocumentHash, "jabatan kosong");
            },
            cancellation
        );

    private async Task<LinkChange> PassOnAsync(
        Subject subject,
        WaitingRow waiting,
        Official bearer,
        CancellationToken cancellation
    )
    {
        var redrawn = await documents.ForBearerAsync(subject, waiting.Kind, cancellation);
        return await ChangeAsync(
            subject,
            waiting.Step,
            waiting.Attempt,
            (approval, plan) =>
            {
                var before = plan.Officials.FirstOrDefault(official => official.Code == approval.Bearer)?.FullName();
                approval.Bearer = bearer.Code;
                approval.IsWithdrawn = false;
                if (redrawn is not null)
                    approval.DocumentHash = redrawn.Hash;
                var facts = FactsOf(subject, approval, plan);
                if (before is not null)
                    facts[Fact.Who] = before;
                var change = Change(subject, approval, "readdress")
                    .Ask(MessageKind.Delegated, bearer.Code, facts, (approval.Step, approval.Attempt))
                    .By(Actor.System, AuditAction.Delegate, approval.DocumentHash, $"kepada {bearer.Code}");
                return redrawn is null ? change : change.Set(redrawn);
            },
            cancellation
        );
    }

    private async Task<LinkChange> ChangeAsync(
        Subject subject,
        string step,
        int attempt,
        Func<ApprovalRow, OfficePlan, SubjectChange?> make,
        CancellationToken cancellation
    )
    {
        var partition = Keys.Partition(subject);
        var approval = await storage.Subjects.FindAsync<ApprovalRow>(
            partition,
            RowKeys.Approval(step, attempt),
            cancellation
        );
        if (approval is null)
            return LinkChange.Unknown;
        if (
            await storage.Subjects.FindAsync<ClaimRow>(partition, RowKeys.Claim(step, attempt), cancellation)
            is not null
        )
        {
            return LinkChange.AlreadyDecided;
        }

        approval.Nonce = null;
        approval.IssuedAt = null;
        approval.CodeHash = null;
        approval.CodesSent = 0;
        approval.Changes++;
        var change = make(approval, await plans.PlanAsync(subject.Office, cancellation));
        if (change is null)
            return LinkChange.Vacant;
        return await dispatcher.CommitAsync(change.Reopen(approval), null, cancellation) == CommitResult.Committed
            ? LinkChange.Done
            : LinkChange.Overtaken;
    }

    private SubjectChange Change(Subject subject, ApprovalRow approval, string verb) =>
        new(
            subject,
            FormattableString.Invariant($"{verb}:{approval.Step}:{approval.Attempt}:{approval.Changes}"),
            clock.GetUtcNow()
        );

    private static Dictionary<Fact, string> FactsOf(Subject subject, ApprovalRow approval, OfficePlan plan) =>
        Facts.Of(
            plan,
            Facts.InputOf(subject, approval.Kind, approval.Attempt, approval.SubUnit),
            plan.Zone.DateAt(approval.DueAt),
            plan.Zone.DateAt(approval.ClosesAt)
        );
}

/// <summary>Makes a step's document anew where it names the person who bears the step.</summary>
internal interface IStepDocuments
{
    /// <summary>The subject's state with the new document; null where the document stays as it is.</summary>
    Task<StateRow?> ForBearerAsync(Subject subject, string kind, CancellationToken cancellation);
}
