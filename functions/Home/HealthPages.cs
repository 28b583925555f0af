using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Planning;
using Sakip.Recovery;

namespace Sakip.Functions.Home;

/// <summary>The doctor's view of one year, for the office's administrator.</summary>
internal sealed class HealthPages(PlanStore plans, CycleDesk cycles, CycleWatch watch, PageRenderer pages)
{
    [Allow(Who.Administrator)]
    [Function("OfficeHealth")]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "kantor/{unit}/{year:int}/keadaan")]
            HttpRequest request,
        string unit,
        int year,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (
            await plans.FindPlanAsync(unit, year, cancellation) is not { } plan
            || await cycles.FindAsync(unit, year, cancellation) is not { } row
        )
        {
            return await Answers.UnknownYearAsync(pages, unit, year);
        }

        var health = await watch.LookAsync(row, client, cancellation);
        if (HttpMethods.IsPost(request.Method))
        {
            foreach (var trouble in health.Troubles)
                await CycleWatch.TellMendedAsync(trouble, request.Caller().Official, client, cancellation);
            return new SeeOther(request.Path + "?dicoba=ya");
        }

        var view = HealthViews.Of(plan, health, await watch.LoadAsync(row, cancellation));
        return await pages.RenderAsync<HealthPage>(
            request.Query.ContainsKey("dicoba")
                ? view with
                {
                    Notice = "Prosesnya diminta mencoba lagi. Yang belum diperbaiki tetap tercantum di bawah.",
                }
                : view
        );
    }
}
