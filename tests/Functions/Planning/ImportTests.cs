using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Sakip.Planning;
using Sakip.Rehearsal;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions.Planning;

/// <summary>The planner imports, changes and exports the plan, and the budget manager brings spending in, on pages.</summary>
public sealed class ImportTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Root = "kantor/biro-organisasi/2024";

    private OfficePlan Plan => PlanReader.Read(office.Sample("plan.json")).Value!;

    [Fact]
    public async Task A_workbook_over_the_api_is_previewed_without_a_trace_and_then_starts_the_year()
    {
        var plan = Plan with { Unit = Plan.Unit with { Code = "kantor-xlsx" } };
        var file = PlanWorkbook.Write(plan, []);

        using var previewed = await CallAsync(HttpMethod.Post, "api/offices/kantor-xlsx/2024?preview=true", file);
        using var before = await CallAsync(HttpMethod.Get, "api/offices/kantor-xlsx/2024", null);
        using var started = await CallAsync(HttpMethod.Post, "api/offices/kantor-xlsx/2024", file);
        using var stored = await CallAsync(HttpMethod.Get, "api/offices/kantor-xlsx/2024/plan", null);

        Assert.Equal(HttpStatusCode.OK, previewed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        Assert.Equal(PlanWriter.Write(plan), await stored.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    [Fact]
    public async Task A_broken_workbook_over_the_api_is_refused_with_sheet_row_and_column()
    {
        var plan = Plan with { Officials = [.. Plan.Officials.Select(official => official with { Nip = "1" })] };

        using var answer = await CallAsync(
            HttpMethod.Post,
            "api/offices/biro-organisasi/2024",
            PlanWorkbook.Write(plan, [])
        );
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var cell = problem.RootElement.GetProperty("errors")[0].GetProperty("cell");
        Assert.Equal(
            ("Pegawai", 2, "E"),
            (
                cell.GetProperty("sheet").GetString(),
                cell.GetProperty("row").GetInt32(),
                cell.GetProperty("column").GetString()
            )
        );
    }

    [Fact]
    public async Task What_was_previewed_is_what_is_applied_also_after_a_reload_and_a_change_in_between_is_a_conflict()
    {
        await office.StartYearAsync();
        using var planner = await Person.SignedInAsync(office, EmailOf(OfficeRole.Planner));
        var first = await UploadAsync(
            planner,
            Root + "/rencana/impor",
            "a.xlsx",
            PlanWorkbook.Write(With("(0361) 111111"), [])
        );
        var second = await UploadAsync(
            planner,
            Root + "/rencana/impor",
            "b.xlsx",
            PlanWorkbook.Write(With("(0361) 222222"), [])
        );

        var (status, page) = await ReadAsync(planner, first);
        var (_, other) = await ReadAsync(planner, second);
        var form = PageForm.Read(page)!.Fields;
        var late = PageForm.Read(other)!.Fields;
        form["alasan"] = late["alasan"] = "Nomor telepon baru";
        using var applied = await planner.PostAsync(first, form);
        using var conflict = await planner.PostAsync(second, late);
        var (_, shown) = await ReadAsync(planner, Root + "/rencana");
        using var export = await planner.GetAsync(Root + "/rencana/ekspor.json");

        Assert.Equal(200, status);
        Assert.Contains("Telepon", page);
        Assert.Equal(HttpStatusCode.SeeOther, applied.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("versi 2", await conflict.Content.ReadAsStringAsync(RunningOffice.Cancellation));
        Assert.Contains("Nomor telepon baru", shown);
        Assert.Equal(
            PlanWriter.Write(With("(0361) 111111")),
            await export.Content.ReadAsStringAsync(RunningOffice.Cancellation)
        );
    }

    [Fact]
    public async Task Files_that_cannot_be_imported_are_answered_on_the_page_with_the_reason()
    {
        await office.StartYearAsync();
        using var planner = await Person.SignedInAsync(office, EmailOf(OfficeRole.Planner));

        var template = await UploadAsync(planner, Root + "/rencana/impor", "t.xlsx", PlanWorkbook.Template());
        var bomb = await UploadAsync(planner, Root + "/rencana/impor", "bom.xlsx", Bomb());
        var csv = await UploadAsync(planner, Root + "/rencana/impor", "a.csv", "kode;nama"u8.ToArray());

        Assert.Contains("belum diisi", (await ReadAsync(planner, template)).Page);
        Assert.Contains("demi keamanan", (await ReadAsync(planner, bomb)).Page);
        Assert.Contains("bukan buku kerja", (await ReadAsync(planner, csv)).Page);
    }

    [Fact]
    public async Task Spending_of_the_finance_system_is_previewed_kept_and_shown_along_the_tree()
    {
        await office.StartYearAsync();
        using var manager = await Person.SignedInAsync(office, EmailOf(OfficeRole.BudgetManager));
        var csv = Encoding.UTF8.GetBytes("kode;realisasi;tanggal posisi\nI.A.1;12.500.000;31-03-2024\n");

        var preview = await UploadAsync(manager, Root + "/anggaran/realisasi", "sipd.csv", csv, ("triwulan", "1"));
        var (_, page) = await ReadAsync(manager, preview);
        using var applied = await manager.PostAsync(preview, PageForm.Read(page)!.Fields);
        var (_, shown) = await ReadAsync(manager, Root + "/anggaran");

        Assert.Contains("Rp12.500.000", page);
        Assert.Equal(HttpStatusCode.SeeOther, applied.StatusCode);
        Assert.Contains("sipd.csv", shown);
        Assert.Contains("Rp12.500.000", shown);
    }

    [Fact]
    public async Task A_spending_file_asks_for_its_column_and_a_reason_and_remembers_both()
    {
        await office.StartYearAsync();
        using var manager = await Person.SignedInAsync(office, EmailOf(OfficeRole.BudgetManager));
        const string Csv =
            "kode;uraian;Realisasi SIPD;Realisasi Panjar;tanggal posisi\nI.A.1;Satu;12.500.000;3;{0}\nIX.A.1;Baru;5.000.000;0;{0}\n";

        var preview = await UploadAsync(
            manager,
            Root + "/anggaran/realisasi",
            "a.csv",
            Filled(Csv, "30-06-2024"),
            ("triwulan", "2")
        );
        var (_, asked) = await ReadAsync(manager, preview);
        var fields = PageForm.Read(asked)!.Fields;
        fields["column"] = "realisasisipd";
        var (status, shown) = await SendAsync(manager, preview, fields);
        var (_, lacking) = await SendAsync(manager, preview, PageForm.Read(shown)!.Fields);
        fields = PageForm.Read(lacking)!.Fields;
        fields["reason"] = "Pergeseran belum diimpor.";
        using var applied = await manager.PostAsync(preview, fields);
        var (_, budget) = await ReadAsync(manager, Root + "/anggaran");
        var next = await UploadAsync(
            manager,
            Root + "/anggaran/realisasi",
            "b.csv",
            Filled(Csv, "30-09-2024"),
            ("triwulan", "3")
        );
        var (_, offered) = await ReadAsync(manager, next);

        Assert.DoesNotContain("Terapkan</button>", asked);
        Assert.Equal(422, status);
        Assert.Contains("Pilihan Anda berubah", shown);
        Assert.Contains("Tulis alasannya", lacking);
        Assert.Equal(HttpStatusCode.SeeOther, applied.StatusCode);
        Assert.Contains("Pergeseran belum diimpor.", budget);
        Assert.Contains("seperti impor sebelumnya", offered);
    }

    [Fact]
    public async Task A_spending_file_over_the_api_is_asked_about_and_taken_like_on_the_page()
    {
        await office.StartYearAsync();
        var by = Plan.Roles.First(assigned => assigned.Role == OfficeRole.BudgetManager).Official;
        var file = "kode;Realisasi A;Realisasi B\nI.A.1;99.000.000;1"u8.ToArray();
        var path = $"api/offices/biro-organisasi/2024/budget-realisations/4?by={by}&position=2024-12-31&preview=true";

        using var asked = await CallAsync(HttpMethod.Post, path, file);
        using var chosen = await CallAsync(HttpMethod.Post, path + "&column=realisasia", file);
        using var explained = await CallAsync(HttpMethod.Post, path + "&column=realisasia&reason=Pergeseran", file);

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK),
            (asked.StatusCode, chosen.StatusCode, explained.StatusCode)
        );
        Assert.Contains("Rp99.000.000", await asked.Content.ReadAsStringAsync(RunningOffice.Cancellation));
        Assert.Contains("melebihi pagu", await chosen.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    [Fact]
    public async Task An_operator_may_read_the_plan_and_not_import_one()
    {
        await office.StartYearAsync();
        using var person = await Person.SignedInAsync(office, EmailOf(OfficeRole.Operator));

        using var page = await person.GetAsync(Root + "/rencana");
        using var import = await person.GetAsync(Root + "/rencana/impor");
        using var first = await person.GetAsync("impor");

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            (page.StatusCode, import.StatusCode, first.StatusCode)
        );
    }

    private static byte[] Filled(string csv, string day) =>
        Encoding.UTF8.GetBytes(csv.Replace("{0}", day, StringComparison.Ordinal));

    private static async Task<(int Status, string Page)> SendAsync(
        Person person,
        string path,
        Dictionary<string, string> fields
    )
    {
        using var answer = await person.PostAsync(path, fields);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    private OfficePlan With(string phone) => Plan with { Unit = Plan.Unit with { Phone = phone } };

    private string EmailOf(OfficeRole role)
    {
        var code = Plan.Roles.First(assigned => assigned.Role == role).Official;
        return Plan.Officials.Single(official => official.Code == code).Email;
    }

    private async Task<string> UploadAsync(
        Person person,
        string path,
        string name,
        byte[] file,
        params (string Name, string Value)[] fields
    )
    {
        var (_, page) = await ReadAsync(
            person,
            path.EndsWith("realisasi", StringComparison.Ordinal) ? Root + "/anggaran" : path
        );
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "berkas", name } };
        foreach (var (field, value) in fields)
            form.Add(new StringContent(value), field);
        form.Add(new StringContent(PageForm.Read(page)!.Fields["penanda"]), "penanda");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = form };
        request.Headers.Add("Cookie", string.Join("; ", person.Cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = office.Http.BaseAddress,
        };
        using var answer = await http.SendAsync(request, RunningOffice.Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString().TrimStart('/');
    }

    private static async Task<(int Status, string Page)> ReadAsync(Person person, string path)
    {
        using var answer = await person.GetAsync(path);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    private async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, byte[]? file)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("x-functions-key", office.FunctionKey);
        if (file is not null)
        {
            request.Content = new ByteArrayContent(file);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(Sakip.Workbooks.WorkbookWriter.ContentType);
        }

        return await office.Http.SendAsync(request, RunningOffice.Cancellation);
    }

    private static byte[] Bomb()
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open())
                types.Write("<Types/>"u8);
            using var part = zip.CreateEntry("_rels/.rels").Open();
            part.Write("<a>"u8);
            for (var i = 0; i < 40; i++)
                part.Write(Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray());
        }

        return content.ToArray();
    }
}
