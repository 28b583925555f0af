using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Functions.Access;
using Sakip.Functions.Api;
using Sakip.Functions.Hosting;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions;

/// <summary>The year's documents and evaluations.</summary>
internal sealed class Reporting(
    AgreementRecords agreements,
    ReportRecords reports,
    EvaluationRecords evaluations,
    BlobVault vault
)
{
    [Allow(Who.Key)]
    [Function("AgreementFile")]
    [ApiOperation("Perjanjian kinerja yang berlaku.", AnswerTypes = [FileFormats.PdfType])]
    public async Task<IResult> AgreementFile(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "get",
            "head",
            Route = "api/offices/{unit}/{year:int}/agreements/{revision:int:min(0)}"
        )]
            HttpRequest request,
        string unit,
        int year,
        int revision,
        CancellationToken cancellation
    )
    {
        var found = (await agreements.ReadAsync(unit, year, cancellation)).FirstOrDefault(agreement =>
            agreement.Snapshot.Terms.Revision == revision
        );
        return found.Record is null
            ? Missing("Perjanjian kinerja ini belum berlaku.")
            : await FileAsync(
                found.Record.DocumentHash,
                "application/pdf",
                $"perjanjian-kinerja-{year}-{revision}.pdf",
                cancellation
            );
    }

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
            Route = "api/offices/{unit}/{year:int}/annual-report/{format:regex(^(pdf|docx|xlsx)$)}"
        )]
            HttpRequest request,
        string unit,
        int year,
        string format,
        CancellationToken cancellation
    )
    {
        var versions = await reports.AllAsync(unit, year, cancellation);
        var wanted = request.Query["version"].ToString();
        var found =
            wanted.Length == 0
                ? versions.LastOrDefault()
                : versions.FirstOrDefault(one =>
                    one.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) == wanted
                );
        if (found is null)
            return Missing("Laporan kinerja belum diterbitkan.");
        var chosen = FileFormats.Parse(format)!.Value;
        return found.Record.HashOf(chosen) is { } hash
            ? await FileAsync(hash, chosen.ContentType(), $"lkjip-{year}.{format}", cancellation)
            : Missing("Laporan ini diterbitkan tanpa berkas dengan format itu.");
    }

    [Allow(Who.Key)]
    [Function("EvaluationFile")]
    [ApiOperation("Hasil evaluasi satu triwulan (q1 sampai q4) atau setahun (year).", Answer = typeof(YearEvaluation))]
    public async Task<IResult> EvaluationFile(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "get",
            "head",
            Route = "api/offices/{unit}/{year:int}/evaluations/{period:regex(^(q1|q2|q3|q4|year)$)}"
        )]
            HttpRequest request,
        string unit,
        int year,
        string period,
        CancellationToken cancellation
    ) =>
        await evaluations.ReadAsync(unit, year, period, cancellation) is { } json
            ? Results.Bytes(json, "application/json")
            : Missing("Evaluasi untuk periode ini belum ada.");

    private async Task<IResult> FileAsync(string hash, string type, string name, CancellationToken cancellation) =>
        Results.File(await vault.DocumentAsync(hash, cancellation), type, name, enableRangeProcessing: true);

    private static IResult Missing(string detail) => FunctionErrors.Problem(404, "Dokumen belum tersedia", detail);
}
