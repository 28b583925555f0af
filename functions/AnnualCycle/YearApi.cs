using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Planning;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.AnnualCycle;

/// <summary>Machines start a year and ask where it stands.</summary>
internal sealed class YearApi(CycleDesk cycles, ImportDesk imports, BudgetListDesk lists, IEnumerable<PlanCheck> checks)
{
    private const int LargestPlan = 10 * 1024 * 1024;

    /// <summary>
    /// Checks a plan whole, stores it and starts the year. Nothing is stored of a plan with an error. As a form with the parts
    /// <c>plan</c> and <c>list</c> the plan brings no budget: the list of the finance system fills it in.
    /// </summary>
    [Allow(Who.Key)]
    [Function("StartYear")]
    [ApiOperation(
        "Menyerahkan rencana satu tahun dan memulai siklus kinerjanya.",
        Body = typeof(OfficePlan),
        BodyTypes = [
            ApiOperationAttribute.Json,
            ApiOperationAttribute.Workbook,
            "application/octet-stream",
            "multipart/form-data",
        ],
        LargestBody = 2 * LargestPlan,
        Answer = typeof(StartedYear),
        Status = 201,
        Query = ["preview"]
    )]
    public async Task<IResult> StartYear(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.ApiOffice)] HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var (file, list, name) = await PlanUpload.PlanAndListAsync(request, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        if (list is not null && PlanFile.Read(file, [.. checks]).Draft is { } draft)
        {
            var import = BudgetListQuery.Of(list, request.Query, name);
            var read = await lists.PreviewFirstAsync(draft, import, cancellation);
            if (BudgetListApi.Refuse(read) is { } refusal)
                return refusal;
            file = Encoding.UTF8.GetBytes(PlanWriter.Write(BudgetListDesk.FilledIn(draft, read)!));
        }

        if (PlanUpload.IsPreview(request))
            return await PreviewAsync(file, office, cancellation);
        var reading = PlanFile.Read(file, [.. checks]);
        if (reading.Plan is not { } plan)
            return Refused("Rencana tidak dapat diterima", reading.Errors);
        if (plan.Unit.Code != office.Unit || plan.Year != office.Year)
        {
            return Answers.Problem(
                422,
                "Rencana untuk kantor atau tahun lain",
                $"Berkas berisi rencana {plan.Unit.Code} tahun {plan.Year}, bukan {office.Unit} tahun {office.Year}."
            );
        }

        if (await cycles.StartAsync(plan, client, cancellation) != StartResult.Started)
        {
            return Answers.Problem(
                409,
                "Siklus sudah berjalan",
                $"Siklus kinerja {office.Unit} tahun {office.Year} sudah dimulai dan tidak diubah."
            );
        }

        foreach (var revision in reading.Revisions)
            await cycles.ReviseBudgetAsync(office, revision, client, cancellation);
        return Results.Created(
            $"/api/offices/{office.Unit}/{office.Year}",
            new StartedYear(office.Unit, office.Year, "Running")
        );
    }

    [Allow(Who.Key)]
    [Function("ShowYear")]
    [ApiOperation("Menunjukkan keadaan siklus satu tahun.", Answer = typeof(YearView))]
    public async Task<IResult> ShowYear(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.ApiOffice)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) =>
        await cycles.FindAsync(office, cancellation) is { } row
            ? Results.Ok(new YearView(row.Unit, row.Year, row.State.ToString(), row.PlanHash, row.StartedAt))
            : Answers.UnknownYear(office);

    private async Task<IResult> PreviewAsync(byte[] file, OfficeYear office, CancellationToken cancellation)
    {
        var preview = await imports.PreviewAsync(file, office.Unit, office.Year, cancellation);
        return preview.Reading.Succeeded
            ? Results.Ok(PlanAnswers.Of(preview))
            : Refused("Rencana tidak dapat diterima", preview.Reading.Errors);
    }

    private static IResult Refused(string title, IReadOnlyList<PlanError> errors) =>
        Answers.Problem(
            422,
            title,
            $"Ditemukan {errors.Count} kesalahan; tidak ada yang disimpan. Perbaiki lalu kirim kembali.",
            errors
        );
}
