using Microsoft.Playwright;
using Sakip.Rehearsal;
using Sakip.Tests.Functions;

namespace Sakip.Tests.Browser;

/// <summary>
/// An office begins with nothing, and its people do their work knowing no more than their letter and what the pages show:
/// the administrator imports, head and staff act on a phone, planner and verifier at a desk.
/// </summary>
public sealed class PeopleTests(Screens screens)
{
    private const string Office = "/kantor/biro-organisasi/2024";
    private static readonly DateTimeOffset FirstOfApril = new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task People_who_know_their_letter_alone_find_their_way_from_an_empty_system()
    {
        var office = new RunningOffice();
        try
        {
            File.Delete(Path.Combine(Screens.Folder, "people.txt"));
            await office.InitializeAsync();
            await ImportAsync(office);
            await office.CheckAgreementAsync();
            await SignAsync(office);
            await office.SettleAsync();
            await SignSecondAsync(office);
            await office.MoveToAsync(FirstOfApril);
            await ReportAsync(office);
            await office.SettleAsync();
            await ApproveAsync(office);
            await office.SettleAsync();
            await VerifyAsync(office);
            await ExtendAsync(office);
            await AddAsync(office);
            await SpendAsync(office);
            await LookForHelpAsync(office);
        }
        finally
        {
            await office.DisposeAsync();
        }
    }

    // The first administrator: from the sign-in to a year that has begun.
    private async Task ImportAsync(RunningOffice office)
    {
        await using var person = await screens.VisitorAsync(office);
        await person.SignInAsync("pengelola@contoh.example");
        var hand = new Hand(person);
        await hand.ClickAsync(hand.Page.Locator("main a[href='/impor']").First);
        await person.LookAsync("orang-impor");
        Assert.NotEqual(0, await hand.Page.GetByText("contoh terisi").CountAsync());
        await hand
            .Page.Locator("input[name=berkas]")
            .SetInputFilesAsync(Path.Combine(office.Options.Sample, "plan.json"));
        await hand.PressAsync("Periksa berkas");
        await hand.Page.GetByText("Menerapkan memulai siklus").WaitForAsync();
        await hand.PressAsync("Terapkan");
        await hand.Page.GetByText("Langkah berikutnya").First.WaitForAsync();
        await person.LookAsync("orang-impor-selesai");
        hand.Done("Begin a year from its file");
        await office.SettleAsync();
    }

    // The head, on a phone: the code's field is in sight and ready once the code is asked for.
    private async Task SignAsync(RunningOffice office)
    {
        await using var person = await PhoneAsync(office);
        var letter = office.Letter("Mohon tanda tangan");
        var hand = new Hand(person);
        await person.OpenAsync(letter.Link!.PathAndQuery);
        var file = await hand.Page.GetByText("Buka dokumen (PDF)").GetAttributeAsync("href");
        var pdf = await hand.Page.APIRequest.GetAsync(file!);
        Assert.StartsWith("inline", pdf.Headers["content-disposition"], StringComparison.Ordinal);
        await hand.PressAsync("Kirim kode ke surel saya");
        await hand.Page.GetByText("Kode telah dikirim").WaitForAsync();
        var code = hand.Page.Locator("input[name=kode]");
        await Assertions.Expect(code).ToBeFocusedAsync();
        await Assertions.Expect(code).ToBeInViewportAsync();
        await GuidePicture.TakeAsync(
            hand.Page,
            "penanda-tangan",
            GuidePicture.Phone,
            hand.Page.Locator("fieldset").Last
        );
        office.Mailbox.Look();
        await hand.TypeAsync("input[name=kode]", office.Mailbox.CodeOf(letter.To)!);
        await hand.PressAsync("Tanda tangani");
        await hand.Page.GetByText("Tidak ada lagi yang perlu Anda lakukan").WaitForAsync();
        hand.Done("Sign on the phone");
        Assert.Equal(2, hand.Clicks);
        await person.LookAsync("orang-tanda-tangan");
    }

    private static async Task SignSecondAsync(RunningOffice office)
    {
        var letter = office.Letter("Mohon tanda tangan");
        var form = await office.FormWithCodeAsync(letter);
        form["tindakan"] = "setuju";
        Assert.Equal(200, (await office.PostAsync(letter.Link!, form)).Status);
        await office.SettleAsync();
    }

