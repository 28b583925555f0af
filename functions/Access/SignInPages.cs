using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Access;
using Sakip.Approvals;
using Sakip.Functions.Web;

namespace Sakip.Functions.Access;

/// <summary>Signing in with a mailed code, and signing out.</summary>
internal sealed class SignInPages(
    SignInCodes codes,
    SignInLetters letters,
    Sessions sessions,
    SignInLimits limits,
    SiteCookies cookies,
    LinkTokens tokens,
    PageRenderer pages
)
{
    private const string FormPurpose = "sign-in-form";

    [Allow(Who.Public)]
    [Function("SignIn")]
    public async Task<IResult> Enter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "masuk")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (!HttpMethods.IsPost(request.Method))
            return await FirstAsync(request, Local(request.Query["tujuan"]));
        if (!request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var form = await request.ReadFormAsync(cancellation);
        var (target, address) = (Local(form["tujuan"]), form["surel"].ToString().Trim());
        if (
            cookies.BrowserOf(request) is not { } browser
            || !tokens.IsSealed(FormPurpose, browser.Id, form["penanda"].ToString())
        )
        {
            return await FirstAsync(
                request,
                target,
                address,
                "Halaman ini sudah kedaluwarsa atau kuki dimatikan. Silakan kirim sekali lagi.",
                400
            );
        }

        if (!Identity.IsAddress(address))
        {
            return await FirstAsync(
                request,
                target,
                address,
                "Tulis alamat surel yang lengkap, misalnya nama@baliprov.go.id.",
                422
            );
        }

        var view = new SignInView(tokens.Seal(FormPurpose, browser.Id), target, address);
        return form["tindakan"] == "masuk"
            ? await CheckAsync(request, view, browser, form["kode"].ToString(), cancellation)
            : await SendAsync(request, view, browser, cancellation);
    }

    [Allow(Who.Public)]
    [Function("SignOut")]
    public async Task<IResult> Leave(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "keluar")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var session = await sessions.FindAsync(cookies.SessionOf(request), cancellation);
        if (HttpMethods.IsPost(request.Method) && session is not null)
        {
            var given = await FormTokens.OfAsync(request, cancellation);
            if (given is null || !tokens.IsSealed(FormTokens.Purpose, session.Id, given))
            {
                return await pages.RenderAsync<SignOutPage>(
                    new SignOutView(tokens.Seal(FormTokens.Purpose, session.Id)),
                    400
                );
            }

            await sessions.EndAsync(session.Id, cancellation);
            cookies.EndSession(request.HttpContext);
            session = null;
        }

        return await pages.RenderAsync<SignOutPage>(
            new SignOutView(session is null ? null : tokens.Seal(FormTokens.Purpose, session.Id))
        );
    }

    private async Task<IResult> FirstAsync(
        HttpRequest request,
        string target,
        string? typed = null,
        string? message = null,
        int status = StatusCodes.Status200OK
    )
    {
        if (cookies.BrowserOf(request) is not { } browser)
        {
            browser = KnownBrowser.New();
            cookies.SetBrowser(request.HttpContext, browser);
        }

        return await pages.RenderAsync<SignInPage>(
            new SignInView(tokens.Seal(FormPurpose, browser.Id), target, null, typed, message, message is not null),
            status
        );
    }

    private async Task<IResult> SendAsync(
        HttpRequest request,
        SignInView view,
        KnownBrowser browser,
        CancellationToken cancellation
    )
    {
        var (rate, isNoticeDue) = await limits.AskAsync(request, view.Address!, browser, cancellation);
        if (!rate.IsAllowed)
            return await TooManyAsync(request, view, rate);

        // Whoever the mailbox belongs to, the same is done and said; only the letters differ.
        var code = await codes.IssueAsync(view.Address!, browser.Id, cancellation);
        if (!await letters.SendAsync(view.Address!, code, isNoticeDue, cancellation))
            return await BusyAsync(request, view);
        return await pages.RenderAsync<SignInPage>(
            view with
            {
                Message = "Bila alamat itu terdaftar, kode sudah dikirim ke kotak suratnya.",
            }
        );
    }

    private async Task<IResult> CheckAsync(
        HttpRequest request,
        SignInView view,
        KnownBrowser browser,
        string typed,
        CancellationToken cancellation
    )
    {
        var limit = await limits.TryAsync(request, view.Address!, browser, cancellation);
        if (!limit.IsAllowed)
            return await TooManyAsync(request, view, limit);
        var code = string.Concat(typed.Where(char.IsAsciiDigit));
        var check = await codes.CheckAsync(view.Address!, browser.Id, code, cancellation);
        if (check != CodeCheck.Right || !await letters.IsKnownAsync(view.Address!, cancellation))
        {
            var message =
                check == CodeCheck.Wrong
                    ? "Kode salah. Periksa pesan terakhir di kotak surat Anda."
                    : "Kode tidak berlaku lagi. Mintalah kode baru.";
            return await pages.RenderAsync<SignInPage>(view with { Message = message, IsError = true }, 422);
        }

        cookies.SetSession(
            request.HttpContext,
            await sessions.BeginAsync(Identity.OfMailbox(view.Address!), cancellation)
        );
        return Answers.SeeOther(view.Target);
    }

    private Task<IResult> BusyAsync(HttpRequest request, SignInView view)
    {
        request.HttpContext.Response.Headers.RetryAfter = "60";
        return pages.RenderAsync<SignInPage>(
            view with
            {
                Message = "Server surel sedang sibuk. Mintalah kode sekali lagi sebentar lagi.",
                IsError = true,
            },
            StatusCodes.Status503ServiceUnavailable
        );
    }

    private Task<IResult> TooManyAsync(HttpRequest request, SignInView view, RateAnswer limit)
    {
        request.HttpContext.Response.Headers.RetryAfter = limit.RetrySeconds;
        return pages.RenderAsync<SignInPage>(
            view with
            {
                Message =
                    "Terlalu banyak permintaan. Tunggu "
                    + $"{Math.Max(1, (int)Math.Ceiling(limit.RetryAfter.TotalMinutes))} menit, lalu coba lagi.",
                IsError = true,
            },
            StatusCodes.Status429TooManyRequests
        );
    }

    /// <summary>A path of this app; anything else would send a signed-in person elsewhere.</summary>
    internal static string Local(string? target) =>
        target is ['/', ..] and not ['/', '/' or '\\', ..] && target.Length < 1000 && !target.Any(char.IsControl)
            ? target
            : "/kantor";
}
