namespace Sakip.Functions.Notifications;

/// <summary>A message as machines see it: to whom, what kind, how it went.</summary>
internal sealed record SentMessage(
    string Kind,
    string Recipient,
    DateTimeOffset At,
    DateTimeOffset? SentAt,
    DateTimeOffset? GivenUpAt,
    int Failures,
    string? Error
);
