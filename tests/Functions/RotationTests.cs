using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sakip.Tests.Orchestrations.Signing;

namespace Sakip.Tests.Functions;

/// <summary>An office that signs with a certificate of its own.</summary>
public sealed class CertifiedOffice : RunningOffice
{
    protected override IReadOnlyList<(string Name, string Value)> Settings => Signing("Sertifikat Lama");

    internal static (string Name, string Value)[] Signing(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(
                X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
                critical: true
            )
        );
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2033, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        return
        [
            ("Signing:Method", "Certificate"),
            ("Signing:Certificate", Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12))),
        ];
    }
}

/// <summary>Keys and certificate are changed while steps are open: nothing that was sent or signed loses its force.</summary>
public sealed class RotationTests(CertifiedOffice office) : IClassFixture<CertifiedOffice>
{
    [Fact]
    public async Task A_new_link_key_and_a_new_certificate_leave_open_links_open_and_earlier_signatures_valid()
    {
        await office.OpenSignaturesAsync();
        await SignAsync();
        var sent = office.Letter("Mohon tanda tangan");

        await office.RestartAsync([
            .. CertifiedOffice.Signing("Sertifikat Baru"),
            ("Links:ActiveKey", "baru"),
            ("Links:Keys:baru", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))),
        ]);
        Assert.Equal(200, (await office.GetAsync(sent.Link!)).Status);
        await SignAsync();

        using var answer = await office.Office.PlanAsync(
            HttpMethod.Get,
            RunningOffice.Year + "/agreements/0",
            json: null,
            RunningOffice.Cancellation
        );
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        var (_, said) = await SigningWorld.RunAsync(
            "pdfsig",
            await answer.Content.ReadAsByteArrayAsync(RunningOffice.Cancellation)
        );
        Assert.Equal(2, said.Split("Signature is Valid").Length - 1);
        Assert.Contains("CN=Sertifikat Lama", said, StringComparison.Ordinal);
        Assert.Contains("CN=Sertifikat Baru", said, StringComparison.Ordinal);
    }

    private async Task SignAsync()
    {
        var letter = office.Letter("Mohon tanda tangan");
        var form = await office.FormWithCodeAsync(letter);
        form["tindakan"] = "setuju";
        var (status, page) = await office.PostAsync(letter.Link!, form);
        Assert.True(status == 200, page);
        await office.SettleAsync();
    }
}
