using System.ComponentModel.DataAnnotations;

namespace Sakip.Notifications;

/// <summary>The gateway to WhatsApp: an endpoint that takes template messages in the Cloud API's form.</summary>
internal sealed class WhatsappOptions
{
    /// <summary>Where messages are posted, the sender's number id included.</summary>
    [Required]
    public Uri? Endpoint { get; set; }

    [Required]
    public string Token { get; set; } = "";

    /// <summary>Approved template for a message with a link; its parameters are name, matter and link.</summary>
    [Required]
    public string TaskTemplate { get; set; } = "sakip_permintaan";

    /// <summary>Approved template for a message without a link; its parameters are name and matter.</summary>
    [Required]
    public string NewsTemplate { get; set; } = "sakip_pemberitahuan";

    [Required]
    public string Language { get; set; } = "id";

    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
