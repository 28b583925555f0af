using Microsoft.Azure.Functions.Worker;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Webhooks;

/// <summary>Names a delivery; what is told stands on the audit chain.</summary>
internal sealed record DeliveryRef(string Unit, int Year, string Hook, long Sequence, int Round = 0)
{
    internal OfficeYear Office => new(Unit, Year);
}

/// <summary>A receiver did not take a delivery; the policy says when it is tried again.</summary>
internal sealed class WebhookRefusedException(string message) : Exception(message)
{
    public WebhookRefusedException()
        : this("The receiver did not take the delivery.") { }

    public WebhookRefusedException(string message, Exception inner)
        : this(message) => _ = inner;
}

/// <summary>Sends deliveries and keeps how they went.</summary>
internal sealed class WebhookActivities(
    OfficeStorage storage,
    AuditBook book,
    WebhookSender sender,
    WebhookSecrets secrets,
    TimeProvider clock
)
{
    [Function(nameof(DeliverWebhook))]
    public async Task DeliverWebhook([ActivityTrigger] DeliveryRef delivery, CancellationToken cancellation)
    {
        var hook = await storage.Webhooks.FindAsync<WebhookRow>(
            WebhookKeys.Office(delivery.Unit),
            WebhookKeys.Of(delivery.Hook),
            cancellation
        );
        var row = await FindAsync(delivery, cancellation);
        if (row is null || row.State != nameof(DeliveryState.Waiting) || row.Round != delivery.Round)
            return;
        var result = hook is null
            ? new SendResult(null, "Penerima ini sudah dihapus.", true)
            : await SendAsync(hook, delivery, cancellation);
        await KeepAsync(delivery, result, cancellation);
        if (result is { Error: not null, IsFinal: false })
            throw new WebhookRefusedException(result.Error);
    }

    [Function(nameof(GiveUpWebhook))]
    public Task GiveUpWebhook([ActivityTrigger] DeliveryRef delivery, CancellationToken cancellation) =>
        storage.Webhooks.ChangeAsync<WebhookDeliveryRow>(
            WebhookKeys.Deliveries(delivery.Unit, delivery.Hook),
            WebhookKeys.Delivery(delivery.Year, delivery.Sequence),
            row =>
            {
                if (row.State != nameof(DeliveryState.Waiting) || row.Round != delivery.Round)
                    return false;
                row.State = nameof(DeliveryState.Failed);
                row.Error ??= "Kesalahan sistem saat mengirim.";
                return true;
            },
            cancellation
        );

    private async Task<SendResult> SendAsync(WebhookRow hook, DeliveryRef delivery, CancellationToken cancellation)
    {
        if (secrets.Open(hook.Secret, WebhookDesk.BoundTo(delivery.Unit, delivery.Hook)) is not { } secret)
            return new(null, "Rahasia penerima ini tidak dapat dibaca lagi; buat rahasia baru.", true);
        if (await book.FindAsync(delivery.Office, delivery.Sequence, cancellation) is not { } entry)
            return new(null, "Entri jejak audit yang hendak dikirim tidak ada.", true);
        // The receiver compares the time with its own clock, which is no virtual one.
        var (told, now) = (WebhookEvent.Of(delivery.Unit, delivery.Year, entry), TimeProvider.System.GetUtcNow());
        var body = told.Bytes();
        var former =
            hook.FormerUntil > now
                ? secrets.Open(hook.FormerSecret!, WebhookDesk.BoundTo(delivery.Unit, delivery.Hook))
                : null;
        string[] keys = former is null ? [secret] : [secret, former];
        return await sender.SendAsync(
            new Uri(hook.Url),
            told,
            body,
            WebhookSignature.Write(now, body, keys),
            cancellation
        );
    }

    private Task<WebhookDeliveryRow?> KeepAsync(
        DeliveryRef delivery,
        SendResult result,
        CancellationToken cancellation
    ) =>
        storage.Webhooks.ChangeAsync<WebhookDeliveryRow>(
            WebhookKeys.Deliveries(delivery.Unit, delivery.Hook),
            WebhookKeys.Delivery(delivery.Year, delivery.Sequence),
            row =>
            {
                row.Tries++;
                row.TriedAt = clock.GetUtcNow();
                (row.Status, row.Error) = (result.Status, result.Error);
                if (result.Error is null)
                    row.State = nameof(DeliveryState.Delivered);
                else if (result.IsFinal)
                    row.State = nameof(DeliveryState.Failed);
                return true;
            },
            cancellation
        );

    private Task<WebhookDeliveryRow?> FindAsync(DeliveryRef delivery, CancellationToken cancellation) =>
        storage.Webhooks.FindAsync<WebhookDeliveryRow>(
            WebhookKeys.Deliveries(delivery.Unit, delivery.Hook),
            WebhookKeys.Delivery(delivery.Year, delivery.Sequence),
            cancellation
        );
}
