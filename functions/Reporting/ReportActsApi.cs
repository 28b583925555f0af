using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions.Reporting;

/// <summary>What a planner does about the report, for machines.</summary>
internal sealed class ReportActsApi(
    PlanStore plans,
    ReportVersions versions,
    NamedCaller named,
    CycleDesk cycles,
    ReportRechecks rechecks
)
{
    [Allow(Who.Key)]
    [Function("ReportCorrect")]
    [ApiOperation("Memulai versi baru laporan yang sudah terbit.", Body = typeof(CorrectionCall), Status = 202)]
    public async Task<IResult> Correct(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.ApiOffice + "/annual-report/corrections")]
            HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        var asked = await ApiBody.ReadAsync<CorrectionCall>(request, cancellation);
        if (named.Find(plan, asked.By) is not { } by || !by.Is(Who.Planner))
            return NamedCaller.NotAllowed(asked.By);
        return await versions.StartAsync(
            office,
            asked.Reason ?? "",
            asked.Sections ?? [],
            new Actor(by.Official, ActorRole.Planner),
            client,
            cancellation
        ) switch
        {
            CorrectionStart.Started => Results.Accepted(),
            CorrectionStart.ReasonMissing => Answers.Problem(
                422,
                "Alasan belum ada",
                $"Tulis alasannya, paling banyak {ReportVersions.LongestReason} huruf."
            ),
            CorrectionStart.NothingPublished => Answers.Problem(
                409,
                "Belum terbit",
                "Laporan belum diterbitkan; perbaiki langsung datanya."
            ),
            _ => Answers.Problem(409, "Perbaikan sedang berjalan", "Tunggu sampai versi yang sedang disusun terbit."),
        };
    }

    /// <summary>Asks for the report to be checked and assembled again.</summary>
    [Allow(Who.Key)]
    [Function("RecheckReport")]
    [ApiOperation("Meminta laporan kinerja diperiksa dan disusun ulang.", Status = 202)]
    public async Task<IResult> RecheckReport(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "post",
            Route = Routes.ApiOffice + "/annual-report/rechecks/{attempt:int:min(1)}"
        )]
            HttpRequest request,
        OfficeYear office,
        int attempt,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await cycles.FindAsync(office, cancellation) is null)
            return Answers.UnknownYear(office);
        await rechecks.AskAsync(office, attempt, Actor.Machine, client, cancellation);
        return Results.Accepted();
    }
}
