using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Collection;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Collection;

/// <param name="By">Code of the planner or administrator in whose name it is done.</param>
internal sealed record ExtendRequest(
    DateOnly Due,
    DateOnly? Closes,
    DateOnly? VerificationDue,
    string? Reason,
    string? By
);

/// <param name="SubUnits">Codes of the sub-units that report again.</param>
/// <param name="By">Code of the planner or administrator in whose name it is done.</param>
internal sealed record RoundRequest(IReadOnlyList<string>? SubUnits, string? Reason, string? By);

/// <summary>Quarters for machines: their state, extensions, reopenings, another try of a lock that is held up.</summary>
internal sealed class QuarterApi(QuarterBook book, QuarterDesk desk, WindowDesk windows, PlanStore plans)
{
    private const string Route = Routes.ApiOffice + "/quarters/{quarter:int:range(1,4)}";

    [Allow(Who.Key)]
    [Function("ShowQuarter")]
    [ApiOperation("Keadaan satu triwulan: jendela, laporan tiap sub-unit, temuan.", Answer = typeof(object))]
    public async Task<IResult> ShowQuarter(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)] HttpRequest request,
        OfficeYear office,
        int quarter,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        var standing = await book.ReadAsync(plan, (Quarter)quarter, cancellation);
        return Results.Ok(
            new
            {
                standing.Quarter,
                standing.State,
                Window = standing.Window.Dates,
                standing.Window.Extension,
                Rounds = standing.Rounds.Count,
                Blockers = standing.Progress?.Blockers ?? 0,
                Reports = standing.Reports.Select(report => new
                {
                    SubUnit = report.SubUnit.Code,
                    report.Round,
                    report.State,
                    Late = report.IsLate,
                    report.Revision,
                    report.SubmittedAt,
                    WaitingFor = report.Waiting?.Bearer,
                    Step = report.Waiting?.Step,
                }),
            }
        );
    }

    [Allow(Who.Key)]
    [Function("ExtendWindow")]
    [ApiOperation("Memperpanjang jendela pelaporan.", Body = typeof(ExtendRequest), Status = 202)]
    public async Task<IResult> ExtendWindow(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/extensions")] HttpRequest request,
        OfficeYear office,
        int quarter,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        var asked = await ReadAsync<ExtendRequest>(request, cancellation);
        if (ActorOf(plan, asked.By) is not { } actor)
            return NobodyOf(asked.By);
        var answer = await windows.ExtendAsync(
            new QuarterSubject(office, (Quarter)quarter),
            new WindowExtension(asked.Due, asked.Closes, asked.VerificationDue, asked.Reason),
            actor,
            client,
            cancellation
        );
        if (answer.Row is { } row)
        {
            return Results.Json(
                new
                {
                    row.Number,
                    asked.Due,
                    Closes = plan.Zone.DateAt(row.Closes),
                    VerificationDue = plan.Zone.DateAt(row.VerificationDue),
                },
                statusCode: StatusCodes.Status201Created
            );
        }

        return Answers.Problem(
            answer.IsTooLate ? 409 : 422,
            "Masa pelaporan tidak diperpanjang",
            string.Join(" ", answer.Errors.Values),
            answer.IsTooLate
                ? null
                : answer.Errors.Select(error => new { path = "$." + error.Key, message = error.Value })
        );
    }

    /// <summary>Asks for a locked quarter to be reopened; another person approves it.</summary>
    [Allow(Who.Key)]
    [Function("ReopenQuarter")]
    [ApiOperation("Meminta triwulan yang terkunci dibuka kembali.", Body = typeof(RoundRequest), Status = 202)]
    public async Task<IResult> ReopenQuarter(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/reopenings")] HttpRequest request,
        OfficeYear office,
        int quarter,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        var asked = await ReadAsync<RoundRequest>(request, cancellation);
        if (ActorOf(plan, asked.By) is not { } actor)
            return NobodyOf(asked.By);
        return Answer(
            await desk.ReopenAsync(
                new QuarterSubject(office, (Quarter)quarter),
                asked.SubUnits ?? [],
                asked.Reason,
                actor.Official,
                client,
                cancellation
            )
        );
    }

    /// <summary>Has a quarter that is held up by a blocking finding checked again.</summary>
    [Allow(Who.Key)]
    [Function("RecheckQuarter")]
    [ApiOperation("Meminta triwulan diperiksa ulang sebelum dikunci.", Body = typeof(RoundRequest), Status = 202)]
    public async Task<IResult> RecheckQuarter(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/rechecks")] HttpRequest request,
        OfficeYear office,
        int quarter,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        var asked = await ReadAsync<RoundRequest>(request, cancellation);
        if (ActorOf(plan, asked.By) is not { } actor)
            return NobodyOf(asked.By);
        return Answer(
            await desk.RecheckAsync(
                new QuarterSubject(office, (Quarter)quarter),
                asked.SubUnits ?? [],
                asked.Reason,
                actor.Official,
                client,
                cancellation
            )
        );
    }

    private static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        const int LongestBody = 64 * 1024;
        if (request.ContentLength > LongestBody)
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        return await request.ReadFromJsonAsync<T>(SakipJson.Incoming, cancellation)
            ?? throw new System.Text.Json.JsonException("The body is null.");
    }

    private static Actor? ActorOf(OfficePlan plan, string? code)
    {
        var role = plan.Roles.FirstOrDefault(one =>
            one.Official == code && one.Role is (OfficeRole.Planner or OfficeRole.Administrator)
        );
        return role?.Role switch
        {
            null => null,
            OfficeRole.Planner => new Actor(role.Official, ActorRole.Planner),
            _ => new Actor(role.Official, ActorRole.Administrator),
        };
    }

    private static IResult NobodyOf(string? code) =>
        Answers.Problem(
            422,
            "Pelaku tidak berwenang",
            $"'{code}' bukan perencana atau administrator kantor ini; sebutkan kodenya pada 'by'."
        );

    private static IResult Answer(QuarterAnswer answer) =>
        answer switch
        {
            QuarterAnswer.Done => Results.Accepted(),
            QuarterAnswer.Incomplete => Answers.Problem(
                422,
                "Permintaan belum lengkap",
                "Sebutkan sub-unit yang ada pada rencana dan alasannya (10 sampai 1.000 huruf)."
            ),
            _ => Answers.Problem(
                409,
                "Tidak dapat sekarang",
                "Keadaan triwulan atau tahunnya tidak memungkinkan langkah ini."
            ),
        };
}
