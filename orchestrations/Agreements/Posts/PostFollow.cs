using Microsoft.DurableTask.Client;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>
/// Lets the agreements of posts follow what they stand on: a changed annex or another holder calls for a revision, of that
/// post alone; who waits for a superior is told when he may sign; what a crash cut off is started again. Can be run at any
/// time; where nothing changed it does nothing.
/// </summary>
internal sealed class PostFollow(
    PostOrders orders,
    PostDrafts drafts,
    AgreementRecords records,
    SuperiorAgreements superiors,
    AgreementLetters letters,
    PostDesk desk,
    BlobVault vault,
    TimeProvider clock
)
{
    // Between a call's row and its instance there is a moment.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <param name="open">Every open step of the year.</param>
    public async Task RunAsync(
        OfficeYear office,
        IReadOnlyList<WaitingRow> open,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var called = await orders.ReadAsync(office, cancellation);
        if (called.Count == 0)
            return;
        var basis = await drafts.BasisAsync(office, cancellation);
        var states = await superiors.StatesAsync(office, cancellation);
        var signed = await records.OfPostsAsync(office, cancellation);
        await StartAgainAsync(office, called, states, client, cancellation);
        foreach (var waiting in await superiors.OverlookedAsync(basis.Plan, called, states, signed, cancellation))
        {
            var name = InstanceIds.SuperiorInForce(waiting.Attempt);
            await client.TellAsync(waiting.Instance, name, new SuperiorSignal(), cancellation);
        }

        var head = (await records.ReadAsync(office, cancellation)).LastOrDefault().Snapshot;
        foreach (var own in called.GroupBy(order => order.Post))
        {
            var last = own.MaxBy(order => order.Revision)!;
            var said = await SaidAsync(office, last, states, signed, cancellation);
            if (said is not null && PostRevisions.Next(basis, last, said, head) is { } order)
                await desk.CallAsync(office, order, client, cancellation);
        }

        await letters.FollowAsync(basis.Plan, open, cancellation);
    }

    private async Task StartAgainAsync(
        OfficeYear office,
        IReadOnlyList<PostOrder> called,
        IReadOnlyDictionary<string, StateRow> states,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        foreach (var order in called.Where(order => order.At < clock.GetUtcNow() - Patience))
        {
            var subject = new AgreementSubject(office, order.Revision, order.Post);
            var state = states.GetValueOrDefault(Keys.Partition(subject))?.State;
            var isOver = state is nameof(AgreementState.InForce) or nameof(AgreementState.Cancelled);
            if (!isOver && await client.GetInstanceAsync(subject.InstanceId, cancellation) is null)
                await PostDesk.StartAsync(office, order, client, cancellation);
        }
    }

    /// <summary>What was last said for a post: signed, or cancelled by the planner; null while it is on its way.</summary>
    private async Task<PostSaid?> SaidAsync(
        OfficeYear office,
        PostOrder last,
        IReadOnlyDictionary<string, StateRow> states,
        IReadOnlyDictionary<(string Post, int Revision), RecordRow> signed,
        CancellationToken cancellation
    )
    {
        if (signed.TryGetValue((last.Post, last.Revision), out var row))
        {
            var record = SakipJson.Read<AgreementRecord>(row.Body!);
            return new PostSaid(record.Annex!, record.Holder!);
        }

        var state = states.GetValueOrDefault(Keys.Partition(new AgreementSubject(office, last.Revision, last.Post)));
        if (state is not { State: nameof(AgreementState.Cancelled), Body: { } body })
            return null;
        var hash = SakipJson.Read<DocumentState>(body).SnapshotHash;
        var snapshot = SakipJson.Read<AgreementSnapshot>(await vault.SnapshotAsync(hash, cancellation));
        return new PostSaid(PostAnnex.Of(snapshot).Hash(), snapshot.FirstParty.Official);
    }
}
