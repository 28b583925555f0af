namespace Sakip.Notifications;

/// <summary>What a message was about has passed to somebody else or was withdrawn: it is not sent.</summary>
internal sealed class ObsoleteMessageException(string message) : Exception(message);
