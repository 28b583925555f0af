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
    PostStandings standings,
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
                    : request.Query["disusun"] is [{ Length: > 0 and < 5 } count]
                        ? $"{count} perjanjian bawahan disusun dan dikirim untuk diperiksa."
                    : null
            )
            {
                Posts = PostTreeView.Of(
                    BaseOf(office),
                    request.Plan(),
                    await standings.ReadAsync(office, cancellation)
                ),
            }
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
        await details.FindAsync(new(office, revision), request.Caller().Is(Who.Planner), cancellation) is { } detail
            ? await pages.RenderAsync<AgreementPage>(Answered(detail, BaseOf(office), request))
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
        await overview.FindAsync(new(office, revision), cancellation) is { Hash: { } hash }
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
        return Compared(BaseOf(office), all, revision) is { } view
            ? await pages.RenderAsync<ComparisonPage>(view)
            : await Answers.UnknownAgreementAsync(pages);
    }

    /// <summary>The page of an agreement with what became of the act that led to it.</summary>
    internal static AgreementDetail Answered(AgreementDetail detail, string url, HttpRequest request) =>
        detail with
        {
            Base = url,
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
        };

    /// <summary>A revision beside what it replaces; null where there is nothing to compare.</summary>
    internal static ComparisonView? Compared(string url, IReadOnlyList<AgreementView> all, int revision)
    {
        var after = all.FirstOrDefault(view => view.Revision == revision);
        var before = AgreementDetails.PredecessorOf(all, after);
        return after?.Snapshot is { } next && before?.Snapshot is { } former
            ? new ComparisonView(
                url,
                AgreementWords.NameOf(before.Revision),
                AgreementWords.NameOf(revision),
                after.Order is { } order ? AgreementWords.Of(order.Reason) : null,
                after.Order?.Explanation,
                AgreementComparison.Of(former, next)
            )
            : null;
    }

    private static string BaseOf(OfficeYear office) =>
        FormattableString.Invariant($"/kantor/{office.Unit}/{office.Year}/perjanjian");
}
