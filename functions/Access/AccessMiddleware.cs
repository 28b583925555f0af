using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Sakip.Access;
using Sakip.Approvals;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Access;

/// <summary>
/// Lets a call through to its function or answers it: who is not signed in goes to sign-in, who may not gets 403. A function
/// that does not say who may call it is called by nobody.
/// </summary>
internal sealed partial class AccessMiddleware(
    AllowedFunctions allowed,
    Sessions sessions,
    DirectoryPrincipal directory,
    Callers callers,
    PlanStore plans,
    LinkTokens tokens,
    SiteCookies cookies,
    ApiKeys keys,
    CurrentPage page,
    PageRenderer pages,
    ILogger<AccessMiddleware> log
) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext();
        var answer = http is null ? null : await AnswerAsync(context, http);
        // An AsyncLocal set inside an awaited method does not flow back to its caller, so it is set here.
        page.Request = http?.Items[typeof(PageRequest)] as PageRequest;
        PageZone.Current = page.Request?.Plan?.Zone ?? (http?.Items[typeof(Caller)] as Caller)?.Zone ?? OfficeZone.Wita;
        ActingKey.Current = (http?.Items[typeof(ApiKey)] as ApiKey)?.Name;
        if (answer is null)
            await next(context);
        else
            context.GetInvocationResult().Value = answer;
    }

    /// <summary>Null where the call may go on.</summary>
    private async Task<IResult?> AnswerAsync(FunctionContext context, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var allow = allowed.Of(context.FunctionDefinition);
        if (allow is null)
        {
            LogUnannotated(context.FunctionDefinition.Name);
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!allow.AsksWho)
            return allow.Who.Contains(Who.Key) ? AnswerKey(http) : null;
        var principal = directory.Of(http.Request);
        var session = principal is null
            ? await sessions.FindAsync(cookies.SessionOf(http.Request), cancellation)
            : new OpenSession("entra:" + principal.Value, principal, null);
        if (session is null)
            return SignIn(http);
        if (session.Cookie is { } renewed)
            cookies.SetSession(http, renewed);
        RememberBrowser(http, session.Identity);

        var (unit, year) = (Text(http, "unit"), Number(http, "year"));
        var caller = await callers.FindAsync(session.Identity, unit, year, cancellation);
        if (caller is null || !allow.Who.Any(who => caller.May(who, Text(http, "subUnit"))))
            return await ForbiddenAsync();

        var plan =
            unit is not null && year is { } known
                ? await plans.FindPlanAsync(new OfficeYear(unit, known), cancellation)
                : null;
        var formToken = tokens.Seal(FormTokens.Purpose, session.Id);
        http.Items[typeof(Caller)] = caller;
        http.Items[typeof(Identity)] = session.Identity;
        http.Items[typeof(PageRequest)] = new PageRequest(
            caller,
            formToken,
            unit,
            year,
            plan,
            http.Request.Path + http.Request.QueryString.ToString()
        );
        return await CheckFormAsync(http, session.Id, cancellation);
    }

    // A key of one office opens that office's addresses and the steps of its links, and nothing of all offices.
    private IResult? AnswerKey(HttpContext http)
    {
        var key = keys.Of(http.Request);
        http.Items[typeof(ApiKey)] = key;
        if (key.Unit is not { } own)
            return null;
        var asked =
            Text(http, "unit")
            ?? (
                Text(http, "token") is { } token && tokens.Read(token) is { } ticket
                    ? Subject.Parse(ticket.Subject)?.Unit
                    : null
            );
        return asked == own
            ? null
            : Answers.Problem(403, "Kunci tidak berwenang", $"Kunci ini hanya untuk kantor '{own}'.");
    }

    // Whoever is in proved the mailbox: from now on the browser has limits of its own at sign-in.
    private void RememberBrowser(HttpContext http, Identity identity)
    {
        if (
            identity.Source == IdentitySource.Mailbox
            && cookies.BrowserOf(http.Request) is { } browser
            && !browser.Knows(identity.Value)
        )
        {
            cookies.SetBrowser(http, browser.Knowing(identity.Value));
        }
    }

    private async Task<IResult?> CheckFormAsync(HttpContext http, string session, CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return null;
        try
        {
            var given = await FormTokens.OfAsync(http.Request, cancellation);
            if (given is not null && tokens.IsSealed(FormTokens.Purpose, session, given))
                return null;
        }
        catch (Exception failure)
            when (failure is InvalidDataException or IOException && !cancellation.IsCancellationRequested)
        {
            // A body that is no form carries no token.
        }

        return await pages.RenderAsync<MessagePage>(
            new MessageView(
                "Formulir sudah kedaluwarsa",
                "Perubahan belum disimpan: halaman ini dibuka sebelum Anda masuk kembali.",
                "Kembalilah ke halaman sebelumnya, muat ulang, lalu kirim sekali lagi."
            ),
            StatusCodes.Status400BadRequest
        );
    }

    private static IResult SignIn(HttpContext http)
    {
        var request = http.Request;
        var isHtmx = request.Headers["HX-Request"] == "true";
        var back =
            isHtmx && Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var current)
                ? current.PathAndQuery
            : HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString.ToString()
            : request.Path.ToString();
        var target = "/masuk?tujuan=" + Uri.EscapeDataString(back);
        if (isHtmx)
        {
            http.Response.Headers["HX-Redirect"] = target;
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return Answers.SeeOther(target);
    }

    private Task<IResult> ForbiddenAsync() =>
        pages.RenderAsync<MessagePage>(
            new MessageView(
                "Anda tidak berwenang membuka halaman ini",
                "Peran Anda pada kantor ini tidak mencakup halaman atau tindakan tersebut.",
                "Kembalilah ke daftar kantor Anda, atau mintalah peran yang sesuai kepada administrator kantor."
            ),
            StatusCodes.Status403Forbidden
        );

    private static string? Text(HttpContext http, string name) =>
        http.Request.RouteValues.GetValueOrDefault(name) as string;

    private static int? Number(HttpContext http, string name) =>
        int.TryParse(
            Convert.ToString(http.Request.RouteValues.GetValueOrDefault(name), CultureInfo.InvariantCulture),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    [LoggerMessage(
        EventIds.FunctionUnprotected,
        LogLevel.Critical,
        "Function {Function} bears no [Allow]: nobody may call it."
    )]
    private partial void LogUnannotated(string function);
}
