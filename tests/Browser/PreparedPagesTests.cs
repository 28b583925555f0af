using Microsoft.Playwright;
using Sakip.Tests.Functions;

namespace Sakip.Tests.Browser;

/// <summary>The preview of a budget list and of the next year, as a planner sees them on a desktop and on a phone.</summary>
public sealed class PreparedPagesTests(Screens screens)
{
    private const string Office = "/kantor/biro-organisasi/2024";
    private const string Planner = "tiga.belas.dewanti@contoh.example";

    private const string List =
        "Kode Program;Nama Program;Kode Kegiatan;Nama Kegiatan;Kode Sub Kegiatan;Nama Sub Kegiatan;Pagu Murni;Pagu\n"
        + "4.01.09;Program Baru;4.01.09.1.01;Kegiatan Baru;4.01.09.1.01.0001;Sub Kegiatan Baru;1.000.000;2.000.000\n";

    [Fact]
    public async Task A_budget_list_and_the_next_year_are_readable_on_desk_and_phone()
    {
        var office = new RunningOffice();
        try
        {
            await office.InitializeAsync();
            await office.StartYearAsync();
            await using var planner = await screens.VisitorAsync(office);
            await planner.SignInAsync(Planner);
            await planner.OpenAsync(Office + "/anggaran/daftar");
            await planner.LookAsync("daftar-sub-kegiatan-unggah");
            await planner
                .Page.Locator("[name=berkas]")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "rekap.csv",
                        MimeType = "text/csv",
                        Buffer = System.Text.Encoding.UTF8.GetBytes(List),
                    }
                );
            await PressAsync(planner, "Periksa berkas", "Kolom mana yang berisi pagu");
            await planner.Page.Locator("input[name=column]").First.CheckAsync();
            await PressAsync(planner, "Lihat dengan pilihan ini", "belum mempunyai sub-unit pelaksana");
            await planner.LookAsync("daftar-sub-kegiatan-pratinjau");
            await planner.OpenAsync(Office + "/rencana/tahun-depan");
            await planner.LookAsync("tahun-depan");
        }
        finally
        {
            await office.DisposeAsync();
        }
    }

    private static async Task PressAsync(Visitor planner, string name, string then)
    {
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await planner.Page.GetByText(then).First.WaitForAsync();
    }
}
