using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;

namespace Sakip.Functions.Notifications;

/// <summary>The messages that were sent, and those that could not be and are sent again.</summary>
internal sealed class MessagePages(MessageReader messages, LetterResend letters, PageRenderer pages)
{
    private const string Office = Routes.Office + "/pesan";

    [Allow(Who.Staff)]
    [Function("Messages")]
    public async Task<IResult> Messages(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Office)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        return await pages.RenderAsync<MessagesPage>(
            await messages.OfAsync(plan, request.Caller(), request, cancellation)
        );
    }

    /// <summary>Sends letters again that were given up: the one that the form names, or all.</summary>
    [Allow(Who.Planner, Who.Administrator)]
    [Function("MessagesResend")]
    public async Task<IResult> MessagesResend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Office + "/kirim-ulang")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var (form, caller) = (await request.ReadFormAsync(cancellation), request.Caller());
        var key = form["kunci"].ToString() is { Length: > 0 } one ? one : null;
        var by = caller.As(Who.Planner, Who.Administrator);
        var answer = await letters.RunAsync(office, key, by, cancellation);
        return Answers.SeeOther(
            FormattableString.Invariant(
                $"/kantor/{office.Unit}/{office.Year}/pesan?saring=gagal&hasil={answer.Sent}-{answer.Waiting}-{answer.Failed}"
            )
        );
    }
}
