using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Api;
using Sakip.Functions.Hosting;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Functions;

/// <summary>What the planner does when the year waits for a correction.</summary>
internal sealed class AnnualCycle(CycleDesk cycles, AgreementDesk agreements, ReportRechecks rechecks)
{
    private static readonly Actor Planner = new("api", "perencana");

    /// <summary>Asks for a new draft of an agreement that was returned, overdue or unsound.</summary>
    [Allow(Who.Key)]
    [Function("RedraftAgreement")]
    [ApiOperation("Meminta rancangan baru perjanjian yang dikembalikan, kedaluwarsa, atau belum sah.", Status = 202)]
    public async Task<IResult> RedraftAgreement(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "post",
            Route = "api/offices/{unit}/{year:int}/agreements/{revision:int:min(0)}/redrafts/{attempt:int:min(1)}"
        )]
            HttpRequest request,
        string unit,
        int year,
        int revision,
        int attempt,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await cycles.FindAsync(unit, year, cancellation) is null)
            return Planning.Unknown(unit, year);
        var answer = await agreements.RedraftAsync(
            unit,
            year,
            revision,
            attempt,
            Planner.Official,
            Planner.Role,
            client,
            cancellation
        );
        return answer == AgreementAnswer.Done
            ? Results.Accepted()
            : FunctionErrors.Problem(
                409,
                "Naskah tidak menunggu perbaikan",
                "Naskah baru hanya dapat diminta untuk perjanjian yang dikembalikan, terlambat, atau terhalang temuan."
            );
    }

    /// <summary>Asks for the report to be checked and assembled again.</summary>
    [Allow(Who.Key)]
    [Function("RecheckReport")]
    [ApiOperation("Meminta laporan kinerja diperiksa dan disusun ulang.", Status = 202)]
    public async Task<IResult> RecheckReport(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "post",
            Route = "api/offices/{unit}/{year:int}/annual-report/rechecks/{attempt:int:min(1)}"
        )]
            HttpRequest request,
        string unit,
        int year,
        int attempt,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await cycles.FindAsync(unit, year, cancellation) is null)
            return Planning.Unknown(unit, year);
        await rechecks.AskAsync(unit, year, attempt, Planner, client, cancellation);
        return Results.Accepted();
    }
}
