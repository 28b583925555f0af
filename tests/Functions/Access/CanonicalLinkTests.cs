using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sakip.Approvals;
using Sakip.Functions.Access;
using Sakip.Notifications;

namespace Sakip.Tests.Functions.Access;

/// <summary>One link, one address; cookies that only this app wrote.</summary>
public sealed class CanonicalLinkTests
{
    private static readonly string Token = $"v1.kunci-1.AQEAAWb8_-x.{new string('s', 42)}_";

    [Theory]
    [InlineData("/tautan/{0}.", "/tautan/{0}")]
    [InlineData("/tautan/{0}...", "/tautan/{0}")]
    [InlineData("/tautan/{0}/", "/tautan/{0}")]
    [InlineData("/tautan/{0}//", "/tautan/{0}")]
    [InlineData("/tautan/{0}%2F", "/tautan/{0}")]
    [InlineData("/tautan/{0} /", "/tautan/{0}")]
    [InlineData("/tautan/{0}\u200b", "/tautan/{0}")]
    [InlineData("/tautan/{0}\u00a0", "/tautan/{0}")]
    [InlineData("/tautan/{0}\u201d)", "/tautan/{0}")]
    [InlineData("/tautan/{0}-_-", "/tautan/{0}")]
    [InlineData("/tautan/{0}./dokumen", "/tautan/{0}/dokumen")]
    [InlineData("/tautan/{0}/dokumen/", "/tautan/{0}/dokumen")]
    [InlineData("/Tautan/{0}", "/tautan/{0}")]
    [InlineData("/api/steps/{0}/", "/api/steps/{0}")]
    [InlineData("/api/steps/{0},/evidence", "/api/steps/{0}/evidence")]
    [InlineData("/tautan/{0}", null)]
    [InlineData("/tautan/{0}/formulir.xlsx", null)]
    [InlineData("/tautan/{0}/bukti/0123/4", null)]
    [InlineData("/tautan/{0}=", null)]
    [InlineData("/tautan/{0}=.", null)]
    [InlineData("/tautan/{0}a", null)]
    [InlineData("/tautan/ {0}", null)]
    [InlineData("/tautan/{0}/\r\nSet-Cookie: a", null)]
    [InlineData("/tautan/x.", null)]
    [InlineData("/kantor/", null)]
    [InlineData(null, null)]
    public void What_stands_behind_a_link_is_taken_off_and_nothing_else(string? path, string? canonical) =>
        Assert.Equal(Filled(canonical), CanonicalLink.Of(Filled(path)));

    [Theory]
    [InlineData("https://sakip.example/", "__Host-sakip-masuk")]
    [InlineData("http://127.0.0.1:5080/", "sakip-masuk")]
    public void A_browser_is_known_by_a_sealed_cookie_for_this_host_alone(string site, string name)
    {
        var links = new LinkOptions { ActiveKey = "uji" };
        links.Keys["uji"] = Convert.ToBase64String(new byte[32]);
        var cookies = new SiteCookies(
            new LinkTokens(Options.Create(links)),
            Options.Create(new AppOptions { BaseUrl = new Uri(site) })
        );
        var first = new DefaultHttpContext();
        var browser = KnownBrowser.New().Knowing("satu@contoh.example");
        cookies.SetBrowser(first, browser);
        var set = first.Response.Headers.SetCookie.ToString();
        var value = set.Split(';')[0].Split('=', 2)[1];

        Assert.StartsWith(name + "=", set, StringComparison.Ordinal);
        Assert.Contains("secure", set, StringComparison.Ordinal);
        Assert.Contains("path=/;", set, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", set, StringComparison.Ordinal);
        var read = cookies.BrowserOf(Request(name, value));
        Assert.Equal(browser, read);
        Assert.True(read!.Knows(" SATU@contoh.example"));
        Assert.False(read.Knows("dua@contoh.example"));
        Assert.Null(cookies.BrowserOf(Request(name, "FIXED")));
        Assert.Null(cookies.BrowserOf(Request(name, "x" + value)));
        Assert.Null(cookies.BrowserOf(Request(name == "sakip-masuk" ? "__Host-sakip-masuk" : "sakip-masuk", value)));
        foreach (var number in Enumerable.Range(0, 9))
            browser = browser.Knowing($"orang{number}@contoh.example");
        Assert.True(browser.Knows("orang8@contoh.example"));
        Assert.False(browser.Knows("satu@contoh.example"));
    }

    private static HttpRequest Request(string name, string value)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"{name}={value}";
        return http.Request;
    }

    private static string? Filled(string? text) => text?.Replace("{0}", Token, StringComparison.Ordinal);
}
