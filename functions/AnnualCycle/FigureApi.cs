using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;

namespace Sakip.Functions.AnnualCycle;

/// <summary>Every computed figure with the way it came about, for machines.</summary>
internal sealed class FigureApi(FigureDesk figures)
{
    [Allow(Who.Key)]
    [ApiOperation("Mendaftar angka hitungan satu periode.", Answer = typeof(object), Query = ["period"])]
    [Function("FigureList")]
    public async Task<IResult> FigureList(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Routes.ApiOffice + "/figures")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        return await figures.EvaluationAsync(office, PeriodOf(request), cancellation) is var (period, evaluation)
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
            : Answers.UnknownFigure();
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
            Route = Routes.ApiOffice + "/figures/{id:maxlength(120)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string id,
        CancellationToken cancellation
    )
    {
        return await figures.TraceAsync(office, id, PeriodOf(request), cancellation) is { } traced
            ? Results.Ok(traced)
            : Answers.UnknownFigure();
    }

    private static string? PeriodOf(HttpRequest request) =>
        request.Query["period"].ToString() is "q1" or "q2" or "q3" or "q4" or "year"
            ? request.Query["period"].ToString()
            : null;
}
