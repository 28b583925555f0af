using System.Net.Http.Headers;
using System.Text;
using Sakip.Rehearsal;
using Sakip.Tests.Orchestrations.Signing;

namespace Sakip.Tests.Functions.Agreements;

/// <summary>Signing at BSrE and in ink through the link's page; security.md 11: the passphrase is nowhere afterwards.</summary>
public sealed class BsreTests(BsreOffice office) : IClassFixture<BsreOffice>
{
    private const string Wrong = "Bukan-Rahasia#1945";

    [Fact]
    public async Task A_party_signs_with_a_passphrase_that_is_kept_nowhere_and_the_other_in_ink()
    {
        office.Service.Status = "EXPIRED";
        await office.OpenSignaturesAsync();
        office.Mailbox.Look();
        Assert.DoesNotContain(
            office.Mailbox.Letters,
            letter => letter.Subject.StartsWith("Mohon tanda tangan", StringComparison.Ordinal)
        );
        Assert.Contains(
            office.Mailbox.Letters,
            letter => letter.Subject.StartsWith("Penandatanganan gagal", StringComparison.Ordinal)
        );

        office.Service.Status = "ISSUE";
        using var redraft = await office.Office.PlanAsync(
            HttpMethod.Post,
            RunningOffice.Year + "/agreements/0/redrafts/1",
            json: null,
            RunningOffice.Cancellation
        );
        Assert.True(redraft.IsSuccessStatusCode);
        await office.SettleAsync();
        await office.CheckAgreementAsync();
        var letter = office.Letter("Mohon tanda tangan");
        Assert.Contains("Passphrase sertifikat Anda", (await office.GetAsync(letter.Link!)).Html);

        var form = await office.FormWithCodeAsync(letter);
        await FailAsMachineAsync(letter, form["kode"]);
        form = await office.FormWithCodeAsync(letter);
        form["tindakan"] = "setuju";
        await FailAsync(letter, form, Mood.Honest, Wrong, 422, "Passphrase atau kode sekali pakai salah");
        await FailAsync(letter, form, Mood.Expired, BsreStandIn.Passphrase, 502, "kedaluwarsa");
        await FailAsync(letter, form, Mood.FailsWithoutReason, BsreStandIn.Passphrase, 502, "terganggu");

        // A visible signature that the service cannot set is followed by an invisible one.
        office.Service.Mood = Mood.FailsOnVisible;
        form["sandi"] = BsreStandIn.Passphrase;
        Assert.Equal(200, (await office.PostAsync(letter.Link!, form)).Status);
        await office.SettleAsync();
        var last = office.Service.Received.Last(body => body["signatureProperties"] is not null);
        Assert.Equal("INVISIBLE", (string)last["signatureProperties"]![0]!["tampilan"]!);
        Assert.Equal(BsreStandIn.Nik, (string)last["nik"]!);

        await SignInInkAsync(office.Letter("Mohon tanda tangan"));
        office.Mailbox.Look();
        Assert.Contains(
            office.Mailbox.Letters,
            told => told.Subject.EndsWith("telah berlaku", StringComparison.Ordinal)
        );
        await office.StopAsync();
        AssertNowhere(BsreStandIn.Passphrase);
        AssertNowhere(Wrong);
    }

    private async Task FailAsync(
        Letter letter,
        Dictionary<string, string> form,
        Mood mood,
        string passphrase,
        int status,
        string words
    )
    {
        office.Service.Mood = mood;
        form["sandi"] = passphrase;
        var (answered, page) = await office.PostAsync(letter.Link!, form);
        Assert.Equal(status, answered);
        Assert.Contains(words, page);
        Assert.DoesNotContain(passphrase, page);
    }

    // A machine that hands the passphrase in; a key keeps its answer, and not what it was asked.
    private async Task FailAsMachineAsync(Letter letter, string code)
    {
        office.Service.Mood = Mood.Honest;
        var step = "api/steps/" + letter.Link!.Segments[^1];
        var (_, read) = await office.JsonAsync(HttpMethod.Get, step);
        Assert.True(read.GetProperty("canSignInInk").GetBoolean());
        var actionToken = read.GetProperty("actionToken").GetString();
        var (wrong, told) = await office.JsonAsync(
            HttpMethod.Post,
            step,
            new
            {
                action = "approve",
                actionToken,
                code,
                passphrase = Wrong,
            },
            ("Idempotency-Key", "tanda-tangan-1")
        );
        Assert.Equal(422, wrong);
        Assert.Contains("Passphrase", told.GetProperty("detail").GetString(), StringComparison.Ordinal);
        byte[][][] scans =
        [
            [],
            ["bukan gambar"u8.ToArray()],
        ];
        foreach (var scan in scans)
        {
            var (status, _) = await office.JsonAsync(
                HttpMethod.Post,
                step,
                new
                {
                    action = "sign-ink",
                    actionToken,
                    code,
                    scan,
                }
            );
            Assert.Equal(422, status);
        }
    }

    private async Task SignInInkAsync(Letter letter)
    {
        var form = await office.FormWithCodeAsync(letter);
        form["tindakan"] = "tanda-basah";
        Assert.Equal(422, (await office.PostAsync(letter.Link!, form)).Status);
        Assert.Contains("bukan gambar", (await UploadAsync(letter, form, "bukan gambar"u8.ToArray())).Html);
        var (status, page) = await UploadAsync(letter, form, Scan());
        Assert.True(status == 200, page);
        await office.SettleAsync();
    }

    private async Task<(int Status, string Html)> UploadAsync(
        Letter letter,
        Dictionary<string, string> form,
        byte[] scan
    )
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in form)
            body.Add(new StringContent(value), name);
        var image = new ByteArrayContent(scan);
        image.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        body.Add(image, "pindaian", "halaman-1.png");
        using var answer = await office.Http.PostAsync(
            new Uri(letter.Link!.PathAndQuery, UriKind.Relative),
            body,
            RunningOffice.Cancellation
        );
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    private static byte[] Scan()
    {
        using var bitmap = new SkiaSharp.SKBitmap(400, 560);
        bitmap.Erase(SkiaSharp.SKColors.White);
        using var png = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 90);
        return png.ToArray();
    }

    // Tables, blobs, the engine's history, the log, the letters and the documents all lie under these two folders.
    private void AssertNowhere(string secret)
    {
        string[] forms =
        [
            secret,
            Uri.EscapeDataString(secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
            System.Text.Json.JsonEncodedText.Encode(secret).ToString(),
        ];
        var looked = 0;
        foreach (var folder in new[] { office.Options.Data, office.Options.Out })
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                var bytes = File.ReadAllBytes(file);
                looked++;
                foreach (var form in forms)
                {
                    Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(form)) < 0, $"{file} holds the secret.");
                    Assert.True(
                        bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(form)) < 0,
                        $"{file} holds the secret."
                    );
                }
            }
        }

        Assert.True(looked > 10);
        Assert.Contains("engine.db", Directory.EnumerateFiles(office.Options.Data).Select(Path.GetFileName));
    }
}
