using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Agreements;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions.Agreements;

/// <summary>Agreements of the posts below the head of the office: what would be drawn up, each one, and its document.</summary>
internal sealed class PostAgreementPages(
    PostStandings standings,
    PostDesk desk,
    AgreementOverview overview,
    AgreementDetails details,
    BlobVault vault,
    PageRenderer pages
)
{
    private const string Route = Routes.Office + "/perjanjian/bawahan";
    internal const string One = Route + "/{post:length(1,16)}/{revision:int:min(0)}";

    /// <summary>What would be drawn up, and the press that draws it up.</summary>
    [Allow(Who.Planner)]
    [Function("PostAgreementsDraft")]
    public async Task<IResult> PostAgreementsDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Route)] HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            var now = await standings.ReadAsync(office, cancellation);
            return await pages.RenderAsync<PostDraftPage>(PostDraftView.Of(BaseOf(office), now));
        }

        var by = request.Caller().As(Who.Planner);
        var drafted = await desk.DraftAsync(office, by, client, cancellation);
        return Answers.SeeOther(FormattableString.Invariant($"{BaseOf(office)}?disusun={drafted.Count}"));
    }

    [Allow(Who.Staff)]
    [Function("PostAgreementShow")]
    public async Task<IResult> PostAgreementShow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One)] HttpRequest request,
        OfficeYear office,
        string post,
        int revision,
        CancellationToken cancellation
    )
    {
        var subject = new AgreementSubject(office, revision, post);
        var mayAct = request.Caller().Is(Who.Planner);
        return await details.FindAsync(subject, mayAct, cancellation) is { } detail
            ? await pages.RenderAsync<AgreementPage>(AgreementPages.Answered(detail, BaseOf(office), request))
            : await Answers.UnknownAgreementAsync(pages);
    }

    [Allow(Who.Staff)]
    [Function("PostAgreementDocument")]
    public async Task<IResult> PostAgreementDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One + "/berkas")] HttpRequest request,
        OfficeYear office,
        string post,
        int revision,
        CancellationToken cancellation
    )
    {
        var subject = new AgreementSubject(office, revision, post);
        return await overview.FindAsync(subject, cancellation) is { Hash: { } hash }
            ? OwnFile.OfPdf(await vault.DocumentAsync(hash, cancellation), DocumentNames.PdfOf(subject))
            : await Answers.UnknownAgreementAsync(pages);
    }

    [Allow(Who.Staff)]
    [Function("PostAgreementCompare")]
    public async Task<IResult> PostAgreementCompare(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One + "/perbandingan")] HttpRequest request,
        OfficeYear office,
        string post,
        int revision,
        CancellationToken cancellation
    )
    {
        var all = await overview.ReadAsync(office, post, cancellation);
        return AgreementPages.Compared(BaseOf(office), all, revision) is { } view
            ? await pages.RenderAsync<ComparisonPage>(view)
            : await Answers.UnknownAgreementAsync(pages);
    }

    private static string BaseOf(OfficeYear office) =>
        FormattableString.Invariant($"/kantor/{office.Unit}/{office.Year}/perjanjian");
}
