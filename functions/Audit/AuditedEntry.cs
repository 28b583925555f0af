namespace Sakip.Functions.Audit;

/// <param name="Where">The network address that it was done from; null for what the app does by itself.</param>
internal sealed record AuditedEntry(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Role,
    string Action,
    string Entity,
    string? Note,
    string? DocumentHash,
    string? Where,
    string Hash
);
