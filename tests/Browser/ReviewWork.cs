using Microsoft.Playwright;
using Sakip.Tests.Functions;

namespace Sakip.Tests.Browser;

/// <summary>The Inspectorate's reviewer begins a review and hands it over to a colleague, who finds what is filled in.</summary>
internal static class ReviewWork
{
    private const string Office = "/kantor/biro-organisasi/2024";
    private const string Colleague = "Contoh Enam Belas Safitri";

    public static async Task HandOverAsync(Screens screens, RunningOffice office)
    {
        await GrantAsync(screens, office);
        await using var reviewer = await screens.VisitorAsync(office);
        var letter = office.Letter("Mohon reviu");
        var hand = new Hand(reviewer);
        await reviewer.OpenAsync(letter.Link!.PathAndQuery);
        await hand.ClickAsync(hand.Page.Locator("input[type=radio][value=Fulfilled]").First);
        await Assertions.Expect(hand.Page.Locator("[data-tersimpan]")).ToContainTextAsync("Draf tersimpan");
        await GuidePicture.TakeAsync(hand.Page, "inspektorat", GuidePicture.Desk);

        await hand.ClickAsync("Serahkan reviu kepada rekan");
        await hand.PressAsync("Serahkan reviu");
        await Assertions.Expect(hand.Page.Locator("#galat")).ToBeFocusedAsync();
        await reviewer.LookAsync("langkah-reviu-serah", "ponsel");
        await hand
            .Page.Locator("[name=rekan]")
            .SelectOptionAsync(new SelectOptionValue { Label = await NameAsync(hand.Page) });
        await hand.TypeAsync("[name=pesan-rekan]", "Butir pertama sudah saya periksa.");
        await hand.PressAsync("Serahkan reviu");
        await hand.Page.GetByRole(AriaRole.Heading, new() { Name = "Reviu diserahkan" }).WaitForAsync();
        await reviewer.LookAsync("langkah-reviu-diserahkan");
        hand.Done("Hand a review over");

        await office.SettleAsync();
        var taken = office.Letter("Mohon reviu diteruskan");
        Assert.NotEqual(letter.To, taken.To);
        await reviewer.OpenAsync(taken.Link!.PathAndQuery);
        await Assertions.Expect(reviewer.Page.Locator("[data-terjawab]")).ToHaveTextAsync("1");
        await HandBackAsync(office, taken.Link!.Segments[^1]);
    }

    // A machine does the same: to one of the colleagues that the step names, and once.
    private static async Task HandBackAsync(RunningOffice office, string token)
    {
        var step = "api/steps/" + token;
        var read = (await office.JsonAsync(HttpMethod.Get, step)).Json;
        var action = read.GetProperty("actionToken").GetString();
        var colleague = Assert.Single(read.GetProperty("colleagues").EnumerateArray()).GetProperty("code").GetString();

        var (refused, why) = await SendAsync("p01");
        var (done, to) = await SendAsync(colleague);
        var (again, _) = await SendAsync(colleague);

        Assert.Equal((422, 200, 404), (refused, done, again));
        Assert.Contains(colleague!, why.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(colleague, to.GetProperty("code").GetString());
        await office.SettleAsync();

        Task<(int Status, System.Text.Json.JsonElement Json)> SendAsync(string? code) =>
            office.JsonAsync(
                HttpMethod.Post,
                step,
                new
                {
                    action = "hand-over",
                    actionToken = action,
                    colleague = code,
                    note = "Mohon dilanjutkan.",
                }
            );
    }

    private static async Task GrantAsync(Screens screens, RunningOffice office)
    {
        await using var administrator = await screens.VisitorAsync(office);
        await administrator.SignInAsync("delapan.belas.rahayu@contoh.example");
        await administrator.OpenAsync(Office + "/pengaturan/peran");
        var hand = new Hand(administrator);
        await hand.ChooseAsync("[name=peran]", "Inspector");
        await hand
            .Page.Locator("[name=pegawai]")
            .SelectOptionAsync(new SelectOptionValue { Label = await NameAsync(hand.Page) });
        await hand.TypeAsync("[name=alasan]", "Tim reviu ditambah satu orang.");
        await hand
            .Page.Locator("form:has([name=peran]) button[value=tambah], form:has([name=peran]) button")
            .Last.ClickAsync();
        await hand.Page.Locator(".notice").First.WaitForAsync();
        Assert.Equal(0, await hand.Page.Locator("#galat").CountAsync());
    }

    // As the list of choices writes it, with titles.
    private static async Task<string> NameAsync(IPage page) =>
        (await page.Locator("option", new() { HasText = Colleague }).First.InnerTextAsync()).Trim();
}
