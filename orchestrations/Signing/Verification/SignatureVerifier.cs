using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// Checks the signatures of a PDF that anyone may bring. Whatever the bytes are, it answers and does not throw, and costs a
/// bounded multiple of their number. Thread-safe.
/// </summary>
public sealed class SignatureVerifier(IReadOnlyList<TrustAnchor> anchors, TimeProvider clock)
{
    public const int LargestFile = 32 * 1024 * 1024;
    private const int MostSignatures = 32;

    private readonly SignatureCheck _check = new(new TrustStore(anchors), clock);

    public VerificationResult Verify(byte[] pdf)
    {
        var hash = SignedDocument.HashOf(pdf);
        if (pdf.Length > LargestFile)
        {
            return new VerificationResult(VerificationOutcome.TooLarge, hash, []);
        }

        try
        {
            var signatures = Check(PdfFile.Open(pdf));
            return new VerificationResult(OutcomeOf(signatures), hash, signatures);
        }
        catch (PdfFormatException)
        {
            return new VerificationResult(VerificationOutcome.NotSigned, hash, []);
        }
    }

    private List<VerifiedSignature> Check(PdfFile file)
    {
        var signed = file.SignatureFieldsOf()
            .Where(f => f.Value is { } value && !IsTimeStampOfDocument(value))
            .ToList();
        return signed.Count > MostSignatures
            ? throw new PdfFormatException("Too many signatures.")
            :
            [
                .. signed
                    .Select(field => (Field: field, Range: ByteRange.Read(file, field.Value!)))
                    .OrderBy(s => s.Range?.End ?? int.MaxValue)
                    .Select((s, i) => _check.Check(file, s.Field, s.Range, revision: i + 1)),
            ];
    }

    private static bool IsTimeStampOfDocument(PdfDictionary signature) =>
        signature.IsNamed("SubFilter", "ETSI.RFC3161");

    private static VerificationOutcome OutcomeOf(List<VerifiedSignature> signatures) => signatures switch
    {
        [] => VerificationOutcome.NotSigned,
        _ when signatures.Exists(s => !s.IsSound) => VerificationOutcome.Broken,
        _ when signatures.Exists(s => s.Trust is CertificateTrust.Unknown or CertificateTrust.Expired) =>
            VerificationOutcome.Untrusted,
        _ when signatures.Exists(s => s.Trust == CertificateTrust.Trial) => VerificationOutcome.Trial,
        _ => VerificationOutcome.Valid,
    };
}
