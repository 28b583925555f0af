using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Approvals;
using Sakip.Functions.Access;
using Sakip.Functions.Collection;
using Sakip.Functions.Web;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions.Approvals;

/// <summary>The page behind a link. GET shows, POST decides; every other method is refused.</summary>
internal sealed class LinkPages(
    LinkDoor door,
    LinkScreens screens,
    LinkActs acts,
    LinkDecisions decisions,
    ReportPosts reports,
    BlobVault vault
)
{
    private const string PaperField = "cetak";

    [Allow(Who.Link)]
    [Function("Link")]
    public async Task<IResult> Link(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            "put",
            "patch",
            "delete",
            "options",
            "trace",
            Route = "tautan/{token}"
        )]
            HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (Answers.WrongVerb(request, HttpMethods.Get, HttpMethods.Head, HttpMethods.Post) is { } wrong)
            return wrong;

        var link = await door.OpenAsync(token, cancellation);
        if (link is null)
            return await screens.UnknownAsync();
        PageZone.Current = link.Plan.Zone;
        return HttpMethods.IsPost(request.Method)
            ? await PostAsync(request, link, token, client, cancellation)
            : await screens.ShowAsync(link, token, LinkSaying.Nothing, cancellation);
    }

    /// <summary>
    /// The document that the step is about: exactly the bytes whose hash is in the link, or with <c>?cetak=1</c> its pages
    /// for who signs by hand.
    /// </summary>
    [Allow(Who.Link)]
    [Function("LinkDocument")]
    public async Task<IResult> LinkDocument(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            "put",
            "patch",
            "delete",
            "options",
            "trace",
            Route = "tautan/{token}/dokumen"
        )]
            HttpRequest request,
        string token,
        CancellationToken cancellation
    )
    {
        if (Answers.WrongVerb(request, HttpMethods.Get, HttpMethods.Head) is { } wrong)
            return wrong;
        var link = await door.OpenAsync(token, cancellation);
        if (link?.Approval.DocumentHash is not { } hash || !door.FilesAreOpen(link))
            return await screens.UnknownAsync();
        if (request.Query.ContainsKey(PaperField) && link.PaperHash is { } paper)
            hash = paper;
        return OwnFile.OfPdf(await vault.DocumentAsync(hash, cancellation), DocumentNames.PdfOf(link.Subject));
    }

    private async Task<IResult> PostAsync(
        HttpRequest request,
        OpenedLink link,
        string token,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var form = await LinkForm.ReadAsync(request, link, cancellation);
        if (form.Refusal == StatusCodes.Status413PayloadTooLarge)
        {
            var tooLarge = new LinkSaying(Notice.TooLarge, form.Refusal.Value);
            return await screens.ShowAsync(link, token, tooLarge, cancellation);
        }

        if (form.Refusal is { } refused)
            return Results.StatusCode(refused);
        if (!door.IsActionToken(link, form["aksi"]))
            return await screens.UnknownAsync();
        if (link.Claim is not null && form["tindakan"] == "tarik-kembali")
            return await acts.TakeBackAsync(request, link, token, client, cancellation);
        return await acts.HandleAsync(request, link, token, form, cancellation)
            ?? (
                link is { Claim: null, Kind: ApprovalKind.ReportSubmission }
                    ? await reports.HandleAsync(request, link, token, form["tindakan"], form.Fields, cancellation)
                    : null
            )
            ?? await decisions.DecideAsync(request, link, token, form, client, cancellation);
    }
}
