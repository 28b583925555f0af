using System.Net;

namespace Sakip.Tests.Functions.Access;

/// <summary>Signing in with a mailed code, and out again.</summary>
public sealed class SignInTests(LimitedOffice office) : IClassFixture<LimitedOffice>
{
    private const string Planner = "tiga.belas.dewanti@contoh.example";

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_comes_back_to_the_page()
    {
        await office.StartYearAsync();
        using var person = new Person(office);

        using var sent = await person.GetAsync("kantor?urut=baru");

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal("/masuk?tujuan=%2Fkantor%3Furut%3Dbaru", sent.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_session_cookie_is_for_this_site_alone_and_never_for_scripts()
    {
        await office.StartYearAsync();
        using var person = new Person(office);
        using var answer = await person.EnterAsync(Planner, await person.CodeAsync(Planner));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("sakip-sesi=", cookie);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("contoh", cookie, StringComparison.OrdinalIgnoreCase);
        using var page = await person.GetAsync("kantor");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Biro Organisasi", await page.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    [Fact]
    public async Task A_code_holds_once_and_only_in_the_browser_that_asked_for_it()
    {
        await office.StartYearAsync();
        using var person = new Person(office);
        using var thief = new Person(office);
        var code = await person.CodeAsync(Planner);

        using var stolen = await thief.EnterAsync(Planner, code);
        using var right = await person.EnterAsync(Planner, code);
        using var again = await person.EnterAsync(Planner, code);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stolen.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_is_dead()
    {
        await office.StartYearAsync();
        const string Address = "empat.belas.kusuma@contoh.example";
        using var person = new Person(office);
        var code = await person.CodeAsync(Address);
        var wrong = code == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++)
        {
            using var tried = await person.EnterAsync(Address, wrong);
            Assert.Contains("Kode salah", await tried.Content.ReadAsStringAsync(RunningOffice.Cancellation));
        }

        using var late = await person.EnterAsync(Address, code);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("tidak berlaku lagi", await late.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answers_and_no_letter()
    {
        await office.StartYearAsync();
        using var known = new Person(office);
        using var unknown = new Person(office);
        const string Nobody = "bukan.siapa@contoh.example";

        using var first = await known.AskAsync("lima.anggraini@contoh.example");
        using var second = await unknown.AskAsync(Nobody);
        var one = await first.Content.ReadAsStringAsync(RunningOffice.Cancellation);
        var other = await second.Content.ReadAsStringAsync(RunningOffice.Cancellation);

        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Equal(
            Plain(one, known).Replace("lima.anggraini@contoh.example", Nobody, StringComparison.Ordinal),
            Plain(other, unknown)
        );
        await office.SettleAsync();
        Assert.Null(office.Mailbox.CodeOf(Nobody));
    }

    [Fact]
    public async Task Past_the_limit_of_a_mailbox_it_is_429_with_the_time_to_wait_whatever_address_is_claimed()
    {
        await office.StartYearAsync();
        const string Address = "dua.pratama@contoh.example";
        using var person = new Person(office);
        for (var i = 0; i < 5; i++)
        {
            using var asked = await person.AskAsync(Address, $"203.0.113.{i}");
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        }

        using var more = await person.AskAsync(Address, "203.0.113.99");

        Assert.Equal(HttpStatusCode.TooManyRequests, more.StatusCode);
        Assert.InRange(more.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 900);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_also_for_a_copy_of_its_cookie()
    {
        await office.StartYearAsync();
        using var person = await Person.SignedInAsync(office, "sebelas.puspita@contoh.example");
        using var copy = person.Copy();
        using var forged = await person.PostAsync("keluar", new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var page = await person.GetAsync("keluar");
        var form = Sakip
            .Rehearsal.PageForm.Read(await page.Content.ReadAsStringAsync(RunningOffice.Cancellation))!
            .Fields;

        using var left = await person.PostAsync("keluar", form);
        using var after = await copy.GetAsync("kantor");

        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        Assert.DoesNotContain("sakip-sesi", person.Cookies.Keys);
        Assert.Equal(HttpStatusCode.SeeOther, after.StatusCode);
    }

    [Fact]
    public async Task A_browser_cookie_that_this_app_did_not_seal_is_replaced()
    {
        await office.StartYearAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = office.Http.BaseAddress,
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, "masuk");
        request.Headers.Add("Cookie", "sakip-masuk=FIXED");

        using var answer = await http.SendAsync(request, RunningOffice.Cancellation);

        Assert.DoesNotContain("FIXED", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Contacts_are_shown_and_exported_to_planner_and_administrator_alone()
    {
        await office.StartYearAsync();
        using var planner = await Person.SignedInAsync(office, Planner);
        using var member = await Person.SignedInAsync(office, "sembilan.utami@contoh.example");
        async Task<string> ReadAsync(Person person, string page)
        {
            using var answer = await person.GetAsync($"kantor/biro-organisasi/2024/rencana{page}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            if (!page.EndsWith("xlsx", StringComparison.Ordinal))
                return await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation);
            using var zip = new System.IO.Compression.ZipArchive(
                await answer.Content.ReadAsStreamAsync(RunningOffice.Cancellation)
            );
            return string.Concat(zip.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
        }

        foreach (var page in (string[])["/ekspor.json", "/ekspor.xlsx"])
        {
            Assert.Contains(Planner, await ReadAsync(planner, page), StringComparison.Ordinal);
            var shown = await ReadAsync(member, page);
            // The workbook's own guide shows what an address looks like.
            Assert.DoesNotContain(Planner, shown, StringComparison.Ordinal);
            Assert.DoesNotContain("sembilan.utami@", shown, StringComparison.Ordinal);
            Assert.DoesNotMatch("\"nip\": *\"[0-9]", shown);
        }

        Assert.Contains("NIP", await ReadAsync(planner, ""), StringComparison.Ordinal);
        Assert.DoesNotContain(">NIP<", await ReadAsync(member, ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_stranger_locks_nobody_out_and_a_mailbox_gets_no_codes_without_end_in_a_day()
    {
        await office.StartYearAsync();
        const string Victim = "enam.belas.safitri@contoh.example";
        for (var i = 0; i < 12; i++)
        {
            using var stranger = new Person(office);
            using var asked = await stranger.AskAsync(Victim);
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        }

        using var owner = new Person(office);
        using var code = await owner.AskAsync(Victim);
        Assert.Equal(HttpStatusCode.OK, code.StatusCode);
        HttpStatusCode last = default;
        for (var i = 0; i < 4; i++)
        {
            using var stranger = new Person(office);
            using var asked = await stranger.AskAsync(Victim);
            last = asked.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Theory]
    [InlineData("https://jahat.example/")]
    [InlineData("//jahat.example/")]
    [InlineData("/\\jahat.example/")]
    public async Task Signing_in_leads_to_no_other_site(string target)
    {
        using var person = new Person(office);
        using var page = await person.GetAsync("masuk?tujuan=" + Uri.EscapeDataString(target));

        Assert.DoesNotContain("jahat", await page.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    [Fact]
    public async Task Headers_that_anyone_can_write_make_nobody_an_official()
    {
        await office.StartYearAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "kantor");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-ID", "11111111-1111-1111-1111-111111111111");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-NAME", Planner);
        request.Headers.Add(
            "X-MS-CLIENT-PRINCIPAL",
            Convert.ToBase64String(
                """{"auth_typ":"aad","claims":[{"typ":"oid","val":"11111111-1111-1111-1111-111111111111"}]}"""u8
            )
        );
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = office.Http.BaseAddress,
        };

        using var answer = await http.SendAsync(request, RunningOffice.Cancellation);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static string Plain(string html, Person person)
    {
        foreach (var value in person.Cookies.Values)
            html = html.Replace(value, "", StringComparison.Ordinal);
        return System.Text.RegularExpressions.Regex.Replace(html, "name=\"penanda\" value=\"[^\"]*\"", "");
    }
}
