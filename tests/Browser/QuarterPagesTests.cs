using Microsoft.Playwright;

namespace Sakip.Tests.Browser;

/// <summary>The report form and the quarter's pages in a browser, on a desktop and on a phone.</summary>
public sealed class QuarterPagesTests(Screens screens) : IClassFixture<Screens>
{
    [Fact]
    public async Task The_report_form_saves_by_itself_uploads_in_parts_and_survives_a_reload()
    {
        await using var visitor = await screens.VisitorAsync();
        var link = screens.Running.Letter("Mohon diisi: laporan Triwulan II ", "Tata Usaha").Link!.AbsolutePath;
        await visitor.OpenAsync(link);
        await visitor.LookAsync("formulir-kosong");

        var field = visitor.Page.Locator("textarea[name$='.keterangan']").First;
        await field.FillAsync("Diketik di peramban");
        await Assertions.Expect(visitor.Page.Locator("[data-tersimpan]")).ToContainTextAsync("Draf tersimpan");
        var box = visitor.Page.Locator("[data-bukti]").First;
        await box.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "foto kegiatan.png",
            MimeType = "image/png",
            Buffer = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4],
        });
        await box.GetByRole(AriaRole.Button, new() { Name = "Unggah" }).ClickAsync();
        await Assertions.Expect(box.Locator("[data-daftar]")).ToContainTextAsync("foto kegiatan.png");
        await visitor.OpenAsync(link);
        await Assertions.Expect(visitor.Page.Locator("textarea[name$='.keterangan']").First).ToHaveValueAsync("Diketik di peramban");
        await Assertions.Expect(visitor.Page.Locator("[data-bukti]").First).ToContainTextAsync("foto kegiatan.png");
        await visitor.LookAsync("formulir-draf");
    }

    [Fact]
    public async Task A_planner_sees_the_quarter_its_reports_and_what_may_be_done()
    {
        await using var visitor = await screens.VisitorAsync();
        await visitor.SignInAsync("tiga.belas.dewanti@contoh.example");
        foreach (var (path, name) in new[]
        {
            ("triwulan", "triwulan-matriks"), ("triwulan/1", "triwulan-terkunci"), ("triwulan/2", "triwulan-dibuka"),
            ("triwulan/1/kelembagaan", "triwulan-laporan"),
        })
        {
            await visitor.OpenAsync("/kantor/biro-organisasi/2024/" + path);
            await visitor.LookAsync(name);
        }
    }
}
