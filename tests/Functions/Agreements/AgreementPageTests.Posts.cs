using System.Net;
using System.Text.Json.Nodes;
using Sakip.Rehearsal;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions.Agreements;

/// <summary>Agreements of three levels, from the planner's press to the last one in force.</summary>
public sealed partial class AgreementPageTests
{
    private const string Below = "kantor/pk-bawahan/2024/perjanjian";
    private const string Waits = "Perjanjian kinerja bawahan menunggu";

    [Fact]
    public async Task Three_levels_are_drawn_up_with_one_press_and_signed_from_the_top_with_one_letter_a_signer()
    {
        await StartOfThreeLevelsAsync();
        using var planner = await Person.SignedInAsync(office, AddressOf(office, Planner));
        await PressAsync(planner);
        var check = Assert.Single(LettersOfPosts());
        await TogetherAsync(check, "6 perjanjian dinyatakan sesuai");
        Assert.Contains("Menunggu perjanjian atasan", await BelowAsync(planner, ""));
        Assert.Single(LettersOfPosts());

        await office.SignAgreementAsync();
        var heads = LettersOfPosts().Skip(1).ToList();
        Assert.Equal(5, heads.Select(letter => letter.To).Distinct().Count());
        await BadInputAsync(heads[0]);
        foreach (var head in heads)
            await TogetherAsync(head, "1 perjanjian ditandatangani");
        var second = Assert.Single(LettersOfPosts().Skip(6));
        await TogetherAsync(second, "5 perjanjian ditandatangani");

        var librarian = Assert.Single(LettersOfPosts().Skip(7));
        await TogetherAsync(librarian, "1 perjanjian ditandatangani");
        var last = Assert.Single(LettersOfPosts().Skip(8));
        await TogetherAsync(last, "1 perjanjian ditandatangani");
        Assert.Contains("6 perjanjian, 6 berlaku", await BelowAsync(planner, ""));
        await ReadAsync(planner);
    }

    private async Task StartOfThreeLevelsAsync()
    {
        var plan = JsonNode.Parse(office.Sample("plan.json"))!;
        plan["unit"]!["code"] = "pk-bawahan";
        plan["indicatorLinks"] = new JsonArray(new JsonObject { ["indicator"] = "snp", ["post"] = "pustakawan" });
        using var started = await office.Office.PlanAsync(
            HttpMethod.Post,
            "api/offices/pk-bawahan/2024",
            plan.ToJsonString(),
            RunningOffice.Cancellation
        );
        Assert.Equal(
            (HttpStatusCode.Created, ""),
            (
                started.StatusCode,
                started.IsSuccessStatusCode ? "" : await started.Content.ReadAsStringAsync(RunningOffice.Cancellation)
            )
        );
        await office.SettleAsync();
    }

    private async Task PressAsync(Person planner)
    {
        var shown = await BelowAsync(planner, "/bawahan");
        Assert.Contains("Susun 6 naskah", shown);
        Assert.Contains("Pustakawan", shown);
        for (var press = 0; press < 2; press++)
        {
            using var pressed = await planner.PostAsync(Below + "/bawahan", FieldsOf(shown));
            Assert.Equal(HttpStatusCode.SeeOther, pressed.StatusCode);
            Assert.EndsWith(press == 0 ? "disusun=6" : "disusun=0", pressed.Headers.Location!.OriginalString);
        }

        await office.SettleAsync();
        Assert.Contains("Tidak ada yang perlu disusun", await BelowAsync(planner, "/bawahan"));
        Assert.Contains("Diajukan untuk diperiksa", await BelowAsync(planner, ""));
    }

    private async Task BadInputAsync(Letter letter)
    {
        var page = Together(letter);
        var form = await office.FormAsync(page);
        form["tindakan"] = "setuju";
        var without = new Dictionary<string, string>(
            form.Where(field => !field.Key.StartsWith("pilih.", StringComparison.Ordinal))
        );
        Assert.Equal(422, (await office.PostAsync(page, without)).Status);
        Assert.Equal(422, (await office.PostAsync(page, form)).Status);
        form["kode"] = "000000";
        Assert.Equal(422, (await office.PostAsync(page, form)).Status);
        form["aksi"] = "palsu";
        Assert.Equal(404, (await office.PostAsync(page, form)).Status);
    }

    private async Task ReadAsync(Person planner)
    {
        var page = await BelowAsync(planner, "/bawahan/pustakawan/0");
        Assert.Contains("Perjanjian awal: Pustakawan", page);
        using var file = await planner.GetAsync(Below + "/bawahan/pustakawan/0/berkas");
        var pdf = await file.Content.ReadAsByteArrayAsync(RunningOffice.Cancellation);
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(pdf, 0, 4));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf));
        var known = await GetAsync("periksa/" + hash);
        Assert.Contains("Perjanjian Kinerja Tahun 2024 Pustakawan", known.Html);
        Assert.Contains("Berlaku.", known.Html);
        var (status, api) = await office.JsonAsync(HttpMethod.Get, "api/offices/pk-bawahan/2024/agreements/posts");
        Assert.Equal(200, status);
        Assert.Contains("pustakawan", api.GetRawText());
        using var none = await planner.GetAsync(Below + "/bawahan/tidak-ada/0");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    /// <summary>Decides all that waits for the letter's recipient, with one code where one is asked for.</summary>
    private async Task TogetherAsync(Letter letter, string done)
    {
        var page = Together(letter);
        var form = await office.FormAsync(page);
        if (form.ContainsKey("kode"))
        {
            await office.PostAsync(page, new Dictionary<string, string>(form) { ["tindakan"] = "minta-kode" });
            form["kode"] = office.Mailbox.CodeOf(letter.To)!;
        }

        form["tindakan"] = "setuju";
        var (status, html) = await office.PostAsync(page, form);
        Assert.Equal(200, status);
        Assert.Contains(done, html);
        await office.SettleAsync();
    }

    private static Uri Together(Letter letter) => new(letter.Link!.AbsoluteUri + "/bersama");

    private List<Letter> LettersOfPosts()
    {
        office.Mailbox.Look();
        return [.. office.Mailbox.Letters.Where(letter => letter.Subject.StartsWith(Waits, StringComparison.Ordinal))];
    }

    private static async Task<string> BelowAsync(Person person, string page)
    {
        using var answer = await person.GetAsync(Below + page);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }
}
