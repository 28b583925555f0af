using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Sakip.Rehearsal;
using Sakip.Rehearsal.Events;

namespace Sakip.Tests.Functions;

/// <summary>The report form through its link: drafts, evidence, the workbook. Each test has a sub-unit of its own.</summary>
[Collection(QuarterOffices.Name)]
public sealed class ReportFormTests(QuarterOffice office)
{
    [Fact]
    public async Task A_draft_comes_back_exactly_as_it_was_typed()
    {
        var link = office.Asked("Kelembagaan").Link!;
        var form = await office.Running.FormAsync(link);
        var field = form.Keys.First(name => name.EndsWith(".keterangan", StringComparison.Ordinal));
        form[field] = "  dua spasi,\nbaris kedua <b>";
        form["tindakan"] = "simpan";

        Assert.Equal(200, (await office.Running.PostAsync(link, form)).Status);

        Assert.Equal(
            "  dua spasi,\nbaris kedua <b>",
            (await office.Running.FormAsync(link))[field].ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public async Task An_empty_report_is_asked_about_row_by_row_before_it_is_sent()
    {
        var link = office.Asked("Tata Usaha").Link!;
        var form = await office.Running.FormAsync(link);
        foreach (var name in form.Keys.Where(name => name.Split('.') is ["indikator" or "subkegiatan", ..]).ToList())
            form[name] = "";
        form["tindakan"] = "setuju";

        var (status, page) = await office.Running.PostAsync(link, form);

        Assert.Equal(422, status);
        var asked = PageForm.Read(page)!.Fields;
        var rows = asked.Keys.Where(name => name.StartsWith("kosong.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        Assert.Contains($"{rows.Count} dari {rows.Count} baris belum diisi", page);
        // One row that nobody answered for is enough to ask again.
        asked.Remove(rows[0]);
        asked["tindakan"] = "setuju";
        Assert.Equal(422, (await office.Running.PostAsync(link, asked)).Status);
        Assert.Contains("Kirim laporan", (await office.Running.GetAsync(link)).Html);
    }

    [Fact]
    public async Task Two_people_on_one_draft_see_both_versions_and_lose_neither()
    {
        var link = office.Asked("Tata Usaha").Link!;
        var (first, second) = (await office.Running.FormAsync(link), await office.Running.FormAsync(link));
        var field = first.Keys.First(name => name.EndsWith(".keterangan", StringComparison.Ordinal));
        (first[field], second[field]) = ("versi pertama", "versi kedua");
        first["tindakan"] = second["tindakan"] = "simpan";

        Assert.Equal(200, (await office.Running.PostAsync(link, first)).Status);
        var (status, page) = await office.Running.PostAsync(link, second);

        Assert.Equal(409, status);
        Assert.Contains("versi pertama", page);
        Assert.Contains("versi kedua", page);
        Assert.Equal("versi kedua", PageForm.Read(page)!.Fields[field]);
        Assert.Equal("versi pertama", (await office.Running.FormAsync(link))[field]);
        // Having seen both, the second may save over the first.
        var seen = PageForm.Read(page)!.Fields;
        seen["tindakan"] = "simpan";
        Assert.Equal(200, (await office.Running.PostAsync(link, seen)).Status);
        Assert.Equal("versi kedua", (await office.Running.FormAsync(link))[field]);
    }

    [Fact]
    public async Task A_script_saves_in_the_background_and_its_own_page_is_never_in_its_way()
    {
        var link = office.Asked("Reformasi Birokrasi").Link!;
        var form = await office.Running.FormAsync(link);
        form["tindakan"] = "simpan";
        for (var time = 1; time <= 2; time++)
        {
            // The second save carries the first's revision: its answer was lost on the way.
            using var answer = await office.ScriptAsync(link, "", new FormUrlEncodedContent(form));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(time, (await JsonAsync(answer)).GetProperty("revision").GetInt32());
        }
    }

    [Fact]
    public async Task Evidence_is_taken_in_parts_judged_by_its_content_and_served_as_an_attachment()
    {
        var link = office.Asked("Tatalaksana").Link!;
        var form = await office.Running.FormAsync(link);
        var files = new EvidenceUpload(office.Running.Office, link, form["aksi"]);
        await files.SendAsync(
            "IV.B.4",
            "../notulen.pdf",
            SmallPdf(3 * 1024 * 1024),
            "2024-03-15",
            isTaken: true,
            RunningOffice.Cancellation
        );
        await files.SendAsync(
            "IV.B.4",
            "bom.docx",
            SampleFiles.ZipBomb(),
            "2024-03-15",
            isTaken: false,
            RunningOffice.Cancellation
        );
        await files.SendAsync(
            "IV.B.4",
            "program.pdf",
            "MZ\u0090\u0000"u8.ToArray(),
            "2024-03-15",
            isTaken: false,
            RunningOffice.Cancellation
        );
        await files.SendAsync(
            "IV.B.5",
            "luar.pdf",
            SmallPdf(100),
            "2023-12-20",
            isTaken: true,
            RunningOffice.Cancellation
        );

        var (_, page) = await office.Running.GetAsync(link);
        Assert.Contains(">notulen.pdf<", page);
        Assert.DoesNotContain("bom.docx", page);
        Assert.Contains("di luar Triwulan I", page);
        var path = System
            .Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]+/bukti/[0-9a-f]{32})\"")
            .Groups[1]
            .Value;
        using var file = await office.Running.Http.GetAsync(
            new Uri(path, UriKind.Relative),
            RunningOffice.Cancellation
        );
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(3 * 1024 * 1024, (await file.Content.ReadAsByteArrayAsync(RunningOffice.Cancellation)).Length);
    }

    [Fact]
    public async Task Evidence_whose_line_a_crash_kept_from_the_years_index_is_there_once_it_is_asked_for_again()
    {
        var link = office.Asked("Kelembagaan").Link!;
        var form = await office.Running.FormAsync(link);
        var owner = form.Keys.First(name => name.EndsWith(".keterangan", StringComparison.Ordinal)).Split('.', 2)[1];
        owner = owner[..owner.LastIndexOf('.')];
        await new EvidenceUpload(office.Running.Office, link, form["aksi"]).SendAsync(
            owner,
            "terputus.pdf",
            SmallPdf(321),
            "2024-03-15",
            isTaken: true,
            RunningOffice.Cancellation
        );
        var years = new TableServiceClient(StoredRows.Connection(office.Running.Options)).GetTableClient("Years");
        var (_, page) = await office.Running.GetAsync(link);
        var id = System.Text.RegularExpressions.Regex.Matches(page, "/bukti/([0-9a-f]{32})")[^1].Groups[1].Value;
        var line = await years
            .QueryAsync<TableEntity>(cancellationToken: RunningOffice.Cancellation)
            .SingleAsync(
                row =>
                    row.RowKey.StartsWith("evidence|", StringComparison.Ordinal)
                    && row.RowKey.EndsWith(id, StringComparison.Ordinal),
                RunningOffice.Cancellation
            );
        await years.DeleteEntityAsync(line, cancellationToken: RunningOffice.Cancellation);

        using var again = await office.ScriptAsync(
            link,
            $"/bukti/{id}",
            new FormUrlEncodedContent([new("tindakan", "selesai")]),
            form["aksi"]
        );

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var back = await years.GetEntityAsync<TableEntity>(
            line.PartitionKey,
            line.RowKey,
            cancellationToken: RunningOffice.Cancellation
        );
        Assert.Equal(line.GetString("Body"), back.Value.GetString("Body"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_proves_nothing_is_refused_before_it_is_sent()
    {
        var link = office.Asked("Tatalaksana").Link!;
        var form = await office.Running.FormAsync(link);
        Assert.Contains("melebihi batas", await OfferAsync(link, form["aksi"], "IV.B.4", "26214401", "2024-03-15"));
        Assert.Contains("tidak dikenal", await OfferAsync(link, form["aksi"], "I.A.1", "100", "2024-03-15"));
        Assert.Contains("belum tiba", await OfferAsync(link, form["aksi"], "IV.B.4", "100", "2024-12-15"));
        using var forged = await office.ScriptAsync(
            link,
            "/bukti",
            new FormUrlEncodedContent([new("isian", "IV.B.4")]),
            "bukan-token"
        );
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    [Fact]
    public async Task A_small_file_goes_up_with_the_plain_form_and_what_was_typed_stays()
    {
        var link = office.Asked("Perpustakaan").Link!;
        var fields = await office.Running.FormAsync(link);
        var field = fields.Keys.First(name => name.EndsWith(".pendukung", StringComparison.Ordinal));
        fields[field] = "Diketik sebelum mengunggah";
        using var body = new MultipartFormDataContent();
        foreach (
            var (name, value) in fields.Where(one =>
                !one.Key.EndsWith(".berkas", StringComparison.Ordinal)
                && !one.Key.StartsWith("formulir", StringComparison.Ordinal)
            )
        )
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new StringContent("unggah:snp"), "tindakan");
        var file = new ByteArrayContent([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        body.Add(file, "bukti.snp.berkas", "foto.png");

        using var answer = await office.Running.Http.PostAsync(link, body, RunningOffice.Cancellation);
        var page = await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(">foto.png<", page);
        Assert.Equal("Diketik sebelum mengunggah", PageForm.Read(page)!.Fields[field]);
    }

    [Fact]
    public async Task The_form_goes_out_as_a_workbook_and_comes_back_as_a_draft()
    {
        var link = office.Asked("Kelembagaan").Link!;
        var workbook = await office.Running.Http.GetByteArrayAsync(
            new Uri(link.AbsolutePath + "/formulir.xlsx", UriKind.Relative),
            RunningOffice.Cancellation
        );
        var fields = await office.Running.FormAsync(link);
        using var body = new MultipartFormDataContent();
        foreach (var name in (string[])["aksi", "revisi", "penulis"])
            body.Add(new StringContent(fields[name]), name);
        body.Add(new StringContent("formulir"), "tindakan");
        body.Add(new ByteArrayContent(workbook), "formulir.berkas", "laporan.xlsx");

        using var answer = await office.Running.Http.PostAsync(link, body, RunningOffice.Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("sebagai draf", await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    private async Task<string> OfferAsync(Uri link, string token, string owner, string size, string date)
    {
        using var answer = await office.ScriptAsync(
            link,
            "/bukti",
            new FormUrlEncodedContent([
                new("isian", owner),
                new("nama", "a.pdf"),
                new("ukuran", size),
                new("tanggal", date),
            ]),
            token
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await JsonAsync(answer)).GetProperty("detail").GetString()!;
    }

    private static Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        answer.Content.ReadFromJsonAsync<JsonElement>(RunningOffice.Cancellation);

    private static byte[] SmallPdf(int length)
    {
        var content = new byte[length];
        "%PDF-1.7\n"u8.CopyTo(content);
        return content;
    }
}
