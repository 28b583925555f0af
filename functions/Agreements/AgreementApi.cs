using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Agreements;

/// <summary>The year's agreements for machines: where each stands, what changed, the document in force.</summary>
internal sealed class AgreementApi(
    PlanStore plans,
    AgreementOverview overview,
    AgreementRecords agreements,
    BlobVault vault
)
{
    [Allow(Who.Key)]
    [Function("AgreementStandings")]
    [ApiOperation(
        "Perjanjian kinerja tahun itu beserta perubahannya.",
        Answer = typeof(ListPage<AgreementStanding>),
        Paged = true
    )]
    public async Task<IResult> Agreements(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.ApiOffice + "/agreements")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        _ = await plans.OfYearAsync(office, cancellation);
        return Results.Ok(
            ListWindow
                .Of(request)
                .Slice([
                    .. (await overview.ReadAsync(office, cancellation)).Select(view => new AgreementStanding(
                        view.Revision,
                        view.State,
                        view.Attempt,
                        view.Note,
                        view.Hash,
                        view.InForceSince,
                        view.Waiting?.Bearer,
                        view.Waiting?.Since,
                        view.Signatures
                    )),
                ])
        );
    }

    [Allow(Who.Key)]
    [Function("AgreementDifferences")]
    [ApiOperation(
        "Perbandingan satu perubahan perjanjian dengan yang digantikannya.",
        Answer = typeof(AgreementComparison)
    )]
    public async Task<IResult> Differences(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "get",
            Route = Routes.ApiOffice + "/agreements/{revision:int:min(1)}/comparison"
        )]
            HttpRequest request,
        OfficeYear office,
        int revision,
        CancellationToken cancellation
    )
    {
        var all = await overview.ReadAsync(office, cancellation);
        var after = all.FirstOrDefault(view => view.Revision == revision);
        var before = AgreementDetails.PredecessorOf(all, after);
        return after?.Snapshot is { } next && before?.Snapshot is { } former
            ? Results.Ok(AgreementComparison.Of(former, next))
            : Answers.Problem(
                404,
                "Tidak ada yang dibandingkan",
                "Perubahan perjanjian itu, atau pendahulunya, belum ada."
            );
    }

    [Allow(Who.Key)]
    [Function("AgreementFile")]
    [ApiOperation("Perjanjian kinerja yang berlaku.", AnswerTypes = [FileFormats.PdfType])]
    public async Task<IResult> AgreementFile(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "get",
            "head",
            Route = Routes.ApiOffice + "/agreements/{revision:int:min(0)}"
        )]
            HttpRequest request,
        OfficeYear office,
        int revision,
        CancellationToken cancellation
    )
    {
        var found = (await agreements.ReadAsync(office, cancellation)).FirstOrDefault(agreement =>
            agreement.Snapshot.Terms.Revision == revision
        );
        return found.Record is null
            ? Answers.MissingDocument("Perjanjian kinerja ini belum berlaku.")
            : await FileAsync(
                found.Record.DocumentHash,
                "application/pdf",
                $"perjanjian-kinerja-{office.Year}-{revision}.pdf",
                cancellation
            );
    }

    private async Task<IResult> FileAsync(string hash, string type, string name, CancellationToken cancellation) =>
        Results.File(await vault.DocumentAsync(hash, cancellation), type, name, enableRangeProcessing: true);
}
