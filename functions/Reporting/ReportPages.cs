using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

/// <summary>Where the annual report stands, and what the planner can do about it.</summary>
internal sealed class ReportPages(
    ReportOverview overview,
    ReportVersions versions,
    ReportRechecks rechecks,
    PlanStore plans,
    PageRenderer pages
)
{
    [Allow(Who.Staff)]
    [Function("AnnualReportPage")]
    public async Task<IResult> AnnualReportPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Office + "/laporan")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) =>
        await ShowAsync(
            request,
            office,
            Said(request.Query["hasil"].ToString()),
            StatusCodes.Status200OK,
            cancellation
        );

    /// <summary>Says that what stood in the way is mended: the report goes on from there.</summary>
    [Allow(Who.Planner)]
    [Function("ReportRecheck")]
    public async Task<IResult> ReportRecheck(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Office + "/laporan/periksa-ulang")]
            HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var standing = await overview.OfAsync(office, cancellation);
        if (standing is not { Version: not null, Waiting: { } attempt })
        {
            return await ShowAsync(
                request,
                office,
                "Tidak ada laporan yang menunggu pemeriksaan ulang.",
                StatusCodes.Status409Conflict,
                cancellation
            );
        }

        var caller = request.Caller();
        await rechecks.AskAsync(office, attempt, caller.As(Who.Planner), client, cancellation);
        return Results.Redirect($"/kantor/{office.Unit}/{office.Year}/laporan?hasil=periksa");
    }

    /// <summary>Begins a new version of a published report.</summary>
    [Allow(Who.Planner)]
    [Function("ReportCorrection")]
    public async Task<IResult> ReportCorrection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Office + "/laporan/perbaikan")]
            HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var form = await request.ReadFormAsync(cancellation);
        var caller = request.Caller();
        var result = await versions.StartAsync(
            office,
            form["alasan"].ToString(),
            [.. form["narasi"].OfType<string>()],
            caller.As(Who.Planner),
            client,
            cancellation
        );
        return result switch
        {
            CorrectionStart.Started => Results.Redirect($"/kantor/{office.Unit}/{office.Year}/laporan?hasil=perbaikan"),
            CorrectionStart.ReasonMissing => await ShowAsync(
                request,
                office,
                null,
                StatusCodes.Status422UnprocessableEntity,
                cancellation,
                FormState.Of(
                    form,
                    [
                        new FieldFault(
                            "alasan",
                            $"Tulis alasan perbaikan, paling banyak {ReportVersions.LongestReason} huruf."
                        ),
                    ]
                )
            ),
            CorrectionStart.NothingPublished => await ShowAsync(
                request,
                office,
                "Laporan belum diterbitkan; perbaiki langsung data dan narasinya.",
                StatusCodes.Status409Conflict,
                cancellation
            ),
            _ => await ShowAsync(
                request,
                office,
                "Perbaikan sedang berjalan.",
                StatusCodes.Status409Conflict,
                cancellation
            ),
        };
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request,
        OfficeYear office,
        string? message,
        int status,
        CancellationToken cancellation,
        FormState? form = null
    )
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var standing = await overview.ShownAsync(office, cancellation);
        return await pages.RenderAsync<ReportPageView>(
            ReportPageModel.Of(plan, standing, request.Caller().Is(Who.Planner)) with
            {
                Form = form ?? FormState.Empty,
                Message = message,
                IsError = status >= StatusCodes.Status400BadRequest,
            },
            status
        );
    }

    private static string? Said(string result) =>
        result switch
        {
            "periksa" => "Pemeriksaan ulang diminta; laporan dilanjutkan bila semuanya lengkap.",
            "perbaikan" => "Versi baru sedang disusun. Versi yang terbit tetap tersedia.",
            _ => null,
        };
}
