using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Api;
using Sakip.Functions.Hosting;
using Sakip.Functions.Pages.Findings;

namespace Sakip.Functions;

/// <summary>Every computed figure with the way it came about, for machines and for people.</summary>
internal sealed class Figures(FigureDesk figures, PageRenderer pages)
{
    [Allow(Who.Key)]
    [ApiOperation("Mendaftar angka hitungan satu periode.", Answer = typeof(object), Query = ["period"])]
    [Function("FigureList")]
    public async Task<IResult> FigureList(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/offices/{unit}/{year:int}/figures")]
            HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    )
    {
        return await figures.EvaluationAsync(unit, year, PeriodOf(request), cancellation) is var (period, evaluation)
            ? Results.Ok(
                new
                {
                    period,
                    basis = evaluation.Basis,
                    figures = evaluation.Figures.Select(figure => new
                    {
                        id = figure.Code,
                        figure.Label,
                        figure.Kind,
                        figure.State,
                        figure.Value,
                        figure.Text,
                    }),
                }
            )
            : Missing();
    }

    /// <summary>Formula, policy version, inputs, who reported them, when, on which evidence.</summary>
    [Allow(Who.Key)]
    [ApiOperation(
        "Menelusuri satu angka: rumus, kebijakan, masukan, pelapor, dan bukti.",
        Answer = typeof(object),
        Query = ["period"]
    )]
    [Function("FigureTraced")]
    public async Task<IResult> FigureTraced(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "get",
            "head",
            Route = "api/offices/{unit}/{year:int}/figures/{id:maxlength(120)}"
        )]
            HttpRequest request,
        string unit,
        int year,
        string id,
        CancellationToken cancellation
    )
    {
        return await figures.TraceAsync(unit, year, id, PeriodOf(request), cancellation) is { } traced
            ? Results.Ok(traced)
            : Missing();
    }

    [Allow(Who.Staff)]
    [Function("FiguresPage")]
    public async Task<IResult> FiguresPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "kantor/{unit}/{year:int}/angka")]
            HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    )
    {
        return await pages.RenderAsync<FigureListPage>(
            FigureViews.Of(
                unit,
                year,
                await figures.EvaluationAsync(unit, year, PeriodOf(request), cancellation),
                request.Query["cari"],
                request.Query["halaman"]
            )
        );
    }

    [Allow(Who.Staff)]
    [Function("FigurePage")]
    public async Task<IResult> FigurePage(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "kantor/{unit}/{year:int}/angka/{id:maxlength(120)}"
        )]
            HttpRequest request,
        string unit,
        int year,
        string id,
        CancellationToken cancellation
    )
    {
        var traced = await figures.TraceAsync(unit, year, id, PeriodOf(request), cancellation);
        return traced is null
            ? await pages.RenderAsync<FigureListPage>(
                FigureViews.Unknown(unit, year, id),
                StatusCodes.Status404NotFound
            )
            : await pages.RenderAsync<FigurePage>(FigureViews.Of(traced));
    }

    private static string? PeriodOf(HttpRequest request) =>
        request.Query["period"].ToString() is "q1" or "q2" or "q3" or "q4" or "year"
            ? request.Query["period"].ToString()
            : null;

    private static IResult Missing() =>
        FunctionErrors.Problem(
            StatusCodes.Status404NotFound,
            "Angka tidak ditemukan",
            "Evaluasi atau angka dengan kode itu belum ada."
        );
}
