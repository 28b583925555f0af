using System.Security.Cryptography;
using Azure;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Webhooks;

/// <summary>A receiver as it is shown: without its secret.</summary>
internal sealed record Webhook(
    string Id,
    string Url,
    IReadOnlyList<string> Topics,
    string CreatedBy,
    DateTimeOffset CreatedAt
);

/// <param name="Secret">Shown this once.</param>
internal sealed record NewWebhook(string Id, string Url, IReadOnlyList<string> Topics, string Secret);

internal sealed record WebhookDelivered
{
    public required string Event { get; init; }

    public required int Year { get; init; }

    public required long Sequence { get; init; }

    public required DeliveryState State { get; init; }

    public required int Tries { get; init; }

    public required int? Status { get; init; }

    public required string? Error { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset? TriedAt { get; init; }
}

/// <summary>What an office sets about its receivers, and how deliveries went.</summary>
internal sealed class WebhookDesk(
    OfficeStorage storage,
    AuditBook book,
    WebhookSecrets secrets,
    WebhookSender sender,
    Ledger ledger,
    IOptions<WebhookOptions> options,
    TimeProvider clock
)
{
    /// <summary>How long both secrets hold after a change.</summary>
    public static readonly TimeSpan ChangeOver = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<Webhook>> ListAsync(string unit, CancellationToken cancellation)
    {
        var all = new List<Webhook>();
        await foreach (
            var row in storage.Webhooks.UnderAsync<WebhookRow>(
                WebhookKeys.Office(unit),
                WebhookKeys.HookPrefix,
                cancellation
            )
        )
        {
            all.Add(Shown(row));
        }

        return [.. all.OrderBy(hook => hook.CreatedAt)];
    }

    public async Task<Webhook?> FindAsync(string unit, string hook, CancellationToken cancellation) =>
        await RowAsync(unit, hook, cancellation) is { } row ? Shown(row) : null;

    /// <summary>Adds a receiver; it is told what happens from now on.</summary>
    public async Task<(NewWebhook? Made, string? Error)> AddAsync(
        OfficeYear office,
        string? url,
        IReadOnlyList<string> topics,
        Actor by,
        CancellationToken cancellation
    )
    {
        if (Refuse(url, topics) is { } error)
            return (null, error);
        url = WebhookAddress.Normal(url!);
        var standing = await ListAsync(office.Unit, cancellation);
        if (standing.Count >= options.Value.PerOffice)
            return (null, $"Paling banyak {options.Value.PerOffice} penerima; hapus yang tidak dipakai lagi.");
        if (standing.Any(hook => hook.Url == url))
            return (null, "Alamat ini sudah terdaftar.");
        var (id, secret) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)), WebhookSecrets.Make());
        foreach (var (unitOf, yearOf) in await book.ChainsAsync(cancellation))
        {
            if (unitOf == office.Unit)
                await SetCursorAsync(new OfficeYear(office.Unit, yearOf), id, cancellation);
        }

        await storage.Webhooks.AddEntityAsync(
            new WebhookRow
            {
                PartitionKey = WebhookKeys.Office(office.Unit),
                RowKey = WebhookKeys.Of(id),
                Url = url,
                Topics = string.Join(' ', WebhookTopics.All.Where(topics.Contains)),
                Secret = secrets.Seal(secret, BoundTo(office.Unit, id)),
                CreatedBy = by.Official,
                CreatedAt = clock.GetUtcNow(),
            },
            cancellation
        );
        await AuditAsync(office, id, AuditAction.AddWebhook, new Uri(url).Host, by, cancellation);
        return (new NewWebhook(id, url, topics, secret), null);
    }

    /// <summary>Makes a new secret; the former one signs too for a day. Null where there is no such receiver.</summary>
    public async Task<NewWebhook?> RotateAsync(OfficeYear office, string hook, Actor by, CancellationToken cancellation)
    {
        var secret = WebhookSecrets.Make();
        var row = await storage.Webhooks.ChangeAsync<WebhookRow>(
            WebhookKeys.Office(office.Unit),
            WebhookKeys.Of(hook),
            standing =>
            {
                // A receiver's clock is no virtual one.
                (standing.FormerSecret, standing.FormerUntil) = (
                    standing.Secret,
                    TimeProvider.System.GetUtcNow() + ChangeOver
                );
                standing.Secret = secrets.Seal(secret, BoundTo(office.Unit, hook));
                return true;
            },
            cancellation
        );
        if (row is null)
            return null;
        await AuditAsync(office, hook, AuditAction.RenewWebhookSecret, new Uri(row.Url).Host, by, cancellation);
        var shown = Shown(row);
        return new NewWebhook(shown.Id, shown.Url, shown.Topics, secret);
    }

    public async Task<bool> RemoveAsync(OfficeYear office, string hook, Actor by, CancellationToken cancellation)
    {
        if (await RowAsync(office.Unit, hook, cancellation) is not { } row)
            return false;
        await storage.Webhooks.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        await AuditAsync(office, hook, AuditAction.RemoveWebhook, new Uri(row.Url).Host, by, cancellation);
        return true;
    }

    /// <summary>Sends a trial at once and says how it went; null where there is no such receiver.</summary>
    public async Task<SendResult?> TryAsync(OfficeYear office, string hook, CancellationToken cancellation)
    {
        if (await RowAsync(office.Unit, hook, cancellation) is not { } row)
            return null;
        if (secrets.Open(row.Secret, BoundTo(office.Unit, hook)) is not { } secret)
            return new SendResult(null, "Rahasia penerima ini tidak dapat dibaca lagi; buat rahasia baru.", true);
        var told = WebhookEvent.Trial(office.Unit, office.Year, clock.GetUtcNow());
        var body = told.Bytes();
        var signature = WebhookSignature.Write(TimeProvider.System.GetUtcNow(), body, [secret]);
        return await sender.SendAsync(new Uri(row.Url), told, body, signature, cancellation);
    }

    /// <summary>Deliveries to a receiver, newest first.</summary>
    public AsyncPageable<WebhookDeliveryRow> Deliveries(string unit, string hook, CancellationToken cancellation) =>
        storage.Webhooks.UnderAsync<WebhookDeliveryRow>(WebhookKeys.Deliveries(unit, hook), "", cancellation);

    public static WebhookDelivered Shown(WebhookDeliveryRow row)
    {
        return new()
        {
            Event = row.Event,
            Year = row.Year,
            Sequence = row.Sequence,
            State = Enum.Parse<DeliveryState>(row.State),
            Tries = row.Tries,
            Status = row.Status,
            Error = row.Error,
            At = row.At,
            TriedAt = row.TriedAt,
        };
    }

    /// <summary>Sends once more what was given up or taken. False where it is under way or unknown.</summary>
    public async Task<bool> RepeatAsync(
        string unit,
        string hook,
        int year,
        long sequence,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var isNew = false;
        var row = await storage.Webhooks.ChangeAsync<WebhookDeliveryRow>(
            WebhookKeys.Deliveries(unit, hook),
            WebhookKeys.Delivery(year, sequence),
            standing =>
            {
                isNew = standing.State != nameof(DeliveryState.Waiting);
                if (!isNew)
                    return false;
                standing.Round++;
                (standing.State, standing.Tries, standing.Status, standing.Error) = (
                    nameof(DeliveryState.Waiting),
                    0,
                    null,
                    null
                );
                return true;
            },
            cancellation
        );
        if (row is null || !isNew)
            return false;
        await WebhookFeed.StartAsync(new DeliveryRef(unit, year, hook, sequence, row.Round), client, cancellation);
        return true;
    }

    internal static string BoundTo(string unit, string hook) => Keys.Join(unit, hook);

    private string? Refuse(string? url, IReadOnlyList<string> topics) =>
        WebhookAddress.Refuse(url ?? "", options.Value.AllowLoopback)
        ?? (
            topics.Count == 0 || topics.Except(WebhookTopics.All).Any()
                ? $"Pilih paling sedikit satu topik: {string.Join(", ", WebhookTopics.All)}."
                : null
        );

    private async Task SetCursorAsync(OfficeYear office, string hook, CancellationToken cancellation) =>
        await storage.Webhooks.TryInsertAsync(
            new WebhookCursorRow
            {
                PartitionKey = WebhookKeys.Office(office.Unit),
                RowKey = WebhookKeys.Cursor(hook, office.Year),
                Sequence = (await book.HeadAsync(office, cancellation)).Sequence,
            },
            cancellation
        );

    private Task<WebhookRow?> RowAsync(string unit, string hook, CancellationToken cancellation) =>
        storage.Webhooks.FindAsync<WebhookRow>(WebhookKeys.Office(unit), WebhookKeys.Of(hook), cancellation);

    private async Task AuditAsync(
        OfficeYear office,
        string hook,
        AuditAction action,
        string note,
        Actor by,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var change = new SubjectChange(
            new PlanSubject(office),
            FormattableString.Invariant($"{action}:{hook}:{now.ToUnixTimeMilliseconds()}"),
            now
        ).By(by, action, note: note);
        await ledger.CommitAsync(change, cancellation);
        await ledger.SettleAsync(change, cancellation);
    }

    private static Webhook Shown(WebhookRow row) =>
        new(row.Id(), row.Url, row.Topics.Split(' '), row.CreatedBy, row.CreatedAt);
}
