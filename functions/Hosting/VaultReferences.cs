using Microsoft.Extensions.Configuration;

namespace Sakip.Functions.Hosting;

/// <summary>References to the vault in application settings.</summary>
public static class VaultReferences
{
    private const string Unanswered = "@Microsoft.KeyVault(";

    /// <summary>
    /// A reference that Azure could not answer arrives as its own text. Taken for a password or a key, it would fail
    /// much later and far from its cause.
    /// </summary>
    /// <exception cref="InvalidOperationException">Names every setting whose secret the vault lacks.</exception>
    public static void RefuseUnanswered(this IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var names = configuration.AsEnumerable()
            .Where(setting => setting.Value?.StartsWith(Unanswered, StringComparison.Ordinal) == true)
            .Select(setting => setting.Key).Order().ToList();
        if (names.Count > 0)
            throw new InvalidOperationException($"The vault has no secret for: {string.Join(", ", names)}.");
    }
}
