namespace Sakip.Tests.Functions;

/// <summary>What must hold of links (security.md 1 to 7), on the running app.</summary>
public sealed class LinkTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Fact]
    public async Task Opening_a_link_changes_nothing_however_often_and_by_whatever_scanner()
    {
        await office.OpenSignaturesAsync();
        var link = office.Letter("Mohon tanda tangan").Link!;
        var (status, html) = await office.GetAsync(link);
        using var head = await office.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, link),
            RunningOffice.Cancellation
        );
        var (_, again) = await office.GetAsync(link);

        Assert.Equal(200, status);
        Assert.Equal(200, (int)head.StatusCode);
        Assert.Equal(html, again);
        Assert.Contains("Tanda tangani", again);
    }

    [Theory]
    [InlineData("/tidak-ada")]
    [InlineData("/kantor/tidak/ada/di/sini")]
    public async Task An_unknown_address_says_where_to_go_on(string address)
    {
        var (status, page) = await office.GetAsync(new Uri(office.Http.BaseAddress!, address));

        Assert.Equal(404, status);
        Assert.Contains("Halaman ini tidak ada atau sudah dipindahkan.", page);
        Assert.Contains("href=\"/periksa\"", page);
    }

    [Fact]
    public async Task The_document_opens_in_the_browser_under_its_name()
    {
        await office.OpenSignaturesAsync();
        using var file = await office.Http.GetAsync(
            new Uri(office.Letter("Mohon tanda tangan").Link! + "/dokumen"),
            RunningOffice.Cancellation
        );

        var disposition = file.Content.Headers.ContentDisposition!;
        Assert.Equal("inline", disposition.DispositionType);
        Assert.Equal("perjanjian-kinerja-2024-biro-organisasi.pdf", disposition.FileName);
    }

    [Fact]
    public async Task Signing_without_a_code_says_to_ask_for_one()
    {
        await office.OpenSignaturesAsync();
        var link = office.Letter("Mohon tanda tangan").Link!;
        var form = await office.FormAsync(link);
        form["tindakan"] = "setuju";

        var (status, page) = await office.PostAsync(link, form);

        Assert.Equal(422, status);
        Assert.Contains("kodenya belum diisi", page);
        Assert.Contains("autofocus", page);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_refused(string method)
    {
        await office.OpenSignaturesAsync();
        var link = office.Letter("Mohon tanda tangan").Link!;
        using var answer = await office.Http.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), link),
            RunningOffice.Cancellation
        );

        Assert.Equal(405, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task The_document_behind_a_link_is_only_read(string method)
    {
        await office.OpenSignaturesAsync();
        var link = office.Letter("Mohon tanda tangan").Link!;
        using var answer = await office.Http.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), link + "/dokumen"),
            RunningOffice.Cancellation
        );

        Assert.Equal(405, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_form_larger_than_any_page_makes_is_refused_with_words_and_decides_nothing()
    {
        await office.OpenSignaturesAsync();
        var letter = office.Letter("Mohon tanda tangan");
        var form = await office.FormAsync(letter.Link!);
        form["tindakan"] = "kembalikan";
        form["catatan"] = new string('x', 600 * 1024);

        var (status, page) = await office.PostAsync(letter.Link!, form);

        Assert.Equal(413, status);
        Assert.Contains("terlalu besar", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Tanda tangani", (await office.GetAsync(letter.Link!)).Html);
    }

    [Fact]
    public async Task A_tampered_link_and_an_unknown_one_get_the_same_page()
    {
        await office.OpenSignaturesAsync();
        var link = office.Letter("Mohon tanda tangan").Link!.ToString();
        var last = link[^10] == 'A' ? 'B' : 'A';
        var tampered = new Uri(link[..^10] + last + link[^9..]);
        var unknown = new Uri(office.Http.BaseAddress!, "tautan/" + new string('x', 120));

        var (first, page) = await office.GetAsync(tampered);
        var (second, same) = await office.GetAsync(unknown);

        Assert.Equal((404, 404), (first, second));
        Assert.Equal(page, same);
        Assert.Contains("tidak berlaku", page);
    }

    [Theory]
    [InlineData(".")]
    [InlineData(",")]
    [InlineData(")")]
    [InlineData("/")]
    [InlineData("%20")]
    [InlineData("%0a")]
    [InlineData("%E2%80%9D.")]
    [InlineData("_")]
    public async Task An_address_with_something_behind_it_leads_to_the_links_own(string surplus)
    {
        await office.OpenSignaturesAsync();
        var link = office.Letter("Mohon tanda tangan").Link!;
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Post])
        {
            using var request = new HttpRequestMessage(
                method,
                new Uri(link + surplus, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })
            );
            using var answer = await http.SendAsync(request, RunningOffice.Cancellation);

            Assert.Equal(308, (int)answer.StatusCode);
            Assert.Equal(link.AbsolutePath, answer.Headers.Location!.ToString());
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        }
    }

    [Theory]
    [InlineData("=")]
    [InlineData("==")]
    [InlineData("A")]
    public async Task An_address_with_padding_or_more_letters_is_no_link(string surplus)
    {
        await office.OpenSignaturesAsync();
        Assert.Equal(404, (await office.GetAsync(new Uri(office.Letter("Mohon tanda tangan").Link + surplus))).Status);
    }

    [Fact]
    public async Task Pages_behind_links_are_not_cached_framed_or_referred_from()
    {
        await office.OpenSignaturesAsync();
        using var answer = await office.Http.GetAsync(
            office.Letter("Mohon tanda tangan").Link,
            RunningOffice.Cancellation
        );

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe-inline", policy);
    }

    [Fact]
    public async Task A_post_that_was_not_made_from_the_page_decides_nothing()
    {
        await office.OpenSignaturesAsync();
        var letter = office.Letter("Mohon tanda tangan");

        var (status, _) = await office.PostAsync(
            letter.Link!,
            new Dictionary<string, string> { ["tindakan"] = "setuju" }
        );
        using var json = await office.Http.PostAsync(letter.Link, new StringContent("{}"), RunningOffice.Cancellation);

        Assert.Equal(404, status);
        Assert.Equal(415, (int)json.StatusCode);
        Assert.Contains("Tanda tangani", (await office.GetAsync(letter.Link!)).Html);
    }
}
