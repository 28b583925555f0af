using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Functions.Access;
using Sakip.Functions.Api;
using Sakip.Functions.Hosting;
using Sakip.Functions.Pages.Messages;
using Sakip.Planning;

namespace Sakip.Functions;

/// <param name="Key">Key of one message; without it all that were given up are sent again.</param>
/// <param name="By">Code of the planner or administrator in whose name it is done.</param>
internal sealed record ResendRequest(string? Key, string? By);

/// <summary>The messages that were sent, and those that could not be and are sent again.</summary>
internal sealed class MessageList(
    MessageReader messages,
    LetterResend letters,
    NamedCaller named,
    PlanStore plans,
    PageRenderer pages
)
{
    private const string Office = "kantor/{unit}/{year:int}/pesan";

    [Allow(Who.Staff)]
    [Function("Messages")]
    public async Task<IResult> Messages(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Office)] HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    ) =>
        await plans.FindPlanAsync(unit, year, cancellation) is { } plan
            ? await pages.RenderAsync<MessagesPage>(
                await messages.OfAsync(plan, request.Caller(), request, cancellation)
            )
            : await Offices.UnknownAsync(pages, unit, year);

    /// <summary>Sends letters again that were given up: the one that the form names, or all.</summary>
    [Allow(Who.Planner, Who.Administrator)]
    [Function("MessagesResend")]
    public async Task<IResult> MessagesResend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Office + "/kirim-ulang")] HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    )
    {
        var (form, caller) = (await request.ReadFormAsync(cancellation), request.Caller());
        var key = form["kunci"].ToString() is { Length: > 0 } one ? one : null;
        var by = new Actor(caller.Official, caller.RoleAmong(Who.Planner, Who.Administrator));
        var answer = await letters.RunAsync(unit, year, key, by, cancellation);
        return Agreements.SeeOther(
            request,
            FormattableString.Invariant(
                $"/kantor/{unit}/{year}/pesan?saring=gagal&hasil={answer.Sent}-{answer.Waiting}-{answer.Failed}"
            )
        );
    }

    [Allow(Who.Key)]
    [Function("YearMessagesResend")]
    [ApiOperation(
        "Mengirim ulang surat yang gagal: satu (key) atau semuanya.",
        Body = typeof(ResendRequest),
        Answer = typeof(ResendAnswer)
    )]
    public async Task<IResult> YearMessagesResend(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/offices/{unit}/{year:int}/messages/resends")]
            HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    )
    {
        if (await plans.FindPlanAsync(unit, year, cancellation) is not { } plan)
            return Planning.Unknown(unit, year);
        var asked = await ApiBody.ReadAsync<ResendRequest>(request, cancellation);
        // The operator's own command names nobody: the trail then names the key.
        var by =
            asked.By is null ? Actor.System
            : named.Find(plan, asked.By) is { } caller && caller.IsAny(Who.Planner, Who.Administrator)
                ? new Actor(caller.Official, caller.RoleAmong(Who.Planner, Who.Administrator))
            : null;
        return by is null
            ? NamedCaller.NotAllowed(asked.By)
            : Results.Ok(await letters.RunAsync(unit, year, asked.Key, by, cancellation));
    }
}
