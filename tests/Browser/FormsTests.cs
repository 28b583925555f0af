using Microsoft.Playwright;
using Sakip.Tests.Functions;

namespace Sakip.Tests.Browser;

/// <summary>Forms that are refused: everything wrong is listed on top, each with the way to its field, and nothing typed is lost.</summary>
public sealed class FormsTests(Screens screens)
{
    private const string Office = "/kantor/biro-organisasi/2024";
    private const string Planner = "tiga.belas.dewanti@contoh.example";
    private const string Administrator = "delapan.belas.rahayu@contoh.example";

    [Fact]
    public async Task A_refused_form_lists_its_faults_keeps_what_was_typed_and_leads_to_the_fields()
    {
        var office = new RunningOffice();
        try
        {
            await office.InitializeAsync();
            await office.StartYearAsync();
            await office.SignAgreementAsync();
            await office.MoveToAsync(new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero));
            await using var planner = await screens.VisitorAsync(office);
            await planner.SignInAsync(Planner);
            await ExtendAsync(planner);
            await ActAsync(planner);
            await ReportAsync(office);
            await WithdrawAsync(planner);
            await planner.OpenAsync(Office + "/dokumen");
            await planner.LookAsync("formulir-dokumen");
            await RefuseAsync(planner, "/anggaran", "Periksa berkas", "formulir-realisasi");
            await planner.OpenAsync(Office + "/audit?dari=kemarin&sampai=3+April+2024");
            await planner.LookAsync("formulir-audit");

            await using var administrator = await screens.VisitorAsync(office);
            await administrator.SignInAsync(Administrator);
            await RefuseAsync(administrator, "/pengaturan/penempatan", "Tambah", "formulir-penempatan");
            await RefuseAsync(administrator, "/pengaturan/hari-libur", "Tambah", "formulir-libur");
            await RefuseAsync(administrator, "/pengaturan/pegawai", "Tambah pegawai", "formulir-pegawai");
            await RefuseAsync(administrator, "/pengaturan/sub-unit", "Tambah sub-unit", "formulir-sub-unit");
            foreach (var page in new[] { "", "/perencana", "/sebelum-mulai" })
            {
                await administrator.OpenAsync("/bantuan" + page);
                await administrator.LookAsync("bantuan" + page.Replace('/', '-'));
            }
        }
        finally
        {
            await office.DisposeAsync();
        }
    }

    private static async Task ExtendAsync(Visitor planner)
    {
        await planner.OpenAsync(Office + "/triwulan/1");
        await planner.Page.GetByText("Perpanjang masa pelaporan").First.ClickAsync();
        await planner.Page.Locator("[name=closes]").FillAsync("5/5/2024");
        await planner.Page.Locator("[name=reason]").FillAsync("singkat");
        await Assertions.Expect(planner.Page.Locator("#closes-dibaca")).ToHaveTextAsync("Minggu, 5 Mei 2024");
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = "Perpanjang", Exact = true }).ClickAsync();

        await Assertions.Expect(planner.Page.Locator("#galat")).ToBeFocusedAsync();
        Assert.Equal("5/5/2024", await planner.Page.Locator("[name=closes]").InputValueAsync());
        await planner.LookAsync("formulir-perpanjangan");
        await planner.Page.GetByText("Tenggat baru belum diisi").First.ClickAsync();
        await Assertions.Expect(planner.Page.Locator("#due")).ToBeFocusedAsync();
    }

    private static async Task ActAsync(Visitor planner)
    {
        await planner.OpenAsync(Office + "/persetujuan/pelaksana");
        Assert.Equal("", await planner.Page.Locator("#jabatan").InputValueAsync());
        await planner.Page.Locator("#keputusan").FillAsync("800/12/2024");
        await planner.Page.Locator("#mulai").FillAsync("32 Maret");
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = "Catat penunjukan" }).ClickAsync();
        await planner.LookAsync("formulir-pelaksana");
        Assert.Equal("800/12/2024", await planner.Page.Locator("#keputusan").InputValueAsync());
        Assert.Equal(4, await planner.Page.Locator("#galat li").CountAsync());
    }

    // Asked first; then the bearer, signed in, reads who withdrew it and whom to ask.
    private static async Task WithdrawAsync(Visitor planner)
    {
        await planner.OpenAsync(Office + "/persetujuan");
        await planner.LookAsync("formulir-menunggu", "ponsel");
        await planner.Page.GetByText("Cabut tautan…").First.ClickAsync();
        await planner.LookAsync("formulir-cabut");
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = "Cabut tautan" }).ClickAsync();
        await planner.Page.GetByText("Dicabut oleh").First.WaitForAsync();
    }

    private static async Task RefuseAsync(Visitor person, string path, string button, string name)
    {
        await person.OpenAsync(Office + path);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(person.Page.Locator("#galat")).ToBeFocusedAsync();
        await person.LookAsync(name);
    }

    private async Task ReportAsync(RunningOffice office)
    {
        await using var reporter = await screens.VisitorAsync(office);
        await reporter.OpenAsync(office.Letter("Mohon diisi", "Kelembagaan").Link!.PathAndQuery);
        await reporter.Page.Locator("input[name$='.serapan']").First.FillAsync("banyak");
        await reporter.Page.Locator("button[value=setuju]:not([aria-hidden])").ClickAsync();
        await Assertions.Expect(reporter.Page.Locator("#galat")).ToBeFocusedAsync();
        await reporter.LookAsync("formulir-laporan");
    }
}
