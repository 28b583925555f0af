using System.ComponentModel.DataAnnotations;

namespace Sakip.Approvals;

/// <summary>Keys that links and one-time codes are signed with.</summary>
internal sealed class LinkOptions
{
    public const string Section = "Links";

    /// <summary>Id of the key that new links are signed with.</summary>
    [Required]
    public string ActiveKey { get; set; } = "";

    /// <summary>Keys by id, base64, at least 32 bytes. A retired key stays until the links signed with it have expired.</summary>
    public Dictionary<string, string> Keys { get; } = [];

    /// <summary>How long a one-time code holds.</summary>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Wrong codes after which a code dies.</summary>
    public int CodeTries { get; set; } = 5;

    /// <summary>Codes that one step may ask for.</summary>
    public int CodesPerStep { get; set; } = 10;

    /// <summary>Codes that a mailbox, and an address on the network, may ask for in <see cref="LimitWindow"/>.</summary>
    public int CodesPerMailbox { get; set; } = 8;

    public int CodesPerAddress { get; set; } = 2000;

    /// <summary>Codes, right or wrong, that may come from one address on the network in <see cref="LimitWindow"/>.</summary>
    public int TriesPerAddress { get; set; } = 2000;

    public TimeSpan LimitWindow { get; set; } = TimeSpan.FromMinutes(15);
}
