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

namespace Sakip.Functions.AnnualCycle.Changes;

/// <summary>
/// Machines record changes within the year in a planner's name. <c>?preview=true</c> answers what a change would set in
/// motion, with the plan's version, and changes nothing; a change that names this version is recorded on no other one.
/// </summary>
internal sealed class ChangeApi(PlanStore plans, YearChangeDesk desk, NamedCaller named)
{
    private const string Route = Routes.ApiOffice + "/changes";

    [Allow(Who.Key)]
    [Function("ChangeOrganisation")]
    [ApiOperation(
        "Mencatat perubahan organisasi (SOTK) dalam tahun.",
        Body = typeof(OrganisationCall),
        Answer = typeof(RecordedChange),
        Status = 202,
        Query = ["preview"]
    )]
    public Task<IResult> Organisation(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/organisation")] HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => RecordAsync<OrganisationCall>(request, office, client, cancellation);

    [Allow(Who.Key)]
    [Function("ChangeStrategicPlan")]
    [ApiOperation(
        "Mencatat perubahan rencana strategis, indikator, dan target dalam tahun.",
        Body = typeof(StrategicCall),
        Answer = typeof(RecordedChange),
        Status = 202,
        Query = ["preview"]
    )]
    public Task<IResult> StrategicPlan(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/strategic-plan")] HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => RecordAsync<StrategicCall>(request, office, client, cancellation);

    [Allow(Who.Key)]
    [Function("ChangeOfficial")]
    [ApiOperation(
        "Mencatat pejabat yang meninggal, pensiun, diberhentikan sementara, atau pindah, beserta penggantinya.",
        Body = typeof(OfficialCall),
        Answer = typeof(RecordedChange),
        Status = 202,
        Query = ["preview"]
    )]
    public Task<IResult> Official(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/official")] HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => RecordAsync<OfficialCall>(request, office, client, cancellation);

    [Allow(Who.Key)]
    [Function("ShowChanges")]
    [ApiOperation("Perubahan dalam tahun yang sudah dicatat.", Answer = typeof(IReadOnlyList<ShownChange>))]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        return Results.Ok(ShownChange.Of(plan));
    }

    private async Task<IResult> RecordAsync<T>(
        HttpRequest request,
        OfficeYear office,
        DurableTaskClient client,
        CancellationToken cancellation
    )
        where T : ChangeCall
    {
        using var turn = Reading.Begin(request, cancellation);
        var plan = await plans.OfYearAsync(office, cancellation);
        var body = await PlanUpload.BodyAsync(request, cancellation);
        var reading = PlanReader.ReadChange<T>(Encoding.UTF8.GetString(body));
        if (reading.Value is not { } asked)
            return Refused(reading.Errors);
        if (named.Find(plan, asked.By) is not { } by || !by.Is(Who.Planner))
            return NamedCaller.NotAllowed(asked.By);
        if (PlanUpload.IsPreview(request))
        {
            var (current, version) = (await plans.CurrentAsync(office, cancellation))!.Value;
            var preview = await desk.PreviewAsync(current, asked, cancellation);
            return preview.Errors.Count > 0
                ? Refused(preview.Errors)
                : Results.Ok(RecordedChange.Of(asked.Kind, new ChangeResult(preview, false, version)));
        }

        var result = await desk.ApplyAsync(office, asked, by.As(Who.Planner), client, cancellation);
        if (result.IsConflict)
        {
            return Answers.Problem(
                409,
                "Rencana baru saja berubah",
                "Orang lain mengubah rencana ini. Baca pratinjaunya kembali (?preview=true), lalu kirim dengan version yang disebut di sana."
            );
        }

        if (result.Preview.Errors.Count > 0)
            return Refused(result.Preview.Errors);
        var answer = RecordedChange.Of(asked.Kind, result);
        return result.Applied
            ? Results.Accepted($"/api/offices/{office.Unit}/{office.Year}/changes", answer)
            : Results.Ok(answer);
    }

    private static IResult Refused(IReadOnlyList<PlanError> errors) =>
        Answers.Problem(
            422,
            "Perubahan belum dicatat",
            $"Ada {errors.Count} hal yang harus diselesaikan lebih dahulu; tidak ada yang disimpan.",
            RowReading.Told(errors)
        );
}
