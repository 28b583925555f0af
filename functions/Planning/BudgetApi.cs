using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>
/// Machines hand in the budget's revisions and its realisation.
/// <c>?preview=true</c> answers what would happen and changes nothing.
/// </summary>
internal sealed class BudgetApi(CycleDesk cycles, PlanStore plans, RealisationDesk desk, NamedCaller named)
{
    private const int LargestPlan = 10 * 1024 * 1024;

    [Allow(Who.Key)]
    [Function("ReviseBudget")]
    [ApiOperation(
        "Menyerahkan perubahan anggaran.",
        Body = typeof(BudgetRevision),
        BodyTypes = [ApiOperationAttribute.Json, ApiOperationAttribute.Workbook, "application/octet-stream"],
        LargestBody = LargestPlan,
        Answer = typeof(AcceptedRevision),
        Status = 202,
        Query = ["preview"]
    )]
    public async Task<IResult> ReviseBudget(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.ApiOffice + "/budget-revisions")]
            HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        var file = await PlanUpload.BodyAsync(request, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        var (reading, current) = await plans.ReadRevisionAsync(plan, file, cancellation);
        if (reading.Value is not { } revision)
            return Refused("Perubahan anggaran tidak dapat diterima", reading.Errors);
        if (PlanUpload.IsPreview(request))
            return Results.Ok(PlanAnswers.Of(revision, current));
        return await cycles.ReviseBudgetAsync(office, revision, client, cancellation)
            ? Results.Accepted(
                $"/api/offices/{office.Unit}/{office.Year}",
                new AcceptedRevision(revision.Budget.Sequence)
            )
            : Answers.Problem(
                409,
                "Nomor perubahan sudah dipakai",
                $"Perubahan anggaran ke-{revision.Budget.Sequence} sudah tersimpan dengan isi yang lain."
            );
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
        Query = [
            "name",
            "position",
            "by",
            "preview",
            SpendingChoice.ColumnField,
            SpendingUnit.Field,
            SpendingChoice.BlanksField,
            RealisationAnswers.Reason,
        ]
    )]
    public async Task<IResult> ImportRealisation(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "post",
            Route = Routes.ApiOffice + "/budget-realisations/{quarter:int:range(1,4)}"
        )]
            HttpRequest request,
        OfficeYear office,
        int quarter,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        if (named.Find(plan, request.Query["by"]) is not { } by || !by.IsAny(Who.BudgetManager, Who.Planner))
            return NamedCaller.NotAllowed(request.Query["by"]);
        var file = await PlanUpload.BodyAsync(request, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        var read = await desk.PreviewAsync(
            plan,
            RealisationAnswers.Of(
                file,
                (Quarter)quarter,
                Path.GetFileName(request.Query["name"].ToString()),
                request.Query["position"].ToString(),
                name => request.Query[name].ToString()
            ),
            cancellation
        );
        if (read.Reading.Refusal is { } refusal)
            return Answers.Problem(409, "Triwulan sudah dikunci", refusal);
        if (RealisationAnswers.Open(read.Reading) is { Count: > 0 } open)
        {
            return Answers.Problem(
                422,
                "Realisasi tidak dapat diterima",
                $"Ditemukan {open.Count} hal yang harus diselesaikan; tidak ada yang disimpan.",
                open
            );
        }

        if (!PlanUpload.IsPreview(request))
        {
            var actor = by.As(Who.BudgetManager, Who.Planner);
            read = await desk.KeepAsync(plan, read, actor, cancellation);
        }

        var made = read.Reading.Realisation!;
        return Results.Ok(
            new KeptRealisation(read.Number ?? 0, made.Rows.Count, made.Position)
            {
                Source = read.Reading.Source,
                Warnings = read.Reading.Warnings,
            }
        );
    }

    private static IResult Refused(string title, IReadOnlyList<PlanError> errors) =>
        Answers.Problem(
            422,
            title,
            $"Ditemukan {errors.Count} kesalahan; tidak ada yang disimpan. Perbaiki lalu kirim kembali.",
            errors
        );
}
