using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Planning;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.AnnualCycle;

/// <summary>The plan of the next year, prepared from this one: as a workbook to edit, and as a preview to apply.</summary>
internal sealed class NextYearPages(NextYearDesk desk, Uploads uploads, PageRenderer pages)
{
    private const string Root = Routes.Office + "/rencana/tahun-depan";

    [Allow(Who.Planner, Who.Administrator)]
    [Function("NextYearPrepare")]
    public async Task<IResult> Prepare(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        using var turn = Reading.Begin(request, cancellation);
        var prepared = await desk.PrepareAsync(request.Plan(), cancellation);
        var view = NextYearView.Of(request.Plan(), prepared);
        view = view with { Tables = PlanTable.Paged(view.Tables, view.Root, request.Query) };
        if (!HttpMethods.IsPost(request.Method))
            return await pages.RenderAsync<NextYearPage>(view);
        if (!view.CanApply)
            return await pages.RenderAsync<NextYearPage>(view, StatusCodes.Status409Conflict);
        var next = prepared.Draft.Plan;
        var hash = await uploads.KeepAsync(Encoding.UTF8.GetBytes(PlanWriter.Write(next)), office.Unit, cancellation);
        return Answers.SeeOther($"/kantor/{office.Unit}/{next.Year}/rencana/impor/{hash}");
    }

    [Allow(Who.Planner, Who.Administrator)]
    [Function("NextYearWorkbook")]
    public async Task<IResult> Workbook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root + "/buku.xlsx")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var next = (await desk.PrepareAsync(request.Plan(), cancellation)).Draft.Plan;
        return PlanDownloads.Workbook(PlanWorkbook.Write(next, []), $"rencana-{next.Unit.Code}-{next.Year}.xlsx");
    }
}
