namespace Sakip.Tests.Browser;

/// <summary>Every page that the menu leads to, as those see it who may, on a desktop and on a phone.</summary>
public sealed class PagesTests(Screens screens)
{
    [Theory]
    [InlineData("perencana", "tiga.belas.dewanti@contoh.example")]
    [InlineData("operator", "sepuluh.nugraha@contoh.example")]
    [InlineData("kepala-bagian", "lima.anggraini@contoh.example")]
    [InlineData("verifikator", "lima.belas.ardana@contoh.example")]
    [InlineData("kepala-biro", "satu.wijaya@contoh.example")]
    [InlineData("inspektorat", "tujuh.belas.hartono@contoh.example")]
    [InlineData("pengelola-anggaran", "empat.belas.kusuma@contoh.example")]
    [InlineData("administrator", "delapan.belas.rahayu@contoh.example")]
    public async Task Each_role_reads_its_pages_on_desk_and_phone(string role, string address)
    {
        await using var visitor = await screens.VisitorAsync((await screens.YearAsync()).Running);
        await visitor.SignInAsync(address);
        await visitor.OpenAsync("/kantor");
        if (role == "perencana")
            await visitor.LookAsync("kantor");
        await visitor.OpenAsync("/kantor/biro-organisasi/2024");
        foreach (var section in await visitor.SectionsAsync())
        {
            // What others see of the same page differs little: pictures of all pages are the planner's and the administrator's.
            var name = section.Split('/').Skip(4).FirstOrDefault("beranda");
            var isWhole = role is "perencana" or "administrator";
            if (!isWhole && name is not ("beranda" or "tugas"))
                continue;
            await visitor.OpenAsync(section);
            await visitor.LookAsync($"{role}-{name}", isWhole ? null : "ponsel");
            if (role == "perencana" && name is ("beranda" or "anggaran" or "perjanjian" or "triwulan" or "audit"))
                await visitor.PrintAsync($"{role}-{name}");
        }
    }

    [Fact]
    public async Task An_administrator_sets_receivers_and_roles()
    {
        await using var visitor = await screens.VisitorAsync((await screens.YearAsync()).Running);
        await visitor.SignInAsync("delapan.belas.rahayu@contoh.example");
        foreach (var (page, name) in new[] { ("webhook", "pengaturan-webhook"), ("peran", "pengaturan-peran") })
        {
            await visitor.OpenAsync("/kantor/biro-organisasi/2024/pengaturan/" + page);
            await visitor.LookAsync(name);
        }
    }

    [Fact]
    public async Task Public_pages_and_the_way_in_are_for_everybody()
    {
        await using var visitor = await screens.VisitorAsync((await screens.YearAsync()).Running);
        foreach (
            var (path, name) in new[]
            {
                ("/", "portal"),
                ("/masuk", "masuk"),
                ("/keluar", "keluar"),
                ("/tautan/" + new string('x', 60), "tautan-tak-berlaku"),
            }
        )
        {
            await visitor.OpenAsync(path);
            await visitor.LookAsync(name);
        }
    }
}
