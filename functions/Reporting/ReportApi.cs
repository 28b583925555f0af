using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.AnnualCycle;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions.Reporting;

/// <summary>The year's report and evaluations for machines.</summary>
internal sealed class ReportApi(ReportRecords reports, EvaluationRecords evaluations, BlobVault vault)
{
    /// <summary>A published report; the last version where none is asked for.</summary>
    [Allow(Who.Key)]
    [Function("AnnualReportFile")]
    [ApiOperation(
        "Laporan kinerja yang telah terbit.",
        AnswerTypes = [FileFormats.PdfType, FileFormats.DocxType, FileFormats.XlsxType],
        Query = ["version"]
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

    private async Task<IResult> FileAsync(string hash, string type, string name, CancellationToken cancellation) =>
        Results.File(await vault.DocumentAsync(hash, cancellation), type, name, enableRangeProcessing: true);
}
