namespace Sakip.Notifications;

public enum DeliveryFault
{
    /// <summary>The service is away or asked to wait: the same message may go through later.</summary>
    Temporary,

    /// <summary>The recipient's address or number is not accepted: a person has to correct it.</summary>
    RecipientRefused,

    /// <summary>
    /// The service does not accept us or the message as configured: an administrator has to act, and the message waits.
    /// </summary>
    Refused,
}

/// <summary>A transport did not get a message accepted. The text names no address, link or code.</summary>
internal sealed class MessageDeliveryException : Exception
{
    public MessageDeliveryException(DeliveryFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    public DeliveryFault Fault { get; }

    public bool IsTemporary => Fault != DeliveryFault.RecipientRefused;

    /// <summary>The service was not reached, or does not let us in: every message meets the same.</summary>
    public bool IsOfConnection { get; init; }
}
