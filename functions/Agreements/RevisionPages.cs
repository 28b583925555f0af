using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Functions.Agreements;

/// <summary>What the planner does about agreements: drafts again, cancels, asks for a revision.</summary>
internal sealed class RevisionPages(
    AgreementOverview overview,
    AgreementDesk desk,
    CycleDesk cycles,
    AgreementDetails details,
    RevisionForms forms,
    PageRenderer pages
)
{
    internal const int LongestReason = 2000;

    /// <summary>Drafts again what came back, or cancels a revision.</summary>
    [Allow(Who.Planner)]
    [Function("AgreementAct")]
    public Task<IResult> AgreementAct(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = Routes.Office + "/perjanjian/{revision:int:min(0)}/tindakan"
        )]
            HttpRequest request,
        OfficeYear office,
        int revision,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => ActAsync(request, new AgreementSubject(office, revision), client, cancellation);

    /// <summary>The same of a post's agreement.</summary>
    [Allow(Who.Planner)]
    [Function("PostAgreementAct")]
    public Task<IResult> PostAgreementAct(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PostAgreementPages.One + "/tindakan")]
            HttpRequest request,
        OfficeYear office,
        string post,
        int revision,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => ActAsync(request, new AgreementSubject(office, revision, post), client, cancellation);

    /// <summary>The form by which the planner asks for a revised agreement, and what it is handed in as.</summary>
    [Allow(Who.Planner)]
    [Function("AgreementRequest")]
    public async Task<IResult> AgreementRequest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Routes.Office + "/perjanjian/baru")]
            HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        var agreements = await overview.ReadAsync(office, cancellation);
        var terms = agreements.LastOrDefault(view => view.State == AgreementState.InForce)?.Snapshot?.Terms;
        if (!HttpMethods.IsPost(request.Method))
            return await pages.RenderAsync<RevisionPage>(forms.Empty(BaseOf(office), plan, terms));

        var by = request.Caller().Official;
        var asked = RevisionForms.CallOf(await request.ReadFormAsync(cancellation), by);
        var (form, wanted) = forms.Read(BaseOf(office), plan, terms, asked);
        if (wanted is null)
            return await pages.RenderAsync<RevisionPage>(form, StatusCodes.Status422UnprocessableEntity);
        await cycles.CallForRevisionAsync(
            office,
            RevisionCause.Requested,
            number => wanted with { Number = number, By = by },
            client,
            cancellation
        );
        return Answers.SeeOther(BaseOf(office) + "?diminta=1");
    }

    private async Task<IResult> ActAsync(
        HttpRequest request,
        AgreementSubject agreement,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var form = await request.ReadFormAsync(cancellation);
        var by = request.Caller().As(Who.Planner);
        if (!int.TryParse(form["naskah"], NumberStyles.None, CultureInfo.InvariantCulture, out var attempt))
            return await Answers.UnknownAgreementAsync(pages);
        if (form["tindakan"] == "batalkan")
        {
            var posted = new PostedForm(form);
            var reason = posted.Long("alasan");
            if (reason.Length is 0 or > LongestReason)
            {
                posted.Fault("alasan", "Tulis alasan pembatalan, paling banyak 2.000 huruf.");
                return await NoReasonAsync(agreement, posted.State, cancellation);
            }

            var cancelled = await desk.CancelAsync(agreement, attempt, reason, by, client, cancellation);
            return Back(agreement, cancelled == AgreementAnswer.Done ? "dibatalkan" : "bukan-sekarang");
        }

        var answer = await desk.RedraftAsync(agreement, attempt, by, client, cancellation);
        return Back(agreement, answer == AgreementAnswer.Done ? "disusun" : "bukan-sekarang");
    }

    private async Task<IResult> NoReasonAsync(
        AgreementSubject agreement,
        FormState form,
        CancellationToken cancellation
    ) =>
        await details.FindAsync(agreement, mayAct: true, cancellation) is { } detail
            ? await pages.RenderAsync<AgreementPage>(
                detail with
                {
                    Base = BaseOf(agreement.Office),
                    Form = form,
                },
                StatusCodes.Status422UnprocessableEntity
            )
            : await Answers.UnknownAgreementAsync(pages);

    private static IResult Back(AgreementSubject agreement, string result) =>
        Answers.SeeOther($"/{MessagePages.Of(agreement)}?hasil={result}");

    private static string BaseOf(OfficeYear office) =>
        FormattableString.Invariant($"/kantor/{office.Unit}/{office.Year}/perjanjian");
}