    // A member of staff, on a phone: an empty report is asked about, row by row; a full one is in with one tap.
    private async Task ReportAsync(RunningOffice office)
    {
        await using var person = await PhoneAsync(office);
        var letter = office.Letter("Mohon diisi", "Tata Usaha");
        await person.OpenAsync(letter.Link!.PathAndQuery);
        await person.Page.Locator("main button[value=setuju]").ClickAsync();
        await person.Page.GetByText("memang belum ada realisasi").First.WaitForAsync();
        await person.LookAsync("orang-laporan-kosong");

        await person.OpenAsync(letter.Link!.PathAndQuery);
        var hand = new Hand(person);
        await FillAsync(hand, Figures.Load(Path.Combine(office.Options.Sample, "realisations.json")));
        await Assertions.Expect(hand.Page.Locator("[data-tersimpan]")).ToContainTextAsync("Draf tersimpan");
        await GuidePicture.TakeAsync(hand.Page, "pengisi", GuidePicture.Phone, hand.Page.Locator("fieldset").First);
        await person.LookAsync("orang-laporan", "ponsel");
        await hand.ClickAsync(hand.Page.Locator("main button[value=setuju]"));
        await hand.Page.GetByText("Tidak ada lagi yang perlu Anda lakukan").WaitForAsync();
        hand.Done("Hand in a report on the phone");
        Assert.Equal(1, hand.Clicks);
        await person.LookAsync("orang-laporan-terkirim");
    }

    private static async Task FillAsync(Hand hand, Figures figures)
    {
        var fields = (
            await hand
                .Page.Locator("main form :is(input, textarea, select)[name]:not([type=hidden], [type=file])")
                .EvaluateAllAsync<string[]>("fields => fields.map(field => field.name)")
        )
            .Distinct()
            .ToDictionary(name => name, _ => "");
        figures.Type(fields, 1);
        foreach (var (name, value) in fields.Where(field => field.Value.Length > 0))
        {
            var selector = $"[name=\"{name}\"]";
            if (await hand.Page.Locator("select" + selector).CountAsync() > 0)
                await hand.ChooseAsync(selector, value);
            else
                await hand.TypeAsync(selector, value);
        }
    }

    // The head of the sub-unit, on a phone: what is to be decided is summed up, and one tap decides.
    private async Task ApproveAsync(RunningOffice office)
    {
        await using var person = await PhoneAsync(office);
        var hand = new Hand(person);
        await person.OpenAsync(office.Letter("Mohon persetujuan", "Tata Usaha").Link!.PathAndQuery);
        await hand.Page.GetByText("sub kegiatan;").WaitForAsync();
        await GuidePicture.TakeAsync(hand.Page, "kepala-sub-unit", GuidePicture.Phone);
        await hand.PressAsync("Setujui laporan");
        await hand.Page.GetByText("Tidak ada lagi yang perlu Anda lakukan").WaitForAsync();
        hand.Done("Approve a report on the phone");
        Assert.Equal(1, hand.Clicks);
    }

    // The verifier sends it back: the reason is asked for where the way back is taken, and nothing else is.
    private async Task VerifyAsync(RunningOffice office)
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
    private async Task ExtendAsync(RunningOffice office)
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
    private async Task AddAsync(RunningOffice office)
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

    private async Task SpendAsync(RunningOffice office)
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

    // Who is lost: an address that does not exist, the guide, and what an office needs before it starts.
    private async Task LookForHelpAsync(RunningOffice office)
    {
        await using var person = await PhoneAsync(office);
        await person.OpenAsync("/tidak-ada");
        await person.LookAsync("orang-tersesat");
        Assert.NotEqual(0, await person.Page.GetByText("Periksa keaslian dokumen").CountAsync());
        foreach (var page in new[] { "pengisi", "penanda-tangan", "perencana", "sebelum-mulai" })
        {
            await person.OpenAsync("/bantuan/" + page);
            await person.LookAsync("bantuan-" + page);
        }
    }

    private async Task<Visitor> PhoneAsync(RunningOffice office)
    {
        var person = await screens.VisitorAsync(office);
        await person.Page.SetViewportSizeAsync(GuidePicture.Phone.Width, GuidePicture.Phone.Height);
        return person;
    }
}
