namespace Sakip.Notifications;

/// <summary>When a message that was not accepted is tried again, and when it is given up and shown to people.</summary>
/// <param name="Name">The policy's name in rows and logs.</param>
/// <param name="Waits">The wait after each failure in turn; after the last one there is no further try.</param>
internal sealed record DeliveryPolicy(string Name, IReadOnlyList<TimeSpan> Waits)
{
    /// <summary>A mail server may be away for half a day without a message being lost.</summary>
    public static DeliveryPolicy Mail { get; } =
        new(
            "mail",
            [
                TimeSpan.FromMinutes(1),
                TimeSpan.FromMinutes(5),
                TimeSpan.FromMinutes(15),
                TimeSpan.FromHours(1),
                TimeSpan.FromHours(4),
                TimeSpan.FromHours(12),
            ]
        );

    /// <summary>Someone waits in front of a page, and the code dies in ten minutes.</summary>
    public static DeliveryPolicy Code { get; } =
        new("code", [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1)]);

    public static DeliveryPolicy For(MessageKind kind) => kind.IsCode() ? Code : Mail;

    /// <summary>The next try after the given number of failures, or null: given up.</summary>
    public DateTimeOffset? NextTry(int failures, DeliveryFault fault, DateTimeOffset failedAt)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(failures);
        return fault != DeliveryFault.RecipientRefused && failures <= Waits.Count
            ? failedAt + Waits[failures - 1]
            : null;
    }
}
