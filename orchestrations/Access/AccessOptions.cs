namespace Sakip.Access;

/// <summary>Who may sign in, how, and for how long.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>Mail addresses of those who look after the system: they administer every office, also before one exists.</summary>
    public IList<string> Administrators { get; } = [];

    /// <summary>A session ends after this time, whatever is done in it.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>A session ends when nothing was done in it for this time.</summary>
    public TimeSpan IdleLifetime { get; set; } = TimeSpan.FromHours(2);

    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Wrong codes after which a code dies.</summary>
    public int CodeTries { get; set; } = 5;

    /// <summary>
    /// Codes that one browser may ask for a mailbox in <see cref="LimitWindow"/>; an address on the network three times as
    /// many, browser or address four times as many in a day, all together twenty times as many in a day.
    /// </summary>
    public int CodesPerMailbox { get; set; } = 5;

    /// <summary>Codes that may be asked for from one address on the network in <see cref="LimitWindow"/>: a whole office's.</summary>
    public int CodesPerAddress { get; set; } = 2000;

    /// <summary>Codes, right or wrong, that may come from one address on the network in <see cref="LimitWindow"/>.</summary>
    public int TriesPerAddress { get; set; } = 2000;

    public TimeSpan LimitWindow { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Proxies before the app that add to <c>X-Forwarded-For</c>, each at its end; 0 where nothing stands before it, and
    /// the header is then ignored.
    /// </summary>
    public int TrustedHops { get; set; }

    /// <summary>
    /// Keys that open one office each. The host knows such a key by any name; here it is known by its hash. Every other
    /// key opens all offices.
    /// </summary>
    public IList<OfficeKey> OfficeKeys { get; } = [];

    /// <summary>Takes the identity that App Service authentication hands over; only where the host says that it is on.</summary>
    public bool Entra { get; set; }
}

/// <summary>A function key of one office.</summary>
internal sealed class OfficeKey
{
    /// <summary>Code of the office.</summary>
    public string Unit { get; set; } = "";

    /// <summary>SHA-256 of the key, 64 hexadecimal digits.</summary>
    public string Sha256 { get; set; } = "";
}
