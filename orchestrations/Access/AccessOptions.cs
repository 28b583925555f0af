namespace Sakip.Access;

/// <summary>Who may sign in, how, and for how long.</summary>
public sealed class AccessOptions
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

    /// <summary>Codes that a mailbox, and an address on the network, may ask for in <see cref="LimitWindow"/>.</summary>
    public int CodesPerMailbox { get; set; } = 5;

    public int CodesPerAddress { get; set; } = 60;

    /// <summary>Codes, right or wrong, that may come from one address on the network in <see cref="LimitWindow"/>.</summary>
    public int TriesPerAddress { get; set; } = 200;

    public TimeSpan LimitWindow { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Proxies before the app that add to <c>X-Forwarded-For</c>, each at its end; 0 where nothing stands before it, and
    /// the header is then ignored.
    /// </summary>
    public int TrustedHops { get; set; }

    /// <summary>Takes the identity that App Service authentication hands over; only where the host says that it is on.</summary>
    public bool Entra { get; set; }
}
