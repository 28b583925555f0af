using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions.Agreements;

/// <param name="By">Code of the planner in whose name it is done.</param>
internal sealed record PostAgreementCall(string? By);

/// <param name="Posts">Codes of the posts whose agreements are drawn up now.</param>
internal sealed record CalledPostAgreements(IReadOnlyList<string> Posts);

/// <param name="Revision">Null where none was called for.</param>
/// <param name="Obstacle">Why none can be drawn up now; null where one can.</param>
internal sealed record PostAgreementStanding(
    string Post,
    string Name,
    int Depth,
    string? Holder,
    int? Revision,
    AgreementState? State,
    string? WaitingFor,
    DateTimeOffset? DueAt,
    string? Hash,
    string? Obstacle
);

/// <summary>Agreements of the posts below the head of the office, for machines.</summary>
internal sealed class PostAgreementApi(
    PlanStore plans,
    PostStandings standings,
    PostDesk desk,
    AgreementOverview overview,
    BlobVault vault,
    NamedCaller named
)
{
    private const string Route = Routes.ApiOffice + "/agreements/posts";

    [Allow(Who.Key)]
    [Function("PostAgreementStandings")]
    [ApiOperation(
        "Perjanjian kinerja jabatan di bawah kepala kantor, menurut pohon jabatan.",
        Answer = typeof(ListPage<PostAgreementStanding>),
        Paged = true
    )]
    public async Task<IResult> Standings(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        _ = await plans.OfYearAsync(office, cancellation);
        return Results.Ok(
            ListWindow
                .Of(request)
                .Slice([
                    .. (await standings.ReadAsync(office, cancellation)).Select(one => new PostAgreementStanding(
                        one.Place.Post.Code,
                        one.Place.Post.Name,
                        one.Place.Depth,
                        one.Place.Holder?.Official.Code,
                        one.Revision,
                        one.State,
                        one.Waiting?.Bearer,
                        one.Waiting?.DueAt,
                        one.Hash,
                        one.Place.Obstacle
                    )),
                ])
        );
    }

    [Allow(Who.Key)]
    [Function("PostAgreementsCall")]
    [ApiOperation(
        "Menyusun perjanjian kinerja semua jabatan di bawah kepala kantor yang belum mempunyainya.",
        Body = typeof(PostAgreementCall),
        Answer = typeof(CalledPostAgreements),
        Status = 202
    )]
    public async Task<IResult> Call(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        var asked = await ApiBody.ReadAsync<PostAgreementCall>(request, cancellation);
        if (named.Find(plan, asked.By) is not { } by || !by.Is(Who.Planner))
            return NamedCaller.NotAllowed(asked.By);
        var drafted = await desk.DraftAsync(office, by.As(Who.Planner), client, cancellation);
        return Results.Accepted(
            FormattableString.Invariant($"/api/offices/{office.Unit}/{office.Year}/agreements/posts"),
            new CalledPostAgreements(drafted)
        );
    }

    [Allow(Who.Key)]
    [Function("PostAgreementFile")]
    [ApiOperation("Perjanjian kinerja satu jabatan yang berlaku.", AnswerTypes = [FileFormats.PdfType])]
    public async Task<IResult> File(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "get",
            "head",
            Route = Route + "/{post:length(1,16)}/{revision:int:min(0)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string post,
        int revision,
        CancellationToken cancellation
    )
    {
        var subject = new AgreementSubject(office, revision, post);
        return await overview.FindAsync(subject, cancellation) is { Hash: { } hash, InForceSince: not null }
            ? Results.File(
                await vault.DocumentAsync(hash, cancellation),
                "application/pdf",
                DocumentNames.PdfOf(subject),
                enableRangeProcessing: true
            )
            : Answers.MissingDocument("Perjanjian kinerja jabatan ini belum berlaku.");
    }
}
