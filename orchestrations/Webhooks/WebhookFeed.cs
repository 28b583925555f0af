using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Webhooks;

/// <summary>
/// Begins deliveries of what is new on a year's audit chain: the chain has every change once and in order, whoever made it.
/// Every part can be repeated; the cursor moves when the deliveries up to it have begun.
/// </summary>
internal sealed class WebhookFeed(OfficeStorage storage, AuditBook book, WebhookSecrets secrets, TimeProvider clock)
{
    public async Task RunAsync(OfficeYear office, DurableTaskClient client, CancellationToken cancellation)
    {
        List<WebhookRow>? hooks = null;
        await foreach (
            var hook in storage.Webhooks.UnderAsync<WebhookRow>(
                WebhookKeys.Office(office.Unit),
                WebhookKeys.HookPrefix,
                cancellation
            )
        )
        {
            (hooks ??= []).Add(hook);
        }

        foreach (var hook in hooks ?? [])
        {
            await SealAgainAsync(hook, office.Unit, cancellation);
            await FollowAsync(hook, office, client, cancellation);
        }
    }

    /// <summary>Starts a delivery that is not under way. One that was cut off is found here again.</summary>
    public static async Task StartAsync(DeliveryRef delivery, DurableTaskClient client, CancellationToken cancellation)
    {
        var id = InstanceIds.Webhook(delivery.Office, delivery.Hook, delivery.Sequence, delivery.Round);
        if (await client.GetInstanceAsync(id, cancellation) is not null)
            return;
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                WebhookDelivery.V2,
                delivery,
                new StartOrchestrationOptions(id),
                cancellation
            );
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Another sweep began the same delivery at the same moment.
            if (await client.GetInstanceAsync(id, cancellation) is null)
                throw;
        }
    }

    // Another process of the app may have gone further meanwhile: a cursor never moves back.
    private async Task MoveAsync(WebhookCursorRow cursor, CancellationToken cancellation)
    {
        if (cursor.ETag == default && await storage.Webhooks.TryInsertAsync(cursor, cancellation))
            return;
        await storage.Webhooks.ChangeAsync<WebhookCursorRow>(
            cursor.PartitionKey,
            cursor.RowKey,
            standing =>
            {
                if (standing.Sequence >= cursor.Sequence)
                    return false;
                standing.Sequence = cursor.Sequence;
                return true;
            },
            cancellation
        );
    }

    // A former key can be removed once nothing is sealed with it: seal again what still is.
    private async Task SealAgainAsync(WebhookRow hook, string unit, CancellationToken cancellation)
    {
        var bound = WebhookDesk.BoundTo(unit, hook.Id());
        string? Fresh(string? text) =>
            text is not null && secrets.IsOld(text) && secrets.Open(text, bound) is { } secret
                ? secrets.Seal(secret, bound)
                : null;
        if (Fresh(hook.Secret) is null && Fresh(hook.FormerSecret) is null)
            return;
        await storage.Webhooks.ChangeAsync<WebhookRow>(
            hook.PartitionKey,
            hook.RowKey,
            standing =>
            {
                var (secret, former) = (Fresh(standing.Secret), Fresh(standing.FormerSecret));
                (standing.Secret, standing.FormerSecret) = (secret ?? standing.Secret, former ?? standing.FormerSecret);
                return (secret ?? former) is not null;
            },
            cancellation
        );
    }

    private async Task FollowAsync(
        WebhookRow hook,
        OfficeYear office,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var (partition, key) = (WebhookKeys.Office(office.Unit), WebhookKeys.Cursor(hook.Id(), office.Year));
        var cursor =
            await storage.Webhooks.FindAsync<WebhookCursorRow>(partition, key, cancellation)
            ?? new WebhookCursorRow { PartitionKey = partition, RowKey = key };
        var topics = hook.Topics.Split(' ');
        var last = cursor.Sequence;
        await foreach (var entry in book.AfterAsync(office, cursor.Sequence, cancellation))
        {
            last = entry.Sequence;
            if (WebhookTopics.NameOf(entry.Intent) is not { } name || !topics.Contains(WebhookTopics.TopicOf(name)))
                continue;
            await storage.Webhooks.TryInsertAsync(
                new WebhookDeliveryRow
                {
                    PartitionKey = WebhookKeys.Deliveries(office.Unit, hook.Id()),
                    RowKey = WebhookKeys.Delivery(office.Year, entry.Sequence),
                    Event = name,
                    Year = office.Year,
                    Sequence = entry.Sequence,
                    At = clock.GetUtcNow(),
                },
                cancellation
            );
            await StartAsync(
                new DeliveryRef(office.Unit, office.Year, hook.Id(), entry.Sequence),
                client,
                cancellation
            );
        }

        if (last == cursor.Sequence)
            return;
        cursor.Sequence = last;
        await MoveAsync(cursor, cancellation);
    }
}
