using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Recovery;

namespace Sakip.Functions.Home;

/// <summary>The doctor's view of one year, for the office's administrator.</summary>
internal sealed class HealthPages(
    CycleDesk cycles,
    CycleWatch watch,
    ReminderSweep reminders,
    SuperiorOffices superiors,
    PageRenderer pages
)
{
    [Allow(Who.Administrator)]
    [Function("OfficeHealth")]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Routes.Office + "/keadaan")]
            HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        var row = await cycles.FindAsync(office, cancellation) ?? throw new UnknownYearException(office);

        var health = await watch.LookAsync(row, client, cancellation);
        if (HttpMethods.IsPost(request.Method))
        {
            foreach (var trouble in health.Troubles)
                await CycleWatch.TellMendedAsync(trouble, request.Caller().Official, client, cancellation);
            return Answers.SeeOther(request.Path + "?dicoba=ya");
        }

        var view = HealthViews.Of(plan, health, await watch.LoadAsync(row, cancellation)) with
        {
            Warning = HealthViews.WarningOf(await reminders.MissedAsync(office, cancellation)),
            Superior = await superiors.FaultAsync(plan, cancellation),
        };
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
