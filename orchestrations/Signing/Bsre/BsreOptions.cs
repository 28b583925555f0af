using System.Text;

namespace Sakip.Signing;

/// <summary>How the agency's Esign client service (version 2) is reached.</summary>
internal sealed class BsreOptions
{
    /// <summary>Root of the service; <c>api/v2/…</c> is appended.</summary>
    public required Uri BaseAddress { get; init; }

    public required string UserName { get; init; }

    /// <summary>Of the agency's account at the service, from Key Vault; not a signer's passphrase.</summary>
    public required string Password { get; init; }

    /// <summary>Signing a long document takes the service many seconds.</summary>
    public TimeSpan SignTimeout { get; init; } = TimeSpan.FromSeconds(90);

    public TimeSpan StatusTimeout { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan VerifyTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Attempts in all, where an attempt may be repeated (<see cref="BsreRetry"/>).</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Before the second attempt; doubled before each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <exception cref="ArgumentException">A value is missing or out of range; the message names it.</exception>
    public void Validate()
    {
        var isSafe = BaseAddress.IsAbsoluteUri && (BaseAddress.Scheme == Uri.UriSchemeHttps || BaseAddress.IsLoopback);
        Require(isSafe, "BaseAddress must be an https address.");
        Require(
            !string.IsNullOrWhiteSpace(UserName) && !UserName.Contains(':', StringComparison.Ordinal),
            "UserName is not usable."
        );
        Require(!string.IsNullOrEmpty(Password), "Password is missing.");
        Require(Attempts is >= 1 and <= 10, "Attempts must lie in 1..10.");
        Require(
            new[] { SignTimeout, StatusTimeout, VerifyTimeout, FirstDelay }.All(t => t > TimeSpan.Zero),
            "Times must be positive."
        );
    }

    internal string BasicCredentials() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserName}:{Password}"));

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException($"BSrE: {message}");
        }
    }
}
