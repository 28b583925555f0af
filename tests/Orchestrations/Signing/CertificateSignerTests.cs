using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using Sakip.Signing;
using static Sakip.Tests.Orchestrations.Signing.SigningWorld;

namespace Sakip.Tests.Orchestrations.Signing;

public sealed class CertificateSignerTests
{
    [Fact]
    public async Task Poppler_finds_the_signature_valid()
    {
        var (_, output) = await RunAsync("pdfsig", await SignAsync(Document(), First));

        Assert.Equal(1, Count(output, "Signature is Valid"));
        Assert.Contains("UJI COBA - Contoh Pertama, S.Kom.", output, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", output, StringComparison.Ordinal);
        Assert.Contains("Total document signed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_signature_keeps_the_first_valid()
    {
        var (_, output) = await RunAsync("pdfsig", await SignTwiceAsync());

        Assert.Equal(2, Count(output, "Signature is Valid"));
        Assert.Equal(0, Count(output, "Invalid"));
    }

    [Fact]
    public async Task The_second_signature_only_adds_to_the_file()
    {
        var once = await SignAsync(Document(), First);
        var twice = await SignAsync(once, Second, slot: 1);

        Assert.Equal(once, twice[..once.Length]);
    }

    [Fact]
    public async Task Qpdf_finds_nothing_wrong_with_a_file_signed_twice()
    {
        var (exitCode, output) = await RunAsync("qpdf", await SignTwiceAsync(), "--check");

        Assert.True(exitCode == 0, output);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(700)]
    public async Task One_changed_byte_makes_the_signature_invalid(int position)
    {
        var signed = await SignAsync(Document(), First);
        signed[position] ^= 1;

        var (_, output) = await RunAsync("pdfsig", signed);

        Assert.Equal(0, Count(output, "Signature is Valid"));
    }

    [Fact]
    public async Task A_file_with_cross_reference_streams_is_updated_in_its_own_kind()
    {
        var (_, pdf) = await ConvertAsync(Document(), "--object-streams=generate");
        var signed = await SignAsync(await SignAsync(pdf, First), Second, slot: 1);

        var (_, output) = await RunAsync("pdfsig", signed);
        var (exitCode, check) = await RunAsync("qpdf", signed, "--check");

        Assert.Equal(2, Count(output, "Signature is Valid"));
        Assert.True(exitCode == 0, check);
        Assert.Equal(
            VerificationOutcome.Trial,
            new SignatureVerifier([TrustAnchor.Trial], TimeProvider.System).Verify(signed).Outcome
        );
    }

    [Fact]
    public async Task An_invisible_signature_is_as_valid()
    {
        var request = Request(Document(), First) with { Appearance = null };
        var signed = await WithCertificate.SignAsync(request, TestContext.Current.CancellationToken);

        var (_, output) = await RunAsync("pdfsig", signed.Pdf);

        Assert.False(signed.IsVisible);
        Assert.Equal(1, Count(output, "Signature is Valid"));
    }

    [Fact]
    public async Task A_field_is_signed_once()
    {
        var once = await SignAsync(Document(), First);

        var refusal = await Assert.ThrowsAsync<DocumentNotSignableException>(() => SignAsync(once, First));

        Assert.Contains("sudah terisi", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 60, 100, "halaman 3")]
    [InlineData(0, 60, 100, "halaman 0")]
    [InlineData(1, 400, 100, "keluar dari halaman")]
    [InlineData(1, 60, -1, "keluar dari halaman")]
    [InlineData(1, double.NaN, 100, "tidak wajar")]
    public async Task A_block_outside_the_document_is_refused(int page, double x, double y, string why)
    {
        var request = Request(Document(), First);
        request = request with { Appearance = request.Appearance! with { Page = page, X = x, Y = y } };

        var refusal = await Assert.ThrowsAsync<DocumentNotSignableException>(() =>
            WithCertificate.SignAsync(request, TestContext.Current.CancellationToken)
        );

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_pdf_is_refused_in_plain_words()
    {
        var refusal = await Assert.ThrowsAsync<DocumentNotSignableException>(() => SignAsync([1, 2, 3], First));

        Assert.Contains("bukan PDF", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_certificate_signs_nothing()
    {
        var late = new FakeTimeProvider(new DateTimeOffset(2041, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var signer = new CertificateSigner(new TrialCertificates(), late);

        await Assert.ThrowsAsync<CertificateExpiredException>(() =>
            signer.SignAsync(Request(Document(), First), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task The_result_tells_hashes_certificate_and_method()
    {
        var pdf = Document();
        var signed = await WithCertificate.SignAsync(Request(pdf, First), TestContext.Current.CancellationToken);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pdf)), signed.HashBefore);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(signed.Pdf)), signed.HashAfter);
        Assert.Equal((SignatureMethod.Certificate, true), (signed.Method, signed.IsVisible));
        Assert.Equal((2020, 2040), (signed.Certificate!.ValidFrom.Year, signed.Certificate.ValidUntil.Year));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
