using Microsoft.Playwright;
using Sakip.Tests.Functions;

namespace Sakip.Tests.Browser;

/// <summary>Those who work at a desk: verifier, planner, administrator, budget manager, and whoever is lost.</summary>
internal sealed class DeskPeople(Screens screens, RunningOffice office)
{
    private const string Office = "/kantor/biro-organisasi/2024";

    // The verifier sends it back: the reason is asked for where the way back is taken, and nothing else is.
    public async Task VerifyAsync()
    {
        await using var person = await screens.VisitorAsync(office);
        var hand = new Hand(person);
        await person.OpenAsync(office.Letter("Mohon verifikasi", "Tata Usaha").Link!.PathAndQuery);
        await GuidePicture.TakeAsync(hand.Page, "verifikator", GuidePicture.Desk);
        await hand.ClickAsync("Kembalikan dengan catatan…");
        await hand.PressAsync("Kembalikan dengan catatan");
        await Assertions.Expect(hand.Page.Locator("#galat")).ToBeFocusedAsync();
        await person.LookAsync("orang-verifikasi-tanpa-alasan");
        await hand.TypeAsync("textarea[name=catatan]", "Mohon lampirkan berita acara serah terima.");
        await hand.PressAsync("Kembalikan dengan catatan");
        await hand.Page.GetByText("Tidak ada lagi yang perlu Anda lakukan").WaitForAsync();
        hand.Done("Return a report");
        await office.SettleAsync();
    }

    // The planner, from the dashboard: who has not reported, and more time for all.
    public async Task ExtendAsync()
    {
        await using var person = await screens.VisitorAsync(office);
        await person.SignInAsync("tiga.belas.dewanti@contoh.example");
        await person.OpenAsync(Office);
        var hand = new Hand(person);
        await hand.ClickAsync(hand.Page.Locator("ol.timeline li.now a"));
        await hand.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Triwulan I" }).WaitForAsync();
        await GuidePicture.TakeAsync(hand.Page, "perencana", GuidePicture.Desk);
        await hand.ClickAsync("Perpanjang masa pelaporan");
        await hand.TypeAsync("[name=due]", "26 April 2024");
        await hand.TypeAsync("[name=closes]", "3-5-2024");
        await hand.TypeAsync("[name=verificationDue]", "8/5/2024");
        await hand.TypeAsync("[name=reason]", "Libur dan cuti bersama Idulfitri mengurangi hari kerja.");
        await hand.PressAsync("Perpanjang");
        await hand.Page.GetByText("26 April 2024").First.WaitForAsync();
        hand.Done("Extend a window");
        Assert.Equal(3, hand.Clicks);
        await person.LookAsync("orang-perpanjangan");
        await office.SettleAsync();
    }

    // The administrator takes in who has come from another office.
    public async Task AddAsync()
    {
        await using var person = await screens.VisitorAsync(office);
        await person.SignInAsync("delapan.belas.rahayu@contoh.example");
        await person.OpenAsync(Office);
        var hand = new Hand(person);
        await hand.FollowAsync("Pengaturan");
        await hand.FollowAsync("Pegawai");
        await hand.TypeAsync("[name=nama]", "Contoh Sembilan Belas Pratiwi");
        await hand.TypeAsync("[name=nip]", "199001012015031019");
        await hand.TypeAsync("[name=surel]", "sembilan.belas.pratiwi@contoh.example");
        await hand.TypeAsync("textarea[name=alasan], [name=alasan]", "Pindah dari perangkat daerah lain.");
        await GuidePicture.TakeAsync(
            hand.Page,
            "administrator",
            GuidePicture.Desk,
            hand.Page.Locator("fieldset", new() { HasText = "Tambah pegawai" }).Last
        );
        await hand.PressAsync("Tambah pegawai");
        await hand.Page.GetByText("Contoh Sembilan Belas Pratiwi").First.WaitForAsync();
        hand.Done("Add an official");
        Assert.Equal(3, hand.Clicks);
        await person.LookAsync("orang-pegawai");
    }

    public async Task SpendAsync()
    {
        await using var person = await screens.VisitorAsync(office);
        await person.SignInAsync("empat.belas.kusuma@contoh.example");
        await person.OpenAsync(Office + "/anggaran");
        await GuidePicture.TakeAsync(
            person.Page,
            "pengelola-anggaran",
            GuidePicture.Desk,
            person.Page.GetByRole(AriaRole.Heading, new() { Name = "Impor realisasi" })
        );
    }

    // The IT person of the province, who has no account: what must be there before, and whether it runs well now.
    public async Task MaintainAsync()
    {
        await using var person = await screens.VisitorAsync(office);
        var hand = new Hand(person);
        await person.OpenAsync("/");
        await hand.ClickAsync(hand.Page.GetByRole(AriaRole.Link, new() { Name = "Bantuan" }).First);
        await hand.ClickAsync(hand.Page.GetByRole(AriaRole.Link, new() { Name = "Menjalankan dan merawat Sakip" }));
        await hand.Page.GetByText("/health/ready").First.WaitForAsync();
        await person.LookAsync("bantuan-pengelola-teknis");
        await hand.ClickAsync(hand.Page.GetByRole(AriaRole.Link, new() { Name = "Semua halaman bantuan" }));
        await hand.ClickAsync(hand.Page.GetByRole(AriaRole.Link, new() { Name = "Sebelum mulai" }));
        await hand.Page.GetByText("Server surel (SMTP)").First.WaitForAsync();
        hand.Done("Find out what the system needs and how it is kept");
        Assert.Equal(4, hand.Clicks);
        var ready = await hand.Page.APIRequest.GetAsync("/health/ready");
        Assert.Equal(200, ready.Status);
        Assert.Contains("tables", await ready.TextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    // Who is lost: an address that does not exist, the guide, and what an office needs before it starts.
    public async Task LookForHelpAsync()
    {
        await using var person = await screens.VisitorAsync(office);
        await person.OpenAsync("/tidak-ada");
        await person.LookAsync("orang-tersesat");
        Assert.NotEqual(0, await person.Page.GetByText("Periksa keaslian dokumen").CountAsync());
        foreach (var page in new[] { "pengisi", "penanda-tangan", "perencana", "sebelum-mulai" })
        {
            await person.OpenAsync("/bantuan/" + page);
            await person.LookAsync("bantuan-" + page);
        }
    }
}
