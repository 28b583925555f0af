using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Api;
using Sakip.Functions.Hosting;
using Sakip.Planning;
using Sakip.Workbooks;

namespace Sakip.Functions;

/// <summary>
/// Machines hand in the year's plan, and its budget's revisions, as JSON or as the workbook: the body's own form decides.
/// <c>?preview=true</c> answers what would happen and changes nothing.
/// </summary>
internal sealed class Planning(CycleDesk cycles, PlanStore plans, ImportDesk imports, IEnumerable<PlanCheck> checks)
{
    private const int LargestPlan = 10 * 1024 * 1024;

    /// <summary>Checks a plan whole, stores it and starts the year. Nothing is stored of a plan with an error.</summary>
    [Allow(Who.Key)]
    [Function("StartYear")]
    [ApiOperation(
        "Menyerahkan rencana satu tahun dan memulai siklus kinerjanya.",
        Body = typeof(OfficePlan),
        BodyTypes = [ApiOperationAttribute.Json, ApiOperationAttribute.Workbook, "application/octet-stream"],
        LargestBody = LargestPlan,
        Answer = typeof(StartedYear),
        Status = 201
    )]
    public async Task<IResult> StartYear(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/offices/{unit}/{year:int}")] HttpRequest request,
        string unit,
        int year,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var file = await PlanUpload.BodyAsync(request, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        if (PlanUpload.IsPreview(request))
            return await PreviewAsync(file, unit, year, cancellation);
        var reading = PlanFile.Read(file, [.. checks]);
        if (reading.Plan is not { } plan)
            return Refused("Rencana tidak dapat diterima", reading.Errors);
        if (plan.Unit.Code != unit || plan.Year != year)
        {
            return FunctionErrors.Problem(
                422,
                "Rencana untuk kantor atau tahun lain",
                $"Berkas berisi rencana {plan.Unit.Code} tahun {plan.Year}, bukan {unit} tahun {year}."
            );
        }

        if (await cycles.StartAsync(plan, client, cancellation) != StartResult.Started)
        {
            return FunctionErrors.Problem(
                409,
                "Siklus sudah berjalan",
                $"Siklus kinerja {unit} tahun {year} sudah dimulai dan tidak diubah."
            );
        }

        foreach (var revision in reading.Revisions)
            await cycles.ReviseBudgetAsync(unit, year, revision, client, cancellation);
        return Results.Created($"/api/offices/{unit}/{year}", new StartedYear(unit, year, "Running"));
    }

    /// <summary>Puts another plan in the place of the one in force. <c>?reason=</c> says why, <c>?version=</c> what it was made on.</summary>
    [Allow(Who.Key)]
    [Function("ReplacePlan")]
    [ApiOperation(
        "Mengganti rencana yang berlaku; If-Match menolak bila versinya sudah lain, ?preview=true hanya memeriksa.",
        Body = typeof(OfficePlan),
        BodyTypes = [ApiOperationAttribute.Json, ApiOperationAttribute.Workbook, "application/octet-stream"],
        LargestBody = LargestPlan,
        Answer = typeof(object),
        Query = ["reason", "version", "preview"]
    )]
    public async Task<IResult> ReplacePlan(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/offices/{unit}/{year:int}/plan")]
            HttpRequest request,
        string unit,
        int year,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var file = await PlanUpload.BodyAsync(request, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        if (PlanUpload.IsPreview(request))
            return await PreviewAsync(file, unit, year, cancellation);
        if (await plans.CurrentAsync(unit, year, cancellation) is not var (_, standing))
            return Unknown(unit, year);
        if (Preconditions.Refuse(request, $"\"{standing}\"") is { } refusal)
            return refusal;
        var preview = await imports.PreviewAsync(file, unit, year, cancellation);
        var result = (
            await imports.ApplyAsync(
                preview.Hash,
                int.TryParse(request.Query["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var given)
                    ? given
                    : standing,
                unit,
                year,
                Actor.System,
                request.Query["reason"].ToString(),
                client,
                cancellation
            )
        )!;
        return result.Outcome switch
        {
            ImportOutcome.Refused => Refused("Rencana tidak dapat diterima", result.Preview.Reading.Errors),
            ImportOutcome.Conflict => FunctionErrors.Problem(
                409,
                "Rencana sudah berubah",
                $"Rencana yang berlaku sekarang versi {result.Standing?.Number}. Ambil versi itu, lalu kirim kembali."
            ),
            _ => Results.Ok(PlanAnswers.Of(result.Preview)),
        };
    }

    [Allow(Who.Key)]
    [Function("ReviseBudget")]
    [ApiOperation(
        "Menyerahkan perubahan anggaran.",
        Body = typeof(BudgetRevision),
        BodyTypes = [ApiOperationAttribute.Json, ApiOperationAttribute.Workbook, "application/octet-stream"],
        LargestBody = LargestPlan,
        Answer = typeof(AcceptedRevision),
        Status = 202
    )]
    public async Task<IResult> ReviseBudget(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/offices/{unit}/{year:int}/budget-revisions")]
            HttpRequest request,
        string unit,
        int year,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await plans.FindPlanAsync(unit, year, cancellation) is not { } plan)
            return Unknown(unit, year);
        var file = await PlanUpload.BodyAsync(request, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        var (reading, current) = await plans.ReadRevisionAsync(plan, file, cancellation);
        if (reading.Value is not { } revision)
            return Refused("Perubahan anggaran tidak dapat diterima", reading.Errors);
        if (PlanUpload.IsPreview(request))
            return Results.Ok(PlanAnswers.Of(revision, current));
        return await cycles.ReviseBudgetAsync(unit, year, revision, client, cancellation)
            ? Results.Accepted($"/api/offices/{unit}/{year}", new AcceptedRevision(revision.Budget.Sequence))
            : FunctionErrors.Problem(
                409,
                "Nomor perubahan sudah dipakai",
                $"Perubahan anggaran ke-{revision.Budget.Sequence} sudah tersimpan dengan isi yang lain."
            );
    }

    [Allow(Who.Key)]
    [Function("ShowYear")]
    [ApiOperation("Menunjukkan keadaan siklus satu tahun.", Answer = typeof(YearView))]
    public async Task<IResult> ShowYear(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/offices/{unit}/{year:int}")] HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    ) =>
        await cycles.FindAsync(unit, year, cancellation) is { } row
            ? Results.Ok(new YearView(row.Unit, row.Year, row.State.ToString(), row.PlanHash, row.StartedAt))
            : Unknown(unit, year);

    /// <summary>The plan in force as JSON, or with <c>?format=xlsx</c> as the workbook.</summary>
    [Allow(Who.Key)]
    [Function("ShowPlan")]
    [ApiOperation(
        "Rencana yang berlaku, sebagai JSON atau buku kerja (?format=xlsx).",
        Answer = typeof(OfficePlan),
        AnswerTypes = [ApiOperationAttribute.Json, ApiOperationAttribute.Workbook],
        Query = ["format"]
    )]
    public async Task<IResult> ShowPlan(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/offices/{unit}/{year:int}/plan")]
            HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    )
    {
        if (await plans.CurrentAsync(unit, year, cancellation) is not var (plan, version))
            return Unknown(unit, year);
        request.HttpContext.Response.Headers.ETag = $"\"{version}\"";
        return request.Query["format"] == "xlsx"
            ? await PlanDownloads.WorkbookAsync(plans, plan, cancellation)
            : Results.Text(PlanWriter.Write(plan), "application/json");
    }

    internal static IResult Unknown(string unit, int year) =>
        FunctionErrors.Problem(404, "Siklus tidak ditemukan", $"Belum ada siklus kinerja {unit} tahun {year}.");

    private async Task<IResult> PreviewAsync(byte[] file, string unit, int year, CancellationToken cancellation)
    {
        var preview = await imports.PreviewAsync(file, unit, year, cancellation);
        return preview.Reading.Succeeded
            ? Results.Ok(PlanAnswers.Of(preview))
            : Refused("Rencana tidak dapat diterima", preview.Reading.Errors);
    }

    private static IResult Refused(string title, IReadOnlyList<PlanError> errors) =>
        FunctionErrors.Problem(
            422,
            title,
            $"Ditemukan {errors.Count} kesalahan; tidak ada yang disimpan. Perbaiki lalu kirim kembali.",
            errors
        );
}

/// <summary>What the API answers about a file that it only looked at.</summary>
internal static class PlanAnswers
{
    public static object Of(ImportPreview preview) =>
        new
        {
            preview.Hash,
            preview.Base,
            preview.CanApply,
            preview.Reading.Counts,
            preview.Reading.Warnings,
            preview.Differences,
            preview.NewRevisions,
        };

    public static object Of(BudgetRevision revision, Budget current) =>
        new
        {
            Sequence = revision.Budget.Sequence,
            Before = current.Ceiling(),
            After = revision.Budget.Ceiling(),
            Targets = revision.TargetChanges,
        };
}

/// <summary>Files of plans on their way out.</summary>
internal static class PlanDownloads
{
    public static async Task<IResult> WorkbookAsync(PlanStore plans, OfficePlan plan, CancellationToken cancellation)
    {
        var revisions = new List<BudgetRevision>();
        foreach (var number in await plans.RevisionsAsync(plan.Unit.Code, plan.Year, cancellation))
            revisions.Add(await plans.RevisionAsync(plan.Unit.Code, plan.Year, number, cancellation));
        return Workbook(PlanWorkbook.Write(plan, revisions), $"rencana-{plan.Unit.Code}-{plan.Year}.xlsx");
    }

    public static IResult Workbook(byte[] content, string name) =>
        Results.File(content, WorkbookWriter.ContentType, name);
}

internal sealed record StartedYear(string Unit, int Year, string State);

internal sealed record AcceptedRevision(int Sequence);

/// <param name="State">Running, or Closed once the report is published.</param>
internal sealed record YearView(string Unit, int Year, string State, string PlanHash, DateTimeOffset StartedAt);
