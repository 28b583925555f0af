using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Notifications;

/// <summary>The year's messages for machines, and sending them again.</summary>
internal sealed class MessageApi(LetterResend letters, NamedCaller named, PlanStore plans, Inbox inbox)
{
    [Allow(Who.Key)]
    [Function("YearMessagesResend")]
    [ApiOperation(
        "Mengirim ulang surat yang gagal: satu (key) atau semuanya.",
        Body = typeof(ResendRequest),
        Answer = typeof(ResendAnswer)
    )]
    public async Task<IResult> YearMessagesResend(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.ApiOffice + "/messages/resends")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        var asked = await ApiBody.ReadAsync<ResendRequest>(request, cancellation);
        // The operator's own command names nobody: the trail then names the key.
        var by =
            asked.By is null ? Actor.System
            : named.Find(plan, asked.By) is { } caller && caller.IsAny(Who.Planner, Who.Administrator)
                ? caller.As(Who.Planner, Who.Administrator)
            : null;
        return by is null
            ? NamedCaller.NotAllowed(asked.By)
            : Results.Ok(await letters.RunAsync(office, asked.Key, by, cancellation));
    }

    [Allow(Who.Key)]
    [Function("MessagesSent")]
    [ApiOperation(
        "Pesan tahun itu, yang terbaru dahulu; tanpa tautan dan kodenya.",
        Answer = typeof(ListPage<SentMessage>),
        Paged = true,
        Query = ["official", "failed"]
    )]
    public async Task<IResult> Messages(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.ApiOffice + "/messages")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        _ = await plans.OfYearAsync(office, cancellation);
        var official = request.Query["official"].ToString() is { Length: > 0 } named ? named : null;
        var rows =
            request.Query["failed"] == "true"
                ? inbox.FailedRows(office, cancellation)
                : inbox.Rows(office, official, cancellation);
        return Results.Ok(
            await ListWindow
                .Of(request)
                .ReadAsync(
                    rows,
                    row => new SentMessage(
                        row.Kind,
                        row.Recipient,
                        row.At,
                        row.SentAt,
                        row.GivenUpAt,
                        row.Failures,
                        row.LastError
                    ),
                    cancellation
                )
        );
    }
}
