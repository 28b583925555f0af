using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Access;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;

namespace Sakip.Functions.Home;

/// <summary>The pages that belong to an office as a whole.</summary>
internal sealed class OfficePages(OfficeChooser chooser, DashboardReader dashboard, TaskDesk tasks, PageRenderer pages)
{
    /// <summary>The offices and years in which the reader has a part.</summary>
    [Allow(Who.Staff)]
    [Function("Offices")]
    public async Task<IResult> Choose(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "kantor")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        await pages.RenderAsync<OfficesPage>(
            await chooser.OfAsync(
                (Identity)request.HttpContext.Items[typeof(Identity)]!,
                request.Caller(),
                cancellation
            )
        );

    /// <summary>Where the year stands, what waits for whom, indicators, spending, findings.</summary>
    [Allow(Who.Staff)]
    [Function("Dashboard")]
    public async Task<IResult> Dashboard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Office)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        _ = int.TryParse(request.Query["indikator"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        return await pages.RenderAsync<DashboardPage>(
            await dashboard.OfAsync(plan, request.Caller(), page, request.Query["menunggu"] == "semua", cancellation)
        );
    }

    [Allow(Who.Staff)]
    [Function("Tasks")]
    public async Task<IResult> Tasks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Office + "/tugas")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        return await pages.RenderAsync<TasksPage>(await tasks.OfAsync(plan, request.Caller(), cancellation));
    }

    /// <summary>Leads to the page behind the link of one's own step.</summary>
    [Allow(Who.Staff)]
    [Function("TaskLink")]
    public async Task<IResult> TaskLink(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = Routes.Office + "/tugas/{subject:maxlength(120)}/{step:maxlength(40)}/{attempt:int:min(1)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string subject,
        string step,
        int attempt,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        var link = await tasks.LinkAsync(plan, request.Caller(), subject, step, attempt, cancellation);
        if (link.Token is { } token)
            return Answers.SeeOther($"/tautan/{token}");
        var view = await tasks.OfAsync(plan, request.Caller(), cancellation);
        return link.IsMine
            ? await pages.RenderAsync<TasksPage>(
                view with
                {
                    Notice =
                        link.Withdrawn ?? "Pesan untuk tugas itu sedang dikirim. Tunggu sebentar, lalu buka kembali.",
                }
            )
            : await pages.RenderAsync<TasksPage>(view, StatusCodes.Status404NotFound);
    }
}
