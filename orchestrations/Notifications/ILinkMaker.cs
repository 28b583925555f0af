using Sakip.Storage;

namespace Sakip.Notifications;

/// <summary>Makes the link that a letter carries, and the code that goes with it. Made where steps are decided.</summary>
internal interface ILinkMaker
{
    /// <param name="step">The step that the letter asks for.</param>
    /// <param name="opened">The step that the letter's change has just opened, if it did.</param>
    /// <exception cref="ObsoleteMessageException">The step is no longer the recipient's.</exception>
    Task<StepLink> MakeAsync(
        Subject subject,
        string step,
        MessageRow message,
        ApprovalRow? opened,
        CancellationToken cancellation
    );
}

/// <param name="Path">Below the app's address.</param>
/// <param name="Code">The one-time code, where the letter brings one.</param>
internal sealed record StepLink(string Path, string? Code);
