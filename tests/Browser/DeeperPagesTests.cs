using Microsoft.Playwright;

namespace Sakip.Tests.Browser;

/// <summary>The pages below those of the menu, and the public ones that no letter leads to: each kind is looked at once.</summary>
public sealed class DeeperPagesTests(Screens screens)
{
    private const string Office = "/kantor/biro-organisasi/2024";

    [Fact]
    public async Task Planners_read_the_pages_below_the_menus()
    {
        await using var planner = await screens.VisitorAsync((await screens.YearAsync()).Running);
        await planner.SignInAsync("tiga.belas.dewanti@contoh.example");
        foreach (
            var (path, name) in new[]
            {
                ("/pohon?balik=i.rb,p.IV,k.IV.A", "pohon-dibuka"),
                ("/pohon?ikut=sk.IV.A.1", "pohon-jalur"),
                ("/pohon?bentuk=daftar", "pohon-daftar"),
                ("/angka/capaian.rb", "angka-satu"),
                ("/angka?cari=tahun+lalu", "angka-cari"),
                ("/perjanjian/1", "perjanjian-perubahan"),
                ("/perjanjian/1/perbandingan", "perjanjian-perbandingan"),
                ("/perjanjian/baru", "perjanjian-baru"),
                ("/perjanjian/bawahan", "perjanjian-bawahan"),
                ("/perubahan", "perubahan"),
                ("/perubahan/organisasi", "perubahan-organisasi"),
                ("/perubahan/renstra", "perubahan-renstra"),
                ("/perubahan/indikator", "perubahan-indikator"),
                ("/perubahan/pejabat?pegawai=p05", "perubahan-pejabat"),
                ("/narasi/saran", "narasi-satu"),
                ("/rencana/impor", "rencana-impor"),
                ("/anggaran/perubahan", "anggaran-perubahan"),
                ("/temuan?keadaan=semua", "temuan-semua"),
                ("/pengaturan/kebijakan", "pengaturan-kebijakan"),
            }
        )
        {
            await planner.OpenAsync(Office + path);
            await planner.LookAsync("dalam-" + name);
        }

        await planner.OpenAsync("/periksa-laporan");
        await planner.LookAsync("dalam-periksa-laporan");
    }

    [Fact]
    public async Task Administrators_read_every_page_of_the_settings()
    {
        await using var administrator = await screens.VisitorAsync((await screens.YearAsync()).Running);
        await administrator.SignInAsync("delapan.belas.rahayu@contoh.example");
        foreach (
            var page in new[] { "jendela", "hari-libur", "pegawai", "jabatan", "sub-unit", "penempatan", "kontak" }
        )
        {
            await administrator.OpenAsync($"{Office}/pengaturan/{page}");
            await administrator.LookAsync("dalam-pengaturan-" + page);
        }
    }

    [Fact]
    public async Task Anybody_may_be_lost_or_doubt_a_document()
    {
        await using var visitor = await screens.VisitorAsync((await screens.YearAsync()).Running);
        foreach (
            var (path, name) in new[]
            {
                ("/periksa", "periksa"),
                ("/periksa/" + new string('0', 64), "periksa-tak-dikenal"),
                ("/terbit/biro-organisasi/2031", "terbit-belum-ada"),
                ("/tidak-ada", "tidak-ada"),
                ("/bantuan/tidak-ada", "bantuan-tidak-ada"),
            }
        )
        {
            await visitor.OpenAsync(path);
            await visitor.LookAsync("publik-" + name);
        }

        await visitor.OpenAsync("/terbit/biro-organisasi/2024");
        await visitor.Page.GetByText("Periksa laporan ini").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        await visitor.LookAsync("publik-periksa-laporan");
    }
}
