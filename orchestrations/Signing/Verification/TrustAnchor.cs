using System.Security.Cryptography.X509Certificates;

namespace Sakip.Signing;

/// <summary>A root certificate and what a signature under it counts as.</summary>
internal sealed record TrustAnchor(X509Certificate2 Root, SignatureMethod Method, bool IsTrial = false)
{
    /// <summary>The root of <see cref="TrialCertificates"/>.</summary>
    public static TrustAnchor Trial => new(TrialCertificates.Root, SignatureMethod.Certificate, IsTrial: true);
}

/// <summary>The configured roots. Nothing is fetched and revocation is not asked for: the check works offline and at once.</summary>
internal sealed class TrustStore(IReadOnlyList<TrustAnchor> anchors)
{
    public TrustAnchor? Find(X509Certificate2 certificate, X509Certificate2Collection others, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(anchors.Select(a => a.Root).ToArray());
        policy.ExtraStore.AddRange(others);
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.VerificationTime = at.UtcDateTime;
        return chain.Build(certificate)
            ? anchors.FirstOrDefault(a =>
                a.Root.RawDataMemory.Span.SequenceEqual(chain.ChainElements[^1].Certificate.RawData)
            )
            : null;
    }
}
