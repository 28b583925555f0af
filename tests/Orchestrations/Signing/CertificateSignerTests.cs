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

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
