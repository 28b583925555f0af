using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Sakip.Rehearsal;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions.Agreements;

/// <summary>An agreement from the planner's side: returned, drafted again, signed, revised, compared, checked by anybody.</summary>
public sealed partial class AgreementPageTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Planner = "tiga.belas";
    private const string Pages = "kantor/biro-organisasi/2024/";

    [Fact]
    public async Task An_agreement_is_returned_drafted_again_checked_signed_and_then_checked_by_anybody()
    {
        await office.StartYearAsync();
        using var planner = await Person.SignedInAsync(office, AddressOf(office, Planner));
        await ReturnAsync("Mohon diperiksa", "Pagu program perpustakaan belum sama dengan DPA.");
        Assert.Contains(
            "Pagu program perpustakaan",
            office.Mailbox.Letters[^1].Subject + await TextAsync(planner, "perjanjian/0")
        );

        var page = await TextAsync(planner, "perjanjian/0");
        Assert.Contains("Perlu perbaikan", page);
        Assert.Contains("Dikembalikan untuk diperbaiki", page);
        using var again = await PostFormAsync(planner, page, "susun-ulang");
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        using var twice = await PostFormAsync(planner, page, "susun-ulang");
        Assert.Equal(HttpStatusCode.SeeOther, twice.StatusCode);
        await office.SettleAsync();
        Assert.Contains("Diajukan untuk diperiksa", await TextAsync(planner, "perjanjian/0"));

        await ReissueAsync(planner);
        await ApproveAsync(office.Letter("Tautan baru").Link!);
        await office.SignAsBothPartiesAsync();
        Assert.Contains("Berlaku", await TextAsync(planner, "perjanjian"));
        await CheckByAnybodyAsync(planner);
        await ReviseAsync(planner);
    }

    // security.md 3: a link after reissue.
    private async Task ReissueAsync(Person planner)
    {
        var former = office.Letter("Mohon diperiksa").Link!;
        var page = await TextAsync(planner, "persetujuan");
        Assert.Contains("Pemeriksaan: Perjanjian Kinerja Tahun 2024", page);
        using var answer = await PostFormAsync(planner, page, "kirim-ulang");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await office.SettleAsync();

        Assert.Equal(404, (await office.GetAsync(former)).Status);
        var renewed = office.Letter("Tautan baru").Link!;
        Assert.Equal(200, (await office.GetAsync(renewed)).Status);
        using var api = await office.Office.PlanAsync(
            HttpMethod.Post,
            RunningOffice.Year + "/approvals/agreement.biro-organisasi.2024.0/check/2/withdraw",
            json: null,
            RunningOffice.Cancellation
        );
        Assert.Equal(HttpStatusCode.Accepted, api.StatusCode);
        Assert.Equal(404, (await office.GetAsync(renewed)).Status);
        using var back = await office.Office.PlanAsync(
            HttpMethod.Post,
            RunningOffice.Year + "/approvals/agreement.biro-organisasi.2024.0/check/2/reissue",
            json: null,
            RunningOffice.Cancellation
        );
        Assert.Equal(HttpStatusCode.Accepted, back.StatusCode);
        await office.SettleAsync();
    }

    private async Task ApproveAsync(Uri link)
    {
        var form = await office.FormAsync(link);
        form["tindakan"] = "setuju";
        Assert.Equal(200, (await office.PostAsync(link, form)).Status);
        await office.SettleAsync();
    }

    private async Task CheckByAnybodyAsync(Person planner)
    {
        using var file = await planner.GetAsync(Pages + "perjanjian/0/berkas");
        var pdf = await file.Content.ReadAsByteArrayAsync(RunningOffice.Cancellation);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf));

        var shown = await GetAsync("periksa/" + hash);
        Assert.Equal(200, shown.Status);
        Assert.Contains("UJI COBA", shown.Html);
        Assert.Contains("Contoh Satu Wijaya", shown.Html);
        Assert.Contains("Contoh Dua Pratama", shown.Html);
        Assert.Contains("Berlaku.", shown.Html);
        Assert.DoesNotContain("199001012015011001", shown.Html);
        Assert.Equal(200, (await GetAsync("periksa/" + hash[..32])).Status);
        Assert.Equal(404, (await GetAsync("periksa/" + new string('0', 64))).Status);
        Assert.Equal(200, (await GetAsync($"periksa/{hash}/dokumen")).Status);

        Assert.Contains("UJI COBA: dokumen tidak berubah", (await UploadAsync(pdf)).Html);
        var changed = pdf.ToArray();
        changed[changed.Length / 3] ^= 1;
        Assert.Contains("TIDAK SAH", (await UploadAsync(changed)).Html);
        Assert.Contains("bukan PDF", (await UploadAsync("bukan apa-apa"u8.ToArray())).Html);
        Assert.Contains("tidak memuat tanda tangan", (await UploadAsync("%PDF-1.7 rusak"u8.ToArray())).Html);
    }

    private async Task ReviseAsync(Person planner)
    {
        var form = await TextAsync(planner, "perjanjian/baru");
        using var refused = await planner.PostAsync(Pages + "perjanjian/baru", FieldsOf(form));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var fields = FieldsOf(form);
        fields["alasan"] = "PrioritiesChanged";
        fields["uraian"] = "Prioritas daerah bergeser ke layanan perpustakaan keliling.";
        fields["target.snp"] = "57,5";
        using var asked = await planner.PostAsync(Pages + "perjanjian/baru", fields);
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        await office.SettleAsync();

        var compared = await TextAsync(planner, "perjanjian/1/perbandingan");
        Assert.Contains("c. Perubahan prioritas", compared);
        Assert.Contains("Turun 2,5 persen", compared);
        Assert.Contains("Tetap", compared);
        await ReturnAsync("Mohon diperiksa", "Tidak jadi.");
        var page = await TextAsync(planner, "perjanjian/1");
        using var cancelled = await PostFormAsync(planner, page, "batalkan", ("alasan", "Prioritas batal bergeser."));
        Assert.Equal(HttpStatusCode.SeeOther, cancelled.StatusCode);
        await office.SettleAsync();
        Assert.Contains("Dibatalkan", await TextAsync(planner, "perjanjian/1"));
        Assert.Contains("Berlaku", await TextAsync(planner, "perjanjian/0"));
    }

    private async Task ReturnAsync(string begins, string note)
    {
        var link = office.Letter(begins).Link!;
        var form = await office.FormAsync(link);
        form["tindakan"] = "kembalikan";
        form["catatan"] = note;
        Assert.Equal(200, (await office.PostAsync(link, form)).Status);
        await office.SettleAsync();
    }

    private static async Task<string> TextAsync(Person person, string page)
    {
        using var answer = await person.GetAsync(Pages + page);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    private static Dictionary<string, string> FieldsOf(string html) => PageForm.Read(html)!.Fields;

    private static async Task<HttpResponseMessage> PostFormAsync(
        Person person,
        string html,
        string act,
        params (string Name, string Value)[] more
    )
    {
        var fields = FieldsOf(html);
        fields["tindakan"] = act;
        foreach (var (name, value) in more)
            fields[name] = value;
        return await person.PostAsync(FormAddress().Match(html).Groups[1].Value, fields);
    }

    private async Task<(int Status, string Html)> GetAsync(string path)
    {
        using var answer = await office.Http.GetAsync(new Uri(path, UriKind.Relative), RunningOffice.Cancellation);
        return (
            (int)answer.StatusCode,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation))
        );
    }

    private async Task<(int Status, string Html)> UploadAsync(byte[] file)
    {
        using var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent { { part, "berkas", "dokumen.pdf" } };
        using var answer = await office.Http.PostAsync(
            new Uri("periksa", UriKind.Relative),
            form,
            RunningOffice.Cancellation
        );
        return (
            (int)answer.StatusCode,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation))
        );
    }

    internal static string AddressOf(RunningOffice office, string begins)
    {
        using var plan = System.Text.Json.JsonDocument.Parse(office.Sample("plan.json"));
        return plan
            .RootElement.GetProperty("officials")
            .EnumerateArray()
            .Select(official => official.GetProperty("email").GetString()!)
            .First(mail => mail.StartsWith(begins, StringComparison.Ordinal));
    }

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\"")]
    private static partial Regex FormAddress();
}
