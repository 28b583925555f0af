using System.IO.Compression;
using System.Text;
using Sakip.Kernel;
using Sakip.Signing;
using static Sakip.Tests.Orchestrations.Signing.SigningWorld;

namespace Sakip.Tests.Orchestrations.Signing;

/// <summary>One budget for all that a check reads: nothing that a file says makes the work more than in proportion to it.</summary>
[Collection("file readings")]
public sealed class VerifierCostTests
{
    private readonly SignatureVerifier _verifier = new([TrustAnchor.Trial], TimeProvider.System);

    [Fact]
    public void More_than_eight_signatures_are_not_checked()
    {
        var pdf = Document();
        for (var i = 0; i < 9; i++)
        {
            pdf = SignedUpdate.Sign(
                pdf,
                (file, update, v) =>
                    SignedUpdate.AddField(file, update, v, $"p{i}", Sakip.Documents.Pdf.Objects.PdfRectangle.Nowhere)
            );
            Assert.Equal(
                i < 8 ? VerificationOutcome.Untrusted : VerificationOutcome.TooCostly,
                _verifier.Verify(pdf).Outcome
            );
        }
    }

    [Fact]
    public void Tables_that_unfold_again_and_again_use_up_the_budget() =>
        Assert.Equal(VerificationOutcome.TooCostly, _verifier.Verify(Tables(100)).Outcome);

    [Fact]
    public async Task The_work_ends_when_whoever_asked_has_left()
    {
        var pdf = await SignTwiceAsync();
        using var left = new CancellationTokenSource();
        using var turn = FileReading.Begin(left.Token, TestContext.Current.CancellationToken);
        await left.CancelAsync();

        Assert.Throws<OperationCanceledException>(() => _verifier.Verify(pdf));
    }

    [Fact]
    public async Task Eight_signatures_cost_in_proportion_to_two()
    {
        var two = await SignAsync(await SignAsync(Document(300), First), Second, slot: 1);
        var eight = two;
        for (var i = 0; i < 6; i++)
        {
            eight = SignedUpdate.Sign(
                eight,
                (file, update, v) =>
                    SignedUpdate.AddField(file, update, v, $"p{i}", Sakip.Documents.Pdf.Objects.PdfRectangle.Nowhere)
            );
        }

        var (few, many) = (Taken(two), Taken(eight));

        Assert.InRange(many, 0, few * 5);
    }

    [Fact]
    public async Task A_verdict_is_kept_by_the_hash_of_the_file()
    {
        var pdf = await SignTwiceAsync();
        var hash = SignedDocument.HashOf(pdf);

        Assert.Null(_verifier.Known(hash));
        Assert.Same(_verifier.VerifyKept(pdf), _verifier.Known(hash));
    }

    private long Taken(byte[] pdf)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _verifier.Verify(pdf);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Tables(int count)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(new byte[4 * 1024 * 1024]);
        }

        using var pdf = new MemoryStream();
        pdf.Write("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"u8);
        long before = 0;
        for (var i = 0; i < count; i++)
        {
            var at = pdf.Position;
            var previous = before == 0 ? "" : $"/Prev {before}";
            pdf.Write(
                Encoding.ASCII.GetBytes(
                    $"{i + 2} 0 obj\n<</Type/XRef/W[1 4 2]/Index[0 1]/Size 9/Root 1 0 R{previous}/Filter/FlateDecode"
                        + $"/Length {packed.Length}>>\nstream\n"
                )
            );
            packed.WriteTo(pdf);
            pdf.Write("\nendstream\nendobj\n"u8);
            before = at;
        }

        pdf.Write(Encoding.ASCII.GetBytes($"startxref\n{before}\n%%EOF\n"));
        return pdf.ToArray();
    }
}
