using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Primitives;
using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Api;
using Sakip.Functions.Hosting;
using Sakip.Functions.Pages.Agreements;
using Sakip.Planning;

namespace Sakip.Functions;

/// <param name="Reason">OfficialChanged, StrategyOrBudgetChanged or PrioritiesChanged: PermenPAN-RB 53/2014.</param>
/// <param name="Explanation">Stands in the agreement's own text.</param>
/// <param name="Targets">New yearly targets by indicator, written as people write them; those that are not named stay.</param>
/// <param name="By">Code of the planner in whose name it is done.</param>
internal sealed record RevisionCall(
    string? Reason,
    string? Explanation,
    Dictionary<string, string>? Targets,
    string? By
);

internal sealed record CalledRevision(int Number);

/// <param name="Attempt">The draft that came back.</param>
internal sealed record CancellationCall(string? Reason, string? By, int Attempt);

/// <summary>What the planner does about agreements, for machines that act in the planner's name.</summary>
internal sealed class AgreementActs(
    PlanStore plans,
    AgreementOverview overview,
    AgreementDesk agreements,
    CycleDesk cycles,
    RevisionForms forms,
    NamedCaller named
)
{
    private const string Route = "api/offices/{unit}/{year:int}/agreements";

    [Allow(Who.Key)]
    [Function("AgreementRevise")]
    [ApiOperation(
        "Meminta perubahan perjanjian kinerja.",
        Body = typeof(RevisionCall),
        Answer = typeof(CalledRevision),
        Status = 202
    )]
    public async Task<IResult> Revise(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        string unit,
        int year,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await plans.FindPlanAsync(unit, year, cancellation) is not { } plan)
            return Planning.Unknown(unit, year);
        var asked = await ApiBody.ReadAsync<RevisionCall>(request, cancellation);
        if (named.Find(plan, asked.By) is not { } by || !by.Is(Who.Planner))
            return NamedCaller.NotAllowed(asked.By);
        var terms = (await overview.ReadAsync(unit, year, cancellation))
            .LastOrDefault(view => view.State == AgreementState.InForce)
            ?.Snapshot?.Terms;
        var strange = (asked.Targets ?? [])
            .Keys.Where(code => terms is not null && terms.Targets.All(target => target.Indicator != code))
            .ToList();
        if (strange.Count > 0)
        {
            return Refused(
                "Perjanjian yang berlaku tidak memuat semua indikator yang disebut.",
                strange.Select(code => new { path = "$.targets." + code, message = "Indikator ini tidak ada." })
            );
        }

        var (form, wanted) = forms.Read("", plan, terms, FormOf(asked));
        if (wanted is null)
        {
            return Refused(
                form.Error!,
                form.Targets.Append(form.Explanation)
                    .Where(field => field.Error is not null)
                    .Select(field => new { path = PathOf(field.Name), message = field.Error! })
            );
        }

        var order = await cycles.CallForRevisionAsync(
            unit,
            year,
            RevisionCause.Requested,
            number => wanted with { Number = number, By = by.Official },
            client,
            cancellation
        );
        return Results.Accepted($"/api/offices/{unit}/{year}/agreements", new CalledRevision(order.Number));
    }

    [Allow(Who.Key)]
    [Function("AgreementCancel")]
    [ApiOperation("Membatalkan perubahan perjanjian yang dikembalikan.", Body = typeof(CancellationCall), Status = 202)]
    public async Task<IResult> Cancel(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/{revision:int:min(1)}/cancellations")]
            HttpRequest request,
        string unit,
        int year,
        int revision,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await plans.FindPlanAsync(unit, year, cancellation) is not { } plan)
            return Planning.Unknown(unit, year);
        var asked = await ApiBody.ReadAsync<CancellationCall>(request, cancellation);
        if (named.Find(plan, asked.By) is not { } by || !by.Is(Who.Planner))
            return NamedCaller.NotAllowed(asked.By);
        if (asked.Reason?.Trim() is not { Length: > 0 and <= Agreements.LongestReason } reason)
            return FunctionErrors.Problem(422, "Alasan belum ada", "Tulis alasannya, paling banyak 2.000 huruf.");
        return
            await agreements.CancelAsync(
                unit,
                year,
                revision,
                asked.Attempt,
                reason,
                by.Official,
                nameof(Who.Planner),
                client,
                cancellation
            ) == AgreementAnswer.Done
            ? Results.Accepted()
            : FunctionErrors.Problem(
                409,
                "Tidak dapat sekarang",
                "Perubahan perjanjian ini tidak sedang menunggu perbaikan."
            );
    }

    // The page's own form, so that one reading holds for both.
    private static FormCollection FormOf(RevisionCall asked)
    {
        var fields = (asked.Targets ?? []).ToDictionary(
            target => "target." + target.Key,
            target => new StringValues(target.Value),
            StringComparer.Ordinal
        );
        fields["alasan"] = asked.Reason;
        fields["uraian"] = asked.Explanation;
        return new FormCollection(fields);
    }

    private static string PathOf(string field) =>
        field.StartsWith("target.", StringComparison.Ordinal)
            ? "$.targets." + field["target.".Length..]
            : "$.explanation";

    private static IResult Refused(string why, IEnumerable<object> errors) =>
        FunctionErrors.Problem(422, "Permintaan perubahan belum dicatat", why, errors);
}
