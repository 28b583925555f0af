using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Tells those who have to act that a step is open.</summary>
internal sealed class StepLetters(IWindows windows, NarrativeLetters narratives, AgreementLetters agreements)
{
    /// <summary>Adds the letter to the change that opens the step, unless it goes out with those of other texts.</summary>
    public async Task AnnounceAsync(
        SubjectChange change,
        OfficePlan plan,
        ApprovalInput input,
        ApprovalRow approval,
        CancellationToken cancellation
    )
    {
        if (!approval.IsVacant && AgreementLetters.IsOneOfMany(change.Subject))
            return;
        if (!approval.IsVacant && await AskedWithAsync(change.Subject, input.Attempt, cancellation) is not null)
            return;
        var policy = ApprovalPolicy.Of(input.Kind, plan);
        var facts = Facts.Of(plan, input, plan.Zone.DateAt(approval.DueAt), plan.Zone.DateAt(approval.ClosesAt));
        if (change.Subject is ReopeningSubject reopening)
        {
            foreach (var (name, value) in await windows.AboutReopeningAsync(plan, reopening, cancellation))
                facts[name] = value;
        }

        if (approval.IsVacant)
        {
            change.Tell(MessageKind.PostVacant, Bearers.Planner(plan).Code, facts);
            return;
        }

        var kind = input is { Kind: ApprovalKind.ReportSubmission, Attempt: > 1 }
            ? MessageKind.ReportReturned
            : policy.Request;
        var known = $"{policy.Request}:{change.Subject.Dotted}:{policy.Step}:{input.Attempt}";
        change.Ask(kind, approval.Bearer, facts, (policy.Step, input.Attempt), known);
        if (input is not { Kind: ApprovalKind.ReportSubmission, Attempt: 1, SubUnit: { } subUnit })
            return;
        // The link is its bearer's alone: the sub-unit's other operators are told and sign in.
        foreach (var other in Bearers.OtherOperators(plan, subUnit, approval.Bearer, plan.Zone.DateAt(change.At)))
            change.Tell(kind, other.Code, facts);
    }

    /// <summary>One letter for the texts of a report, or the agreements of posts, that are asked of the same person.</summary>
    public async Task TellOfSeveralAsync(
        OfficePlan plan,
        Subject subject,
        ApprovalRow approval,
        CancellationToken cancellation
    )
    {
        await agreements.TellAsync(plan, subject, approval, cancellation);
        if (await AskedWithAsync(subject, approval.Attempt, cancellation) is { } asked)
            await narratives.TellAsync(plan, (NarrativeSubject)subject, approval, asked, cancellation);
    }

    private async Task<IReadOnlyList<string>?> AskedWithAsync(
        Subject subject,
        int attempt,
        CancellationToken cancellation
    ) =>
        subject is NarrativeSubject narrative
            ? await narratives.AskedWithAsync(narrative, attempt, cancellation)
            : null;
}
