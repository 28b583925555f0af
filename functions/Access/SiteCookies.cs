using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sakip.Access;
using Sakip.Approvals;
using Sakip.Notifications;

namespace Sakip.Functions.Access;

/// <summary>
/// The app's cookies: never readable by scripts, never sent by another site's form, and Secure always. Browsers take
/// loopback for a secure place, so that holds on an office computer too. Where the app is reached over https their names
/// begin with <c>__Host-</c>, so that no neighbouring site of the same domain can set them.
/// </summary>
internal sealed class SiteCookies(LinkTokens tokens, IOptions<AppOptions> app)
{
    private const string Session = "sakip-sesi";
    private const string Browser = "sakip-masuk";
    private const string BrowserPurpose = "browser";
    private static readonly TimeSpan BrowserLifetime = TimeSpan.FromDays(180);

    /// <summary>Whether everybody comes over https, or this request did.</summary>
    public bool IsSecure(HttpRequest request)
    {
        return app.Value.BaseUrl?.Scheme == Uri.UriSchemeHttps || request.IsHttps;
    }

    public string? SessionOf(HttpRequest request) => request.Cookies[Name(request, Session)];

    public void SetSession(HttpContext http, string value) =>
        http.Response.Cookies.Append(Name(http.Request, Session), value, Options(null));

    public void EndSession(HttpContext http) =>
        http.Response.Cookies.Delete(Name(http.Request, Session), Options(null));

    /// <summary>The browser as this app marked it; null for one that it did not, or whose mark was changed.</summary>
    public KnownBrowser? BrowserOf(HttpRequest request)
    {
        return
            request.Cookies[Name(request, Browser)] is { Length: <= 200 } cookie
            && cookie.Split('.') is [var id, var mailboxes, var seal]
            && tokens.IsSealed(BrowserPurpose, $"{id}.{mailboxes}", seal)
            ? new KnownBrowser(id, mailboxes)
            : null;
    }

    public void SetBrowser(HttpContext http, KnownBrowser browser)
    {
        var text = $"{browser.Id}.{browser.Mailboxes}";
        http.Response.Cookies.Append(
            Name(http.Request, Browser),
            $"{text}.{tokens.Seal(BrowserPurpose, text)}",
            Options(BrowserLifetime)
        );
    }

    private string Name(HttpRequest request, string name) => IsSecure(request) ? "__Host-" + name : name;

    private static CookieOptions Options(TimeSpan? lifetime) =>
        new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
            MaxAge = lifetime,
        };
}

/// <summary>A browser: a sign-in code holds only in the one that asked for it.</summary>
/// <param name="Mailboxes">Marks of the mailboxes that were proved in it, the last ones first; they name nobody.</param>
internal sealed record KnownBrowser(string Id, string Mailboxes)
{
    private const int MarkLength = 16;
    private const int Marks = 4;

    public static KnownBrowser New() => new(OneTimeCodes.NewNonce(), "");

    /// <summary>Whether the mailbox was proved in this browser before: no stranger's requests are counted against it.</summary>
    public bool Knows(string address) =>
        Mailboxes.Chunk(MarkLength).Any(mark => mark.AsSpan().SequenceEqual(MarkOf(address)));

    public KnownBrowser Knowing(string address) =>
        Knows(address)
            ? this
            : this with
            {
                Mailboxes = string.Concat((MarkOf(address) + Mailboxes).Take(Marks * MarkLength)),
            };

    private string MarkOf(string address) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}\n{Identity.Normal(address)}")))[
            ..MarkLength
        ];
}
