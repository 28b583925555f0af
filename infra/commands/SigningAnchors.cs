using System.Collections;
using System.Security.Cryptography.X509Certificates;
using Sakip.Signing;

namespace Sakip.Commands;

/// <summary>
/// Whose signatures a check takes for genuine, by the settings that the app has: <c>Signing__Method</c> and
/// <c>Signing__TrustedRoots__N</c> of the environment.
/// </summary>
internal static class SigningAnchors
{
    private const string Method = "Signing__Method";
    private const string Roots = "Signing__TrustedRoots__";

    /// <param name="folder">
    /// The data folder, whose app signs on trial unless told otherwise; null for an account in Azure.
    /// </param>
    /// <exception cref="UsageException">A root is no certificate.</exception>
    public static IReadOnlyList<TrustAnchor> Of(string? folder)
    {
        var method = Environment.GetEnvironmentVariable(Method) ?? (folder is null ? "" : "Trial");
        var roots = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Where(entry => ((string)entry.Key).StartsWith(Roots, StringComparison.Ordinal))
            .OrderBy(entry => (string)entry.Key, StringComparer.Ordinal)
            .Select(entry => Root((string)entry.Key, (string)entry.Value!, method));
        // The key of the trial root is in the repository: where documents bind, it speaks for nobody.
        return method == "Trial" ? [TrustAnchor.Trial, .. roots] : [.. roots];
    }

    private static TrustAnchor Root(string name, string value, string method)
    {
        try
        {
            return new TrustAnchor(
                X509CertificateLoader.LoadCertificate(Convert.FromBase64String(value)),
                method == nameof(SignatureMethod.Bsre) ? SignatureMethod.Bsre : SignatureMethod.Certificate
            );
        }
        catch (Exception wrong) when (wrong is FormatException or System.Security.Cryptography.CryptographicException)
        {
            throw new UsageException($"{name} bukan sertifikat dalam base64.");
        }
    }
}
