using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>Calls for the agreements of the posts below the head of the office, and starts them.</summary>
internal sealed class PostDesk(PostOrders orders, PostDrafts drafts, Dispatcher dispatcher, TimeProvider clock)
{
    // Each call is a row and an instance of its own; more at once would only queue at the storage.
    private const int AtOnce = 8;

    /// <summary>
    /// Calls for the first agreement of every post that carries something and has none. Can be repeated: who has one is
    /// left as he is.
    /// </summary>
    /// <returns>The posts whose agreements are drawn up now.</returns>
    public async Task<IReadOnlyList<string>> DraftAsync(
        OfficeYear office,
        Actor by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var basis = await drafts.BasisAsync(office, cancellation);
        var called = (await orders.ReadAsync(office, cancellation)).Select(order => order.Post).ToHashSet();
        var wanted = basis
            .Places()
            .Where(place => place.IsReady && !called.Contains(place.Post.Code))
            .Select(place => place.Post.Code)
            .ToList();
        if (wanted.Count == 0)
            return [];
        var text = SakipJson.Bytes(wanted);
        var change = new SubjectChange(
            new PlanSubject(office),
            "post-agreements:" + BlobVault.HashOf(text)[..16],
            clock.GetUtcNow()
        ).By(by, AuditAction.DraftPostAgreements, note: FormattableString.Invariant($"{wanted.Count} jabatan"));
        await dispatcher.CommitAsync(change, null, cancellation);
        await Parallel.ForEachAsync(
            wanted,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (post, token) => await CallAsync(office, new PostOrder(post, 0), client, token)
        );
        return wanted;
    }

    /// <summary>Keeps a call and starts its agreement. One that stood before is left to whoever kept it.</summary>
    public async Task CallAsync(
        OfficeYear office,
        PostOrder order,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await orders.TryKeepAsync(office, order, cancellation))
            await StartAsync(office, order, client, cancellation);
    }

    /// <summary>Starts the instance that carries a called agreement.</summary>
    public static Task StartAsync(
        OfficeYear office,
        PostOrder order,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var input = new AgreementInput(
            office.Unit,
            office.Year,
            order.Revision,
            Trace: Traces.Current,
            Post: order.Post
        );
        return client.ScheduleNewOrchestrationInstanceAsync(
            AgreementSigning.V2,
            input,
            new StartOrchestrationOptions(input.Subject.InstanceId),
            cancellation
        );
    }
}
