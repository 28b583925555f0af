using System.ComponentModel.DataAnnotations;

namespace Sakip.Webhooks;

/// <summary>How state changes are told to other systems.</summary>
internal sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Also takes receivers on this machine, over http too: for trials, and refused where the app runs in Azure.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>How long a receiver may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Receivers that an office may have.</summary>
    [Range(1, 50)]
    public int PerOffice { get; set; } = 10;
}
