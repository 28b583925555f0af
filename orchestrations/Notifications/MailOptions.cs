using System.ComponentModel.DataAnnotations;

namespace Sakip.Notifications;

/// <summary>The sender of the app's mail, and how it is carried.</summary>
internal sealed class MailOptions
{
    [Required]
    public string FromName { get; set; } = "Sakip";

    [Required, EmailAddress]
    public string FromAddress { get; set; } = "sakip@" + MessageKeys.LocalDomain;

    /// <summary>Right-hand side of the Message-IDs.</summary>
    [Required]
    public string MessageIdDomain { get; set; } = MessageKeys.LocalDomain;
}
