using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions.Reporting;

/// <summary>The year's report and evaluations for machines, and what a planner does about the report.</summary>
internal sealed class ReportApi(
    ReportRecords reports,
    EvaluationRecords evaluations,
    BlobVault vault,
    PlanStore plans,
    ReportVersions versions,
    NamedCaller named,
    CycleDesk cycles,
    ReportRechecks rechecks
)
{
    /// <summary>A published report; the last version where none is asked for.</summary>
    [Allow(Who.Key)]
    [Function("AnnualReportFile")]
    [ApiOperation(
        "Laporan kinerja yang telah terbit.",
        AnswerTypes = [FileFormats.PdfType, FileFormats.DocxType, FileFormats.XlsxType]
    )]
    public async Task<IResult> AnnualReportFile(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "get",
            "head",
            Route = Routes.ApiOffice + "/annual-report/{format:regex(^(pdf|docx|xlsx)$)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string format,
        CancellationToken cancellation
    )
    {
        var versions = await reports.AllAsync(office, cancellation);
        var wanted = request.Query["version"].ToString();
        var found =
            wanted.Length == 0
                ? versions.LastOrDefault()
                : versions.FirstOrDefault(one =>
                    one.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) == wanted
                );
        if (found is null)
            return Answers.MissingDocument("Laporan kinerja belum diterbitkan.");
        var chosen = FileFormats.Parse(format)!.Value;
        return found.Record.HashOf(chosen) is { } hash
            ? await FileAsync(hash, chosen.ContentType(), $"lkjip-{office.Year}.{format}", cancellation)
            : Answers.MissingDocument("Laporan ini diterbitkan tanpa berkas dengan format itu.");
    }

    [Allow(Who.Key)]
    [Function("EvaluationFile")]
    [ApiOperation("Hasil evaluasi satu triwulan (q1 sampai q4) atau setahun (year).", Answer = typeof(YearEvaluation))]
    public async Task<IResult> EvaluationFile(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "get",
            "head",
            Route = Routes.ApiOffice + "/evaluations/{period:regex(^(q1|q2|q3|q4|year)$)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string period,
        CancellationToken cancellation
    ) =>
        await evaluations.ReadAsync(office, period, cancellation) is { } json
            ? Results.Bytes(json, "application/json")
            : Answers.MissingDocument("Evaluasi untuk periode ini belum ada.");

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

    private async Task<IResult> FileAsync(string hash, string type, string name, CancellationToken cancellation) =>
        Results.File(await vault.DocumentAsync(hash, cancellation), type, name, enableRangeProcessing: true);
}
