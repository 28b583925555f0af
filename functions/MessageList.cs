using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Pages.Messages;
using Sakip.Planning;

namespace Sakip.Functions;

/// <summary>The messages that were sent, and those that could not be.</summary>
public sealed class MessageList(MessageReader messages, PlanStore plans, PageRenderer pages)
{
    [Allow(Who.Staff)]
    [Function("Messages")]
    public async Task<IResult> Messages(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "kantor/{unit}/{year:int}/pesan")]
            HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    ) =>
        await plans.FindPlanAsync(unit, year, cancellation) is { } plan
            ? await pages.RenderAsync<MessagesPage>(
                await messages.OfAsync(plan, request.Caller(), request, cancellation))
            : await Offices.UnknownAsync(pages, unit, year);
}
