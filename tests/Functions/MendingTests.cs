using Azure.Storage.Blobs;
using Sakip.Functions.Access;
using Sakip.Rehearsal;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions;

/// <summary>What time does not mend, from the failure over the administrator's page to the year that goes on.</summary>
public sealed class MendingTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Page = "kantor/biro-organisasi/2024/keadaan";
    private const string Administrator = "delapan.belas.rahayu@contoh.example";

    [Fact]
    public async Task Content_that_is_gone_holds_the_year_until_it_is_back_and_an_administrator_has_it_tried_again()
    {
        await office.OpenSignaturesAsync();
        const string Asked = "Mohon tanda tangan: Perjanjian Kinerja";
        await SignAsync(office.Letter(Asked), await office.FormWithCodeAsync(office.Letter(Asked)));
        var last = office.Letter(Asked);
        var form = await office.FormWithCodeAsync(last);
        var lost = await TakeAwayAsync();
        // What the app remembers of it is gone as well.
        await office.RestartAsync();
        await SignAsync(last, form);

        using var administrator = await Person.SignedInAsync(office, Administrator);
        var (held, token) = await ReadAsync(administrator);
        await TryAgainAsync(administrator, token!);
        var (stillHeld, _) = await ReadAsync(administrator);
        foreach (var (name, content) in lost)
            await Snapshots().GetBlobClient(name).UploadAsync(content, RunningOffice.Cancellation);
        var (heldBefore, before) = (await AgreementAsync(), await ReadAsync(administrator));
        await TryAgainAsync(administrator, before.Token!);
        var (well, _) = await ReadAsync(administrator);

        foreach (var page in (string[])[held, stillHeld])
        {
            Assert.Contains("1 hal tidak akan lanjut sendiri", page, StringComparison.Ordinal);
            Assert.Contains("isi yang tersimpan rusak atau hilang", page, StringComparison.Ordinal);
            Assert.Contains("memulihkan isi itu dari cadangan (PutAgreementInForce)", page, StringComparison.Ordinal);
            Assert.Contains("tekan Coba lagi", page, StringComparison.Ordinal);
        }

        Assert.Contains("Semua berjalan", well, StringComparison.Ordinal);
        Assert.DoesNotContain("InForce", heldBefore, StringComparison.Ordinal);
        Assert.Contains("InForce", await AgreementAsync(), StringComparison.Ordinal);
        // The quarters wait for their windows.
        Assert.Contains("Triwulan", well, StringComparison.Ordinal);
    }

    private async Task SignAsync(Letter letter, Dictionary<string, string> form)
    {
        form["tindakan"] = "setuju";
        Assert.Equal(200, (await office.PostAsync(letter.Link!, form)).Status);
        await office.SettleAsync();
    }

    private async Task<string> AgreementAsync() =>
        (await office.JsonAsync(HttpMethod.Get, RunningOffice.Year + "/agreements")).Json.GetRawText();

    private static async Task<(string Said, string? Token)> ReadAsync(Person administrator)
    {
        using var answer = await administrator.GetAsync(Page);
        var html = await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation);
        return (html, PageForm.Read(html)?.Fields.GetValueOrDefault(FormTokens.Field));
    }

    private async Task TryAgainAsync(Person administrator, string token)
    {
        using var answer = await administrator.PostAsync(
            Page,
            new Dictionary<string, string> { [FormTokens.Field] = token }
        );
        Assert.Equal(303, (int)answer.StatusCode);
        await office.SettleAsync();
    }

    private BlobContainerClient Snapshots() => new(StoredRows.Connection(office.Options), "snapshots");

    /// <summary>Removes what the agreement was made of; gives what brings it back.</summary>
    private async Task<List<(string Name, BinaryData Content)>> TakeAwayAsync()
    {
        var gone = new List<(string, BinaryData)>();
        await foreach (var one in Snapshots().GetBlobsAsync(cancellationToken: RunningOffice.Cancellation))
        {
            var blob = Snapshots().GetBlobClient(one.Name);
            var content = (await blob.DownloadContentAsync(RunningOffice.Cancellation)).Value.Content;
            // Without the plan nothing at all can be shown.
            if (content.ToString().Contains("\"strategicPlan\"", StringComparison.Ordinal))
                continue;
            gone.Add((one.Name, content));
            await blob.DeleteAsync(cancellationToken: RunningOffice.Cancellation);
        }

        Assert.NotEmpty(gone);
        return gone;
    }
}
