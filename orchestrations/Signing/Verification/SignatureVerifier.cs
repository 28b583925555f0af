using System.Collections.Concurrent;
using Sakip.Documents.Pdf.Objects;
using Sakip.Kernel;

namespace Sakip.Signing;

/// <summary>
/// Checks the signatures of a PDF that anyone may bring. Whatever the bytes are, it answers and does not throw, and costs
/// no more than one budget for all that it reads; it ends with the <see cref="FileReading"/> it is part of. Thread-safe.
/// </summary>
internal sealed class SignatureVerifier(IReadOnlyList<TrustAnchor> anchors, TimeProvider clock)
{
    public const int LargestFile = 32 * 1024 * 1024;
    private const int MostSignatures = 8;
    private const long MostBytes = 192L * 1024 * 1024;
    private const long MostObjects = 8_000_000;

    private const int MostKnown = 2_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, VerificationResult Result)> _known = new(
        StringComparer.Ordinal
    );

    private readonly SignatureCheck _check = new(new TrustStore(anchors), clock);

    /// <summary>The verdict on a file of our own that was checked within the hour; certificates expire by the day.</summary>
    public VerificationResult? Known(string hash) =>
        _known.TryGetValue(hash, out var known) && clock.GetUtcNow() - known.At < Kept ? known.Result : null;

    /// <summary>Checks a file of our own and remembers the verdict, so that asking again costs nothing.</summary>
    public VerificationResult VerifyKept(byte[] pdf)
    {
        var result = Verify(pdf);
        if (_known.Count >= MostKnown)
            _known.Clear();
        _known[result.Hash] = (clock.GetUtcNow(), result);
        return result;
    }

    public VerificationResult Verify(byte[] pdf)
    {
        var hash = SignedDocument.HashOf(pdf);
        if (pdf.Length > LargestFile)
        {
            return new VerificationResult(VerificationOutcome.TooLarge, hash, []);
        }

        try
        {
            var budget = new ReadingBudget(MostBytes, MostObjects, FileReading.Longest, FileReading.Cancellation);
            var signatures = Check(PdfFile.Open(pdf, budget));
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

    private static VerificationOutcome OutcomeOf(List<VerifiedSignature> signatures) =>
        signatures switch
        {
            [] => VerificationOutcome.NotSigned,
            _ when signatures.Exists(s => !s.IsSound) => VerificationOutcome.Broken,
            _ when signatures.Exists(s => s.Trust is CertificateTrust.Unknown or CertificateTrust.Expired) =>
                VerificationOutcome.Untrusted,
            _ when signatures.Exists(s => s.Trust == CertificateTrust.Trial) => VerificationOutcome.Trial,
            _ => VerificationOutcome.Valid,
        };
}
