using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Agreements;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions.Agreements;

/// <summary>The year's agreements: where each stands, its document, and what changed.</summary>
internal sealed class AgreementPages(
    AgreementOverview overview,
    AgreementDetails details,
    BlobVault vault,
    PageRenderer pages
)
{
    [Allow(Who.Staff)]
    [Function("AgreementList")]
    public async Task<IResult> AgreementList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Office + "/perjanjian")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) =>
        await pages.RenderAsync<AgreementsPage>(
            new AgreementsView(
                BaseOf(office),
                await overview.ReadAsync(office, cancellation),
                request.Caller().Is(Who.Planner),
                request.Query.ContainsKey("diminta")
                    ? "Permintaan tercatat. Naskahnya disusun dan dikirim untuk diperiksa."
                    : null
            )
        );

    [Allow(Who.Staff)]
    [Function("AgreementShow")]
    public async Task<IResult> AgreementShow(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = Routes.Office + "/perjanjian/{revision:int:min(0)}"
        )]
            HttpRequest request,
        OfficeYear office,
        int revision,
        CancellationToken cancellation
    ) =>
        await details.FindAsync(office, revision, request.Caller().Is(Who.Planner), cancellation) is { } detail
            ? await pages.RenderAsync<AgreementPage>(
                detail with
                {
                    Base = BaseOf(office),
                    Notice = request.Query["hasil"].ToString() switch
                    {
                        "disusun" => "Naskah disusun ulang dan diajukan untuk diperiksa.",
                        "dibatalkan" => "Perubahan perjanjian dibatalkan.",
                        _ => null,
                    },
                    Error =
                        request.Query["hasil"] == "bukan-sekarang"
                            ? "Tidak ada yang diubah: naskah ini tidak sedang menunggu perbaikan."
                            : null,
                }
            )
            : await Answers.UnknownAgreementAsync(pages);

    [Allow(Who.Staff)]
    [Function("AgreementDocument")]
    public async Task<IResult> AgreementDocument(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = Routes.Office + "/perjanjian/{revision:int:min(0)}/berkas"
        )]
            HttpRequest request,
        OfficeYear office,
        int revision,
        CancellationToken cancellation
    ) =>
        await overview.FindAsync(office, revision, cancellation) is { Hash: { } hash }
            ? OwnFile.OfPdf(
                await vault.DocumentAsync(hash, cancellation),
                DocumentNames.PdfOf(new AgreementSubject(office, revision))
            )
            : await Answers.UnknownAgreementAsync(pages);

    [Allow(Who.Staff)]
    [Function("AgreementCompare")]
    public async Task<IResult> AgreementCompare(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = Routes.Office + "/perjanjian/{revision:int:min(0)}/perbandingan"
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
        if (after?.Snapshot is null || before?.Snapshot is null)
            return await Answers.UnknownAgreementAsync(pages);
        return await pages.RenderAsync<ComparisonPage>(
            new ComparisonView(
                BaseOf(office),
                AgreementWords.NameOf(before.Revision),
                AgreementWords.NameOf(revision),
                after.Order is { } order ? AgreementWords.Of(order.Reason) : null,
                after.Order?.Explanation,
                AgreementComparison.Of(before.Snapshot, after.Snapshot)
            )
        );
    }

    private static string BaseOf(OfficeYear office) =>
        FormattableString.Invariant($"/kantor/{office.Unit}/{office.Year}/perjanjian");
}
