using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.Audit;
using Sakip.Storage;

namespace Sakip.Webhooks;

/// <summary>
/// Begins deliveries of what is new on a year's audit chain: the chain has every change once and in order, whoever made it.
/// Every part can be repeated; the cursor moves when the deliveries up to it have begun.
/// </summary>
public sealed class WebhookFeed(OfficeStorage storage, AuditBook book, TimeProvider clock)
{
    public async Task RunAsync(string unit, int year, DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        List<WebhookRow>? hooks = null;
        await foreach (
            var hook in storage.Webhooks.UnderAsync<WebhookRow>(
                WebhookKeys.Office(unit),
                WebhookKeys.HookPrefix,
                cancellation))
        {
            (hooks ??= []).Add(hook);
        }

        foreach (var hook in hooks ?? []) await FollowAsync(hook, unit, year, client, cancellation);
    }

    /// <summary>Starts a delivery that is not under way. One that was cut off is found here again.</summary>
    public static async Task StartAsync(DeliveryRef delivery, DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(client);
        var id = InstanceIds.Webhook(delivery.Unit, delivery.Year, delivery.Hook, delivery.Sequence, delivery.Round);
        if (await client.GetInstanceAsync(id, cancellation) is not null) return;
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                WebhookDelivery.V2, delivery, new StartOrchestrationOptions(id), cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Another sweep began the same delivery at the same moment.
            if (await client.GetInstanceAsync(id, cancellation) is null) throw;
        }
    }

    private async Task FollowAsync(
        WebhookRow hook, string unit, int year, DurableTaskClient client, CancellationToken cancellation)
    {
        var (office, key) = (WebhookKeys.Office(unit), WebhookKeys.Cursor(hook.Id(), year));
        var cursor = await storage.Webhooks.FindAsync<WebhookCursorRow>(office, key, cancellation)
            ?? new WebhookCursorRow { PartitionKey = office, RowKey = key };
        var topics = hook.Topics.Split(' ');
        var last = cursor.Sequence;
        await foreach (var entry in book.AfterAsync(unit, year, cursor.Sequence, cancellation))
        {
            last = entry.Sequence;
            if (WebhookTopics.NameOf(entry.Intent) is not { } name || !topics.Contains(WebhookTopics.TopicOf(name)))
                continue;
            await storage.Webhooks.TryInsertAsync(
                new WebhookDeliveryRow
                {
                    PartitionKey = WebhookKeys.Deliveries(unit, hook.Id()),
                    RowKey = WebhookKeys.Delivery(year, entry.Sequence),
                    Event = name,
                    Year = year,
                    Sequence = entry.Sequence,
                    At = clock.GetUtcNow(),
                },
                cancellation);
            await StartAsync(new DeliveryRef(unit, year, hook.Id(), entry.Sequence), client, cancellation);
        }

        if (last == cursor.Sequence) return;
        cursor.Sequence = last;
        await storage.Webhooks.UpsertEntityAsync(cursor, cancellationToken: cancellation);
    }
}
