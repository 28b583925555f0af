using Microsoft.AspNetCore.Http;

namespace Sakip.Functions.Access;

/// <summary>
/// The app's cookies: never readable by scripts, never sent by another site's form, and Secure always. Browsers take
/// loopback for a secure place, so that holds on an office computer too.
/// </summary>
public static class SessionCookie
{
    public const string Name = "sakip-sesi";

    /// <summary>Ties a sign-in code to the browser that asked for it.</summary>
    public const string BrowserName = "sakip-masuk";

    public static void Set(HttpResponse response, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Cookies.Append(name, value, Options());
    }

    public static void Clear(HttpResponse response, string name)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Cookies.Delete(name, Options());
    }

    private static CookieOptions Options() => new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
