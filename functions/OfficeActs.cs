using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Consistency;
using Sakip.Functions.Access;
using Sakip.Functions.Api;
using Sakip.Functions.Hosting;
using Sakip.Functions.Pages.Planning;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions;

/// <param name="Subject">What the finding is about, as the list of findings says it.</param>
/// <param name="By">Code of the official in whose name it is done; the same rights hold as on the page.</param>
internal sealed record ExplanationRequest(string? Subject, string? Finding, string? Text, string? By);

internal sealed record RulingRequest(string? Subject, string? Finding, bool Accept, string? Note, string? By);

internal sealed record KeptRealisation(int Number, int Rows, DateOnly Position);

/// <param name="Sections">Codes of the texts that are written anew; none: the report is only made again.</param>
internal sealed record CorrectionCall(string? Reason, IReadOnlyList<string>? Sections, string? By);

/// <summary>What people do on the pages, for machines that act in a named official's name; every right is checked as there.</summary>
internal sealed class OfficeActs(
    PlanStore plans,
    FindingDesk findings,
    BudgetViews budget,
    BudgetRealisations realisations,
    ReportVersions versions,
    NamedCaller named
)
{
    private const string Year = "api/offices/{unit}/{year:int}";

    [Allow(Who.Key)]
    [Function("FindingExplain")]
    [ApiOperation("Menjelaskan satu temuan.", Body = typeof(ExplanationRequest), Status = 202)]
    public async Task<IResult> Explain(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Year + "/findings/explanations")] HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    )
    {
        var asked = await ApiBody.ReadAsync<ExplanationRequest>(request, cancellation);
        return SubjectOf(asked.Subject, unit, year) is { } subject
            ? Answer(
                await findings.ExplainAsync(
                    subject,
                    asked.Finding ?? "",
                    asked.Text ?? "",
                    asked.By ?? "",
                    cancellation
                )
            )
            : UnknownFinding();
    }

    [Allow(Who.Key)]
    [Function("FindingRule")]
    [ApiOperation("Menerima atau menolak penjelasan satu temuan.", Body = typeof(RulingRequest), Status = 202)]
    public async Task<IResult> Rule(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Year + "/findings/rulings")] HttpRequest request,
        string unit,
        int year,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var asked = await ApiBody.ReadAsync<RulingRequest>(request, cancellation);
        return SubjectOf(asked.Subject, unit, year) is { } subject
            ? Answer(
                await findings.RuleAsync(
                    subject,
                    asked.Finding ?? "",
                    asked.Accept,
                    asked.Note,
                    asked.By ?? "",
                    client,
                    cancellation
                )
            )
            : UnknownFinding();
    }

    /// <summary>A file of the finance system; <c>?preview=true</c> only says what is wrong with it.</summary>
    [Allow(Who.Key)]
    [Function("RealisationImport")]
    [ApiOperation(
        "Mengimpor realisasi anggaran satu triwulan dari berkas sistem keuangan.",
        Body = typeof(string),
        BodyTypes = ["text/csv", ApiOperationAttribute.Workbook, "application/octet-stream"],
        LargestBody = PlanFile.LargestBytes,
        Answer = typeof(KeptRealisation),
        Query = ["name", "position", "by", "preview"]
    )]
    public async Task<IResult> ImportRealisation(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "post",
            Route = Year + "/budget-realisations/{quarter:int:range(1,4)}"
        )]
            HttpRequest request,
        string unit,
        int year,
        int quarter,
        CancellationToken cancellation
    )
    {
        if (await plans.FindPlanAsync(unit, year, cancellation) is not { } plan)
            return Planning.Unknown(unit, year);
        if (named.Find(plan, request.Query["by"]) is not { } by || !by.IsAny(Who.BudgetManager, Who.Planner))
            return NamedCaller.NotAllowed(request.Query["by"]);
        var file = await PlanUpload.BodyAsync(request, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        var reading = await budget.ReadAsync(
            plan,
            (Quarter)quarter,
            file,
            Path.GetFileName(request.Query["name"].ToString()),
            request.Query["position"].ToString(),
            cancellation
        );
        if (reading.Refusal is { } refusal)
            return FunctionErrors.Problem(409, "Triwulan sudah dikunci", refusal);
        if (reading.Realisation is not { } made)
        {
            return FunctionErrors.Problem(
                422,
                "Realisasi tidak dapat diterima",
                $"Ditemukan {reading.Errors.Count} kesalahan; tidak ada yang disimpan.",
                reading.Errors
            );
        }

        var number = PlanUpload.IsPreview(request)
            ? 0
            : await realisations.KeepAsync(
                unit,
                year,
                made,
                new Actor(by.Official, by.RoleAmong(Who.BudgetManager, Who.Planner)),
                cancellation
            );
        return Results.Ok(new KeptRealisation(number, made.Rows.Count, made.Position));
    }

    [Allow(Who.Key)]
    [Function("ReportCorrect")]
    [ApiOperation("Memulai versi baru laporan yang sudah terbit.", Body = typeof(CorrectionCall), Status = 202)]
    public async Task<IResult> Correct(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Year + "/annual-report/corrections")]
            HttpRequest request,
        string unit,
        int year,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await plans.FindPlanAsync(unit, year, cancellation) is not { } plan)
            return Planning.Unknown(unit, year);
        var asked = await ApiBody.ReadAsync<CorrectionCall>(request, cancellation);
        if (named.Find(plan, asked.By) is not { } by || !by.Is(Who.Planner))
            return NamedCaller.NotAllowed(asked.By);
        return await versions.StartAsync(
            unit,
            year,
            asked.Reason ?? "",
            asked.Sections ?? [],
            new Actor(by.Official, nameof(Who.Planner)),
            client,
            cancellation
        ) switch
        {
            CorrectionStart.Started => Results.Accepted(),
            CorrectionStart.ReasonMissing => FunctionErrors.Problem(
                422,
                "Alasan belum ada",
                $"Tulis alasannya, paling banyak {ReportVersions.LongestReason} huruf."
            ),
            CorrectionStart.NothingPublished => FunctionErrors.Problem(
                409,
                "Belum terbit",
                "Laporan belum diterbitkan; perbaiki langsung datanya."
            ),
            _ => FunctionErrors.Problem(
                409,
                "Perbaikan sedang berjalan",
                "Tunggu sampai versi yang sedang disusun terbit."
            ),
        };
    }

    private static SubjectRef? SubjectOf(string? dotted, string unit, int year) =>
        SubjectRef.Parse(dotted?.Replace(':', '.') ?? "") is { } subject && subject.Unit == unit && subject.Year == year
            ? subject
            : null;

    private static IResult Answer(FindingAnswer answer) =>
        answer.Kind switch
        {
            FindingAnswerKind.Done => Results.Accepted(),
            FindingAnswerKind.Unknown => UnknownFinding(),
            FindingAnswerKind.NotOpen => FunctionErrors.Problem(409, "Tidak dapat sekarang", answer.Message ?? ""),
            FindingAnswerKind.NotAllowed or FindingAnswerKind.SamePerson => FunctionErrors.Problem(
                403,
                "Tidak berwenang",
                answer.Message ?? ""
            ),
            _ => FunctionErrors.Problem(422, "Isian tidak dapat diterima", answer.Message ?? ""),
        };

    private static IResult UnknownFinding() =>
        FunctionErrors.Problem(
            404,
            "Temuan tidak ditemukan",
            "Temuan itu tidak ada pada kantor dan tahun ini. Lihat daftarnya di …/findings."
        );
}
