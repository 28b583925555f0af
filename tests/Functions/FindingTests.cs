using System.Net;
using Sakip.Rehearsal;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions;

/// <summary>Findings and figures over HTTP: seen, explained by one person, ruled upon by another.</summary>
public sealed class FindingTests(FindingTests.StartedOffice office) : IClassFixture<FindingTests.StartedOffice>
{
    private const string Findings = "kantor/biro-organisasi/2024/temuan";

    [Fact]
    public async Task A_finding_is_explained_by_one_and_accepted_by_another()
    {
        using var planner = await Person.SignedInAsync(office, "tiga.belas.dewanti@contoh.example");
        using var verifier = await Person.SignedInAsync(office, "lima.belas.ardana@contoh.example");
        var page = await TextAsync(planner, Findings);
        Assert.Contains("K-IN-04", page, StringComparison.Ordinal);
        var form = FormOf(page, "Populasi perpustakaan bertambah.", "jelaskan");
        using var explained = await planner.PostAsync(Findings, form);
        Assert.Equal(HttpStatusCode.SeeOther, explained.StatusCode);

        using var twice = await planner.PostAsync(Findings, form);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        var own = new Dictionary<string, string>(form) { ["tindakan"] = "terima" };
        using var alone = await planner.PostAsync(Findings, own);
        Assert.Equal(HttpStatusCode.Forbidden, alone.StatusCode);

        var waiting = await TextAsync(verifier, Findings + "?keadaan=menunggu");
        var ruling = FormOf(waiting, "", "terima");
        ruling["hal"] = form["hal"];
        ruling["temuan"] = form["temuan"];
        using var accepted = await verifier.PostAsync(Findings, ruling);
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        Assert.Contains(
            "Penjelasan diterima oleh",
            await TextAsync(verifier, Findings + "?keadaan=diterima"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_report_from_elsewhere_is_shown_as_it_was_read_and_then_what_was_found()
    {
        using var planner = await Person.SignedInAsync(office, "tiga.belas.dewanti@contoh.example");
        var form = await TextAsync(planner, "periksa-laporan");
        var (status, page) = await CheckAsync(planner, form, "laporan.docx", SmallReport.Bytes());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("DINAS CONTOH KABUPATEN CONTOH", page, StringComparison.Ordinal);
        Assert.Contains("Sumbangan", page, StringComparison.Ordinal);
        Assert.InRange(
            page.IndexOf("55,00", StringComparison.Ordinal),
            page.IndexOf("Yang terbaca", StringComparison.Ordinal),
            page.Length
        );
        var (refused, why) = await CheckAsync(planner, form, "laporan.pdf", "%PDF-1.7"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("teks PDF tidak dibaca", why, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Page)> CheckAsync(
        Person person,
        string page,
        string name,
        byte[] file
    )
    {
        using var body = new MultipartFormDataContent
        {
            { new ByteArrayContent(file), "berkas", name },
            { new StringContent(PageForm.Read(page)!.Fields["penanda"]), "penanda" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("periksa-laporan", UriKind.Relative))
        {
            Content = body,
        };
        request.Headers.Add("Cookie", string.Join("; ", person.Cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        using var answer = await office.Http.SendAsync(request, RunningOffice.Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    [Fact]
    public async Task Figures_before_the_first_quarter_are_not_there_yet()
    {
        using var planner = await Person.SignedInAsync(office, "tiga.belas.dewanti@contoh.example");
        Assert.Contains(
            "Belum ada evaluasi",
            await TextAsync(planner, "kantor/biro-organisasi/2024/angka"),
            StringComparison.Ordinal
        );
        using var unknown = await planner.GetAsync("kantor/biro-organisasi/2024/angka/capaian.rb");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static async Task<string> TextAsync(Person person, string path)
    {
        using var answer = await person.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    private static Dictionary<string, string> FormOf(string html, string text, string act)
    {
        var article = html[html.IndexOf("<article", StringComparison.Ordinal)..];
        var form = new Dictionary<string, string>(PageForm.Read(article)!.Fields)
        {
            ["uraian"] = text,
            ["tindakan"] = act,
        };
        return form;
    }

    public sealed class StartedOffice : RunningOffice
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await StartYearAsync();
        }
    }
}
