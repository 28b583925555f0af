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
            var desks = new DeskPeople(screens, office);
            await desks.VerifyAsync();
            await desks.ExtendAsync();
            await desks.AddAsync();
            await desks.SpendAsync();
            await desks.MaintainAsync();
            await desks.LookForHelpAsync();
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

    private async Task<Visitor> PhoneAsync(RunningOffice office)
    {
        var person = await screens.VisitorAsync(office);
        await person.Page.SetViewportSizeAsync(GuidePicture.Phone.Width, GuidePicture.Phone.Height);
        return person;
    }
}
