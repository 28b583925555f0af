using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;

namespace Sakip.Functions.AnnualCycle;

/// <summary>Every computed figure with the way it came about.</summary>
internal sealed class FigurePages(FigureDesk figures, PageRenderer pages)
{
    [Allow(Who.Staff)]
    [Function("FiguresPage")]
    public async Task<IResult> FiguresPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Office + "/angka")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        return await pages.RenderAsync<FigureListPage>(
            FigureViews.Of(
                office,
                await figures.EvaluationAsync(office, PeriodOf(request), cancellation),
                request.Query["cari"],
                request.Query["halaman"]
            )
        );
    }

    [Allow(Who.Staff)]
    [Function("FigurePage")]
    public async Task<IResult> FigurePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Office + "/angka/{id:maxlength(120)}")]
            HttpRequest request,
        OfficeYear office,
        string id,
        CancellationToken cancellation
    )
    {
        var traced = await figures.TraceAsync(office, id, PeriodOf(request), cancellation);
        return traced is null
            ? await pages.RenderAsync<FigureListPage>(FigureViews.Unknown(office, id), StatusCodes.Status404NotFound)
            : await pages.RenderAsync<FigurePage>(FigureViews.Of(traced, request.Plan()));
    }

    private static string? PeriodOf(HttpRequest request) =>
        request.Query["period"].ToString() is "q1" or "q2" or "q3" or "q4" or "year"
            ? request.Query["period"].ToString()
            : null;
}
