using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Agreements;

/// <summary>What the planner does about agreements, for machines that act in the planner's name.</summary>
internal sealed class RevisionApi(
    PlanStore plans,
    AgreementOverview overview,
    AgreementDesk agreements,
    CycleDesk cycles,
    RevisionForms forms,
    NamedCaller named
)
{
    private const string Route = Routes.ApiOffice + "/agreements";

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
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        var asked = await ApiBody.ReadAsync<RevisionCall>(request, cancellation);
        if (named.Find(plan, asked.By) is not { } by || !by.Is(Who.Planner))
            return NamedCaller.NotAllowed(asked.By);
        var terms = (await overview.ReadAsync(office, cancellation))
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

        var (form, wanted) = forms.Read("", plan, terms, asked);
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
            office,
            RevisionCause.Requested,
            number => wanted with { Number = number, By = by.Official },
            client,
            cancellation
        );
        return Results.Accepted(
            $"/api/offices/{office.Unit}/{office.Year}/agreements",
            new CalledRevision(order.Number)
        );
    }

    [Allow(Who.Key)]
    [Function("AgreementCancel")]
    [ApiOperation("Membatalkan perubahan perjanjian yang dikembalikan.", Body = typeof(CancellationCall), Status = 202)]
    public async Task<IResult> Cancel(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/{revision:int:min(1)}/cancellations")]
            HttpRequest request,
        OfficeYear office,
        int revision,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        var asked = await ApiBody.ReadAsync<CancellationCall>(request, cancellation);
        if (named.Find(plan, asked.By) is not { } by || !by.Is(Who.Planner))
            return NamedCaller.NotAllowed(asked.By);
        if (asked.Reason?.Trim() is not { Length: > 0 and <= RevisionPages.LongestReason } reason)
            return Answers.Problem(422, "Alasan belum ada", "Tulis alasannya, paling banyak 2.000 huruf.");
        return
            await agreements.CancelAsync(
                new AgreementSubject(office, revision),
                asked.Attempt,
                reason,
                new Actor(by.Official, ActorRole.Planner),
                client,
                cancellation
            ) == AgreementAnswer.Done
            ? Results.Accepted()
            : Answers.Problem(409, "Tidak dapat sekarang", "Perubahan perjanjian ini tidak sedang menunggu perbaikan.");
    }

    /// <summary>Asks for a new draft of an agreement that was returned, overdue or unsound.</summary>
    [Allow(Who.Key)]
    [Function("RedraftAgreement")]
    [ApiOperation("Meminta rancangan baru perjanjian yang dikembalikan, kedaluwarsa, atau belum sah.", Status = 202)]
    public async Task<IResult> RedraftAgreement(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "post",
            Route = Routes.ApiOffice + "/agreements/{revision:int:min(0)}/redrafts/{attempt:int:min(1)}"
        )]
            HttpRequest request,
        OfficeYear office,
        int revision,
        int attempt,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await cycles.FindAsync(office, cancellation) is null)
            return Answers.UnknownYear(office);
        var answer = await agreements.RedraftAsync(
            new AgreementSubject(office, revision),
            attempt,
            Actor.Machine,
            client,
            cancellation
        );
        return answer == AgreementAnswer.Done
            ? Results.Accepted()
            : Answers.Problem(
                409,
                "Naskah tidak menunggu perbaikan",
                "Naskah baru hanya dapat diminta untuk perjanjian yang dikembalikan, terlambat, atau terhalang temuan."
            );
    }

    private static string PathOf(string field) =>
        field.StartsWith(RevisionForms.TargetField, StringComparison.Ordinal)
            ? "$.targets." + field[RevisionForms.TargetField.Length..]
            : "$.explanation";

    private static IResult Refused(string why, IEnumerable<object> errors) =>
        Answers.Problem(422, "Permintaan perubahan belum dicatat", why, errors);
}
