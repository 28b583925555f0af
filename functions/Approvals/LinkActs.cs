using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Access;
using Sakip.Functions.Reporting;

namespace Sakip.Functions.Approvals;

/// <summary>What the bearer of a link does besides deciding: asks for a code, keeps a review's draft, refuses evidence.</summary>
internal sealed class LinkActs(
    LinkCodes codes,
    ReviewForms reviews,
    TakeBackDesk takeBacks,
    EvidenceDesk evidence,
    ClientAddress address,
    LinkScreens screens
)
{
    /// <summary>Does what the form asks for; null where it decides the step.</summary>
    public async Task<IResult?> HandleAsync(
        HttpRequest request,
        OpenedLink link,
        string token,
        LinkForm form,
        CancellationToken cancellation
    )
    {
        if (link.Claim is not null)
            return null;
        if (
            link.Kind == ApprovalKind.AnnualReview
            && await reviews.KeepAsync(request, link, form, cancellation) is var (kept, notice, answer)
        )
        {
            var status = notice switch
            {
                Notice.DraftKept => StatusCodes.Status200OK,
                Notice.ColleagueMissing => StatusCodes.Status422UnprocessableEntity,
                _ => StatusCodes.Status409Conflict,
            };
            var saying = new LinkSaying(notice, status) { Typed = kept.Fields };
            return answer ?? await screens.ShowAsync(link with { Rows = null }, token, saying, cancellation);
        }

        if (form["tindakan"] == "minta-kode")
            return await SendCodeAsync(request, link, token, form, cancellation);
        return link.Kind == ApprovalKind.ReportVerification && form["tindakan"].Split(':', 2) is ["tolak-bukti", var id]
            ? await RejectAsync(link, token, id, form, cancellation)
            : null;
    }

    private async Task<IResult> SendCodeAsync(
        HttpRequest request,
        OpenedLink link,
        string token,
        LinkForm form,
        CancellationToken cancellation
    )
    {
        var sent = await codes.SendCodeAsync(link, address.Of(request), cancellation);
        if (sent.Sending == CodeSending.TooMany)
            request.HttpContext.Response.Headers.RetryAfter = sent.RetrySeconds;
        var saying = new LinkSaying(LinkViews.NoticeOf(sent.Sending), LinkViews.StatusOf(sent.Sending));
        return await screens.ShowAsync(link, token, saying with { Typed = form.Fields }, cancellation);
    }

    /// <summary>The sender takes the report back; where the head was faster, the page says what stands.</summary>
    public async Task<IResult> TakeBackAsync(
        HttpRequest request,
        OpenedLink link,
        string token,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var taken = await takeBacks.TakeAsync(link, address.Of(request), client, cancellation);
        return await screens.AfterTakeBackAsync(token, taken == TakeBack.Done, cancellation);
    }

    /// <summary>The verifier does not accept one piece of evidence; the report itself stays to be decided.</summary>
    private async Task<IResult> RejectAsync(
        OpenedLink link,
        string token,
        string id,
        LinkForm form,
        CancellationToken cancellation
    )
    {
        var error = await evidence.RejectAsync(link, id, form[$"alasan.{id}"], cancellation);
        var saying = error is null
            ? new LinkSaying(Notice.None, StatusCodes.Status200OK) { Said = "Bukti ditolak; pengirimnya diberi tahu." }
            : new LinkSaying(Notice.EvidenceNotRejected, StatusCodes.Status422UnprocessableEntity) { Said = error };
        return await screens.ShowAsync(
            link with
            {
                Rows = null,
            },
            token,
            saying with
            {
                Typed = form.Fields,
            },
            cancellation
        );
    }
}
