using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Planning;

namespace Sakip.Functions;

/// <summary>The planner hands in the year's plan, and its budget's revisions.</summary>
public sealed class Planning(CycleDesk cycles, PlanStore plans)
{
    private const int LargestPlan = 10 * 1024 * 1024;

    /// <summary>Checks a plan whole, stores it and starts the year. Nothing is stored of a plan with an error.</summary>
    [Allow(Who.Key)]
    [Function("StartYear")]
    public async Task<IResult> StartYear(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/offices/{unit}/{year:int}")] HttpRequest request,
        string unit, int year, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var reading = PlanReader.Read(await BodyAsync(request, cancellation));
        if (reading.Value is not { } plan) return Refused("Rencana tidak dapat diterima", reading.Errors);
        if (plan.Unit.Code != unit || plan.Year != year)
        {
            return FunctionErrors.Problem(
                422, "Rencana untuk kantor atau tahun lain",
                $"Berkas berisi rencana {plan.Unit.Code} tahun {plan.Year}, bukan {unit} tahun {year}.");
        }

        return await cycles.StartAsync(plan, client, cancellation) == StartResult.Started
            ? Results.Created($"/api/offices/{unit}/{year}", new { unit, year, state = "Running" })
            : FunctionErrors.Problem(
                409, "Siklus sudah berjalan", $"Siklus kinerja {unit} tahun {year} sudah dimulai dan tidak diubah.");
    }

    [Allow(Who.Key)]
    [Function("ReviseBudget")]
    public async Task<IResult> ReviseBudget(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/offices/{unit}/{year:int}/budget-revisions")]
        HttpRequest request,
        string unit, int year, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await plans.FindPlanAsync(unit, year, cancellation) is not { } plan) return Unknown(unit, year);
        var current = await plans.LatestBudgetAsync(unit, year, cancellation);
        var reading = PlanReader.ReadRevision(await BodyAsync(request, cancellation), plan, current);
        if (reading.Value is not { } revision) return Refused("Perubahan anggaran tidak dapat diterima", reading.Errors);
        return await cycles.ReviseBudgetAsync(unit, year, revision, client, cancellation)
            ? Results.Accepted($"/api/offices/{unit}/{year}", new { sequence = revision.Budget.Sequence })
            : FunctionErrors.Problem(
                409, "Nomor perubahan sudah dipakai",
                $"Perubahan anggaran ke-{revision.Budget.Sequence} sudah tersimpan dengan isi yang lain.");
    }

    [Allow(Who.Key)]
    [Function("ShowYear")]
    public async Task<IResult> ShowYear(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/offices/{unit}/{year:int}")] HttpRequest request,
        string unit, int year, CancellationToken cancellation) =>
        await cycles.FindAsync(unit, year, cancellation) is { } row
            ? Results.Ok(new { row.Unit, row.Year, row.State, row.PlanHash, row.StartedAt })
            : Unknown(unit, year);

    internal static IResult Unknown(string unit, int year) => FunctionErrors.Problem(
        404, "Siklus tidak ditemukan", $"Belum ada siklus kinerja {unit} tahun {year}.");

    private static IResult Refused(string title, IReadOnlyList<PlanError> errors) => FunctionErrors.Problem(
        422, title, $"Ditemukan {errors.Count} kesalahan; tidak ada yang disimpan. Perbaiki lalu kirim kembali.", errors);

    private static async Task<string> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > LargestPlan)
            throw new BadHttpRequestException("The plan is too large.", StatusCodes.Status413PayloadTooLarge);
        using var body = new StreamReader(request.Body);
        return await body.ReadToEndAsync(cancellation);
    }
}
