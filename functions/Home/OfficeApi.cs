using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Home;

/// <summary>What the office's pages show, for machines: the offices, the year at a glance, who waits for whom.</summary>
internal sealed class OfficeApi(
    OfficeStorage storage,
    Sakip.Access.People people,
    PlanStore plans,
    DashboardReader dashboard
)
{
    [Allow(Who.Key)]
    [Function("OfficeList")]
    [ApiOperation(
        "Kantor dan tahun yang ada, yang terbaru dahulu.",
        Answer = typeof(ListPage<OfficeOfYear>),
        Paged = true
    )]
    public async Task<IResult> Offices(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/offices")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var found = new List<OfficeOfYear>();
        foreach (var row in await people.YearsAsync(cancellation))
        {
            var plan = await plans.FindPlanAsync(row.Office, cancellation);
            found.Add(new OfficeOfYear(row.Unit, row.Year, plan?.Unit.Name ?? row.Unit, row.State.ToString()));
        }

        return Results.Ok(ListWindow.Of(request).Slice(found));
    }

    [Allow(Who.Key)]
    [Function("YearOverview")]
    [ApiOperation(
        "Beranda: tahapan, indikator dengan peringkat dan perbandingan tahun lalu, serapan, jumlah temuan.",
        Answer = typeof(YearOverview)
    )]
    public async Task<IResult> Overview(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.ApiOffice + "/overview")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        return Results.Ok(await dashboard.OverviewAsync(plan, cancellation));
    }

    [Allow(Who.Key)]
    [Function("WaitingSteps")]
    [ApiOperation(
        "Langkah yang menunggu keputusan: siapa, sejak kapan, sampai kapan.",
        Answer = typeof(ListPage<WaitingStep>),
        Paged = true
    )]
    public async Task<IResult> Waiting(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.ApiOffice + "/waiting")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        _ = await plans.OfYearAsync(office, cancellation);
        return Results.Ok(
            await ListWindow
                .Of(request)
                .ReadAsync(
                    storage.WaitingIn(office, cancellation),
                    row => new WaitingStep(
                        row.Subject,
                        row.Kind,
                        row.Step,
                        row.Attempt,
                        row.Bearer,
                        row.SubUnit,
                        row.Since,
                        row.DueAt,
                        row.ClosesAt
                    ),
                    cancellation
                )
        );
    }
}
