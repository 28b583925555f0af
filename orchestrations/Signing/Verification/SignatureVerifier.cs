using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// Checks the signatures of a PDF that anyone may bring. Whatever the bytes are, it answers and does not throw, and costs a
/// bounded multiple of their number. Thread-safe.
/// </summary>
public sealed class SignatureVerifier(IReadOnlyList<TrustAnchor> anchors, TimeProvider clock)
{
    public const int LargestFile = 32 * 1024 * 1024;
    private const int MostSignatures = 8;

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
        catch (ReadingBudgetException)
        {
            return new VerificationResult(VerificationOutcome.TooCostly, hash, []);
        }
        catch (PdfFormatException)
        {
            return new VerificationResult(VerificationOutcome.NotSigned, hash, []);
        }
    }

    private List<VerifiedSignature> Check(PdfFile file)
    {
        var signed = file.SignatureFieldsOf().Where(f => f.Value is not null).ToList();
        if (signed.Count > MostSignatures)
        {
            throw new ReadingBudgetException("Too many signatures.");
        }

        var found = signed.Select(field => _check.Find(file, field)).OrderBy(s => s.End).ToList();
        var history = RevisionHistory.Read(file, found);
        return
        [
            .. found
                .Where(s => s.Report is not null)
                .Select((s, i) => s.Report! with { Revision = i + 1, LaterChanges = history.ChangesAfter(s) }),
        ];
    }

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
