using Microsoft.DurableTask.Client;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>What became of several steps that were decided together.</summary>
/// <param name="Done">Steps whose decision stands.</param>
/// <param name="Refused">Steps that were not decided, with the reason.</param>
/// <param name="Code">Why no step was looked at: the code does not hold; null where it does or none is needed.</param>
internal sealed record SeveralAnswer(
    IReadOnlyList<OpenedLink> Done,
    IReadOnlyList<(OpenedLink Link, DecisionStatus Status, string? Said)> Refused,
    DecisionStatus? Code = null
);

/// <summary>
/// The agreements of posts that wait for the bearer of one of them, in the same part: read on one page, decided with one
/// code. Each is decided and recorded for itself, as if its own link had been used.
/// </summary>
internal sealed class SeveralSteps(OfficeStorage storage, LinkDoor door, OneTimeCodes codes, ApprovalDesk desk)
{
    // Each is a batch of its own; more at once would only queue at the storage.
    private const int AtOnce = 8;

    /// <summary>How many of them there are beside the link's own; 0 for other kinds of link.</summary>
    public async Task<int> OthersAsync(OpenedLink link, CancellationToken cancellation) =>
        !AgreementLetters.IsOneOfMany(link.Subject) || !door.FilesAreOpen(link)
            ? 0
            : (await storage.WaitingAsync(link.Subject.Office, cancellation)).Count(row =>
                row.Bearer == link.Bearer.Code
                && row.Kind == link.Approval.Kind
                && row.Subject != link.Subject.Dotted
                && AgreementLetters.IsOneOfMany(Subject.Parse(row.Subject)!)
            );

    /// <summary>Open steps of the link's bearer in the link's part, the oldest first; none for other kinds of link.</summary>
    public async Task<IReadOnlyList<OpenedLink>> OpenAsync(OpenedLink link, CancellationToken cancellation)
    {
        if (!AgreementLetters.IsOneOfMany(link.Subject) || !door.FilesAreOpen(link))
            return [];
        var open = new List<OpenedLink>();
        foreach (var row in await storage.WaitingAsync(link.Subject.Office, cancellation))
        {
            var subject = Subject.Parse(row.Subject)!;
            if (
                row.Bearer != link.Bearer.Code
                || row.Kind != link.Approval.Kind
                || !AgreementLetters.IsOneOfMany(subject)
            )
            {
                continue;
            }

            var rows = await SubjectRows.ReadAsync(storage, Keys.Partition(subject), cancellation);
            if (
                rows.Approval(row.Step, row.Attempt) is { IsWithdrawn: false } approval
                && approval.Bearer == link.Bearer.Code
                && rows.Claim(row.Step, row.Attempt) is null
            )
            {
                open.Add(await door.OpenAsync(subject, rows, approval, null, cancellation));
            }
        }

        return [.. open.OrderBy(one => one.Approval.OpenedAt)];
    }

    /// <summary>Decides the chosen steps with the step's own yes. What cannot be decided leaves the others as they are.</summary>
    /// <param name="proof">The step whose code is given.</param>
    public async Task<SeveralAnswer> DecideAsync(
        IReadOnlyList<OpenedLink> chosen,
        OpenedLink proof,
        DecisionRequest request,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (proof.Policy.NeedsCode)
        {
            var code = await codes.CheckAsync(proof.Approval, request.Code ?? "", cancellation);
            if (code == CodeCheck.Dead)
                return new SeveralAnswer([], [], DecisionStatus.CodeDead);
            if (code == CodeCheck.Wrong)
                return new SeveralAnswer([], [], DecisionStatus.CodeWrong);
        }

        var proven = request with { IsProven = true };
        // The step that holds the code comes last: what fails before it can be tried again with the same code.
        var ordered = chosen.OrderBy(one => one.Subject == proof.Subject);
        var outcomes = new List<(OpenedLink Link, DecisionStatus Status, string? Said)>();
        foreach (var some in ordered.Chunk(proof.Policy.NeedsCode ? 1 : AtOnce))
            outcomes.AddRange(await Task.WhenAll(some.Select(link => DecideAsync(link, proven, client, cancellation))));
        var refused = outcomes.Where(one => one.Status is not DecisionStatus.Decided).ToList();
        if (proof.Policy.NeedsCode && refused.Count == 0)
            await codes.SpendAsync(proof.Approval, cancellation);
        return new SeveralAnswer(
            [.. outcomes.Where(one => one.Status is DecisionStatus.Decided).Select(one => one.Link)],
            refused
        );
    }

    private async Task<(OpenedLink Link, DecisionStatus Status, string? Said)> DecideAsync(
        OpenedLink link,
        DecisionRequest request,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        try
        {
            var answer = await desk.DecideAsync(link, request, client, cancellation);
            return (link, answer.Status is DecisionStatus.SameAgain ? DecisionStatus.Decided : answer.Status, null);
        }
        catch (SigningException failure)
        {
            await desk.TellOfFailureAsync(link, failure, cancellation);
            return (link, DecisionStatus.NotAllowed, failure.Message);
        }
    }
}
