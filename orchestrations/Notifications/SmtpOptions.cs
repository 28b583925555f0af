using System.ComponentModel.DataAnnotations;

namespace Sakip.Notifications;

public enum SmtpSecurity
{
    /// <summary>STARTTLS, required; usual on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; usual on port 465.</summary>
    Tls,
}

/// <summary>The mail server. The password comes from configuration or Key Vault and is never logged.</summary>
internal sealed class SmtpOptions
{
    [Required]
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>
    /// SHA-256 fingerprint (hex) of the server's certificate, for an office's own mail server whose certificate no
    /// public authority has issued. When it is set, only that certificate is accepted.
    /// </summary>
    [RegularExpression("^[0-9A-Fa-f]{64}$")]
    public string? CertificateSha256 { get; set; }

    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
