using System.Text;
using Microsoft.Playwright;
using Sakip.Planning;

namespace Sakip.Tests.Browser;

/// <summary>What the office's people do of their own accord on its pages, signed in, from the import to the published report.</summary>
internal static class OfficeWork
{
    public const string Office = "/kantor/biro-organisasi/2024";
    private const string Administrator = "pengelola@contoh.example";
    private const string Planner = "tiga.belas.dewanti@contoh.example";
    private const string BudgetManager = "empat.belas.kusuma@contoh.example";

    /// <summary>A workbook with a fault is refused with its places; the mended one is previewed and applied.</summary>
    public static async Task ImportPlanAsync(YearByHand year)
    {
        var person = await year.PersonAsync(Administrator);
        var page = person.Page;
        await person.OpenAsync("/kantor");
        await person.LookAsync("tahun-kantor-kosong");
        await page.Locator("a[href='/impor']").First.ClickAsync();
        var plan = PlanReader.Read(year.Running.Sample("plan.json")).Value!;
        await UploadAsync(
            page,
            "rencana.xlsx",
            PlanWorkbook.Write(plan with { Officials = [.. plan.Officials.Skip(1)] }, [])
        );
        await page.GetByText("Unggah berkas lain").WaitForAsync();
        await person.LookAsync("tahun-impor-ditolak");
        await page.GetByText("Unggah berkas lain").ClickAsync();
        await UploadAsync(page, "rencana.xlsx", PlanWorkbook.Write(plan, []));
        await page.GetByRole(AriaRole.Button, new() { Name = "Terapkan" }).WaitForAsync();
        await person.LookAsync("tahun-impor-pratinjau");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terapkan" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Rencana kinerja" }).WaitForAsync();
        year.ByHand.Add("impor rencana");
    }

    /// <summary>The planner's first look: the dashboard, and the way from the list of tasks to the step.</summary>
    public static async Task LookAroundAsync(YearByHand year)
    {
        var person = await year.PersonAsync(Planner);
        await person.OpenAsync(Office);
        await person.LookAsync("tahun-beranda-awal");
        await person.OpenAsync(Office + "/tugas");
        await person.LookAsync("tahun-tugas", "ponsel");
    }

    /// <summary>What a planner sees in the midst of the year: every section, and the pages below them.</summary>
    public static async Task LookAtAllAsync(YearByHand year)
    {
        var person = await year.PersonAsync(Planner);
        foreach (
            var (path, name) in new[]
            {
                ("", "beranda-tengah"),
                ("/triwulan", "triwulan"),
                ("/triwulan/1", "triwulan-terkunci"),
                ("/triwulan/3", "triwulan-mendatang"),
                ("/triwulan/1/perpustakaan", "triwulan-laporan"),
                ("/perjanjian/0", "perjanjian"),
                ("/dokumen", "dokumen"),
                ("/narasi", "narasi"),
            }
        )
        {
            await person.OpenAsync(Office + path);
            await person.LookAsync("tahun-tengah-" + name);
        }
    }

    public static async Task ExtendAsync(YearByHand year)
    {
        var page = (await year.PersonAsync(Planner)).Page;
        await page.GotoAsync(Office + "/triwulan/1");
        await page.GetByText("Perpanjang masa pelaporan").First.ClickAsync();
        await page.Locator("[name=due]").FillAsync("2024-04-26");
        await page.Locator("[name=closes]").FillAsync("2024-05-03");
        await page.Locator("[name=verificationDue]").FillAsync("2024-05-08");
        await page.Locator("[name=reason]")
            .FillAsync("Libur dan cuti bersama Idulfitri mengurangi hari kerja pengisian laporan.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Perpanjang", Exact = true }).ClickAsync();
        await SaidAsync(year, page, "perpanjangan");
    }

    public static async Task ReopenAsync(YearByHand year)
    {
        var page = (await year.PersonAsync(Planner)).Page;
        await page.GotoAsync(Office + "/triwulan/2");
        // It is locked, so its report can be fetched.
        foreach (var (format, begins) in new[] { ("pdf", "%PDF-"), ("xlsx", "PK") })
        {
            var report = await page.APIRequest.GetAsync(Office + "/triwulan/2/laporan/" + format);
            Assert.StartsWith(begins, Encoding.Latin1.GetString(await report.BodyAsync()), StringComparison.Ordinal);
        }

        await page.GetByText("Ajukan pembukaan kembali").First.ClickAsync();
        await page.GetByLabel("Kelembagaan").First.CheckAsync();
        await page.Locator("textarea[name=alasan]")
            .First.FillAsync("Keterangan keluaran dilengkapi setelah berita acara ditandatangani.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajukan pembukaan kembali" }).ClickAsync();
        await SaidAsync(year, page, "pembukaan kembali");
    }

    public static async Task ImportRealisationAsync(YearByHand year)
    {
        var person = await year.PersonAsync(BudgetManager);
        var page = person.Page;
        await page.GotoAsync(Office + "/anggaran");
        await page.Locator("#triwulan").SelectOptionAsync("1");
        await UploadAsync(
            page,
            "sipd.csv",
            Encoding.UTF8.GetBytes(
                "kode;Realisasi SP2D;Realisasi SPJ;tanggal posisi\nI.A.1;12.500.000;11.000.000;31-03-2024\n"
            )
        );
        await page.GetByText("Lihat dengan pilihan ini").WaitForAsync();
        await person.LookAsync("tahun-realisasi-pilihan");
        await page.GetByLabel("Realisasi SP2D").CheckAsync();
        await page.GetByText("Lihat dengan pilihan ini").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Terapkan" }).WaitForAsync();
        await person.LookAsync("tahun-realisasi-pratinjau");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terapkan" }).ClickAsync();
        await page.GetByText("sipd.csv").First.WaitForAsync();
        year.ByHand.Add("impor realisasi");
    }

    public static async Task ReviseBudgetAsync(YearByHand year)
    {
        var person = await year.PersonAsync(BudgetManager);
        var page = person.Page;
        await page.GotoAsync(Office + "/anggaran");
        await page.GetByText("Impor perubahan anggaran").ClickAsync();
        await UploadAsync(page, "dppa.json", Encoding.UTF8.GetBytes(year.Running.Sample("budget-revision-1.json")));
        await page.GetByRole(AriaRole.Button, new() { Name = "Terapkan" }).WaitForAsync();
        await person.LookAsync("tahun-perubahan-pratinjau");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terapkan" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Anggaran" }).WaitForAsync();
        year.ByHand.Add("perubahan anggaran");
    }

    /// <summary>Who may explain a finding does so, and another person accepts it.</summary>
    public static async Task ExplainAsync(YearByHand year, string[] addresses)
    {
        foreach (var (act, name) in new[] { ("jelaskan", "temuan dijelaskan"), ("terima", "temuan diterima") })
        {
            foreach (var address in addresses)
            {
                var person = await year.PersonAsync(address);
                await person.OpenAsync(Office + "/temuan");
                var button = person.Page.Locator($"button[value={act}]").First;
                if (await button.CountAsync() == 0)
                    continue;
                var form = person.Page.Locator($"form:has(button[value={act}])").First;
                await person.LookAsync("tahun-temuan-" + act);
                await form.Locator("textarea")
                    .FillAsync(
                        "Penjelasan: pelaksanaan mengikuti jadwal pengadaan; selisih tertutup pada triwulan berikutnya."
                    );
                await button.ClickAsync();
                await person.Page.Locator(".notice[role=status]").WaitForAsync();
                year.ByHand.Add(name);
                break;
            }
        }
    }

    /// <summary>Anybody finds the report, reads it and checks its signature.</summary>
    public static async Task ReadAsTheyPublishAsync(YearByHand year)
    {
        await using var reader = await year.AnybodyAsync();
        var page = reader.Page;
        await reader.OpenAsync("/");
        await reader.LookAsync("tahun-portal");
        await page.Locator("main article h3 a, .cards h3 a").First.ClickAsync();
        await reader.LookAsync("tahun-terbit");
        var file = await page.GetByText("Buka laporan (PDF)").GetAttributeAsync("href");
        var pdf = await (await page.APIRequest.GetAsync(file!)).BodyAsync();
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5));
        await reader.OpenAsync("/periksa");
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "lkjip.pdf",
                    MimeType = "application/pdf",
                    Buffer = pdf,
                }
            );
        await page.Locator("form button[type=submit]").First.ClickAsync();
        await page.GetByText("UJI COBA").First.WaitForAsync();
        await reader.LookAsync("tahun-periksa");
        year.ByHand.Add("dibaca publik");
    }

    private static async Task UploadAsync(IPage page, string name, byte[] content)
    {
        await page.Locator("input[name=berkas]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/octet-stream",
                    Buffer = content,
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Periksa berkas" }).ClickAsync();
    }

    private static async Task SaidAsync(YearByHand year, IPage page, string what)
    {
        await page.Locator(".notice").First.WaitForAsync();
        Assert.Equal(0, await page.Locator(".notice[role=alert]").CountAsync());
        year.ByHand.Add(what);
    }
}
