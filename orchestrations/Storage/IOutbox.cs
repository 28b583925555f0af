namespace Sakip.Storage;

/// <summary>Sends what a committed change tells people. Owned here, made where letters are.</summary>
internal interface IOutbox
{
    /// <summary>Sends a message whose time has come and marks it. True when nothing is left to do for it.</summary>
    /// <param name="opened">The step that the message's change has just opened, if it did.</param>
    Task<bool> SendAsync(Subject subject, MessageRow row, CancellationToken cancellation, ApprovalRow? opened = null);

    /// <summary>Whether nothing is left to do for a message: its own row says so, or its line in the lists.</summary>
    Task<bool> IsSettledAsync(Subject subject, MessageRow row, CancellationToken cancellation);
}
