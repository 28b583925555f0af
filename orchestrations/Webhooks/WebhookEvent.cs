using Sakip.Audit;
using Sakip.Kernel;

namespace Sakip.Webhooks;

/// <summary>
/// What a receiver is told of a change: ids and hashes, nobody's name. The rest is read over the API. Changes may arrive
/// twice or out of order; <paramref name="Sequence"/> numbers them within office and year, <paramref name="Id"/> names them.
/// </summary>
internal sealed record WebhookEvent(
    string Id,
    string Event,
    string Office,
    int Year,
    long Sequence,
    DateTimeOffset At,
    string Subject,
    string? DocumentHash
)
{
    public static WebhookEvent Of(string office, int year, AuditEntry entry)
    {
        var intent = entry.Intent;
        return new WebhookEvent(
            FormattableString.Invariant($"{office}:{year}:{entry.Sequence}"),
            WebhookTopics.NameOf(intent) ?? "unknown",
            office,
            year,
            entry.Sequence,
            intent.At,
            intent.Entity,
            intent.DocumentHash
        );
    }

    /// <summary>Sent when somebody tries a receiver out.</summary>
    public static WebhookEvent Trial(string office, int year, DateTimeOffset at) =>
        new(
            FormattableString.Invariant($"{office}:{year}:ping"),
            "ping",
            office,
            year,
            0,
            at,
            $"office:{office}",
            null
        );

    public byte[] Bytes() => SakipJson.Bytes(this);
}
