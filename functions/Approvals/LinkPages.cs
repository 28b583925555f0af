using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Access;
using Sakip.Functions.Collection;
using Sakip.Functions.Reporting;
using Sakip.Functions.Signing;
using Sakip.Functions.Web;
using Sakip.Reporting;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Functions.Approvals;

/// <summary>The page behind a link. GET shows, POST decides; every other method is refused.</summary>
internal sealed class LinkPages(
    LinkDoor door,
    LinkCodes codes,
    ApprovalDesk desk,
    StepForms forms,
    ReportPosts reports,
    ReviewForms reviews,
    TakeBackDesk takeBacks,
    EvidenceDesk evidence,
    LinkViews views,
    PageRenderer pages,
    BlobVault vault,
    ClientAddress address,
    SigningFailures failures
)
{
    private const int LongestNote = 2000;
    private const string InkAction = "tanda-basah";
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
        if (
            !HttpMethods.IsGet(request.Method)
            && !HttpMethods.IsHead(request.Method)
            && !HttpMethods.IsPost(request.Method)
        )
        {
            return NotAllowed(request, "GET, HEAD, POST");
        }

        var link = await door.OpenAsync(token, cancellation);
        if (link is null)
            return await Answers.UnknownLinkAsync(pages);
        PageZone.Current = link.Plan.Zone;
        return HttpMethods.IsPost(request.Method)
            ? await PostAsync(request, link, token, client, cancellation)
            : await ShowAsync(link, token, cancellation);
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
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return NotAllowed(request, "GET, HEAD");
        var link = await door.OpenAsync(token, cancellation);
        if (link?.Approval.DocumentHash is not { } hash || !door.FilesAreOpen(link))
            return await Answers.UnknownLinkAsync(pages);
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
            return await ShowAsync(link, token, cancellation, form.Refusal.Value, Notice.TooLarge);
        if (form.Refusal is { } refused)
            return Results.StatusCode(refused);
        if (!door.IsActionToken(link, form["aksi"]))
            return await Answers.UnknownLinkAsync(pages);

        if (link.Claim is not null && form["tindakan"] == "tarik-kembali")
            return await TakeBackAsync(request, link, token, client, cancellation);

        if (
            link is { Claim: null, Kind: ApprovalKind.AnnualReview }
            && await reviews.KeepAsync(request, link, form, cancellation) is var (kept, notice, answer)
        )
        {
            var status = notice switch
            {
                Notice.DraftKept => StatusCodes.Status200OK,
                Notice.ColleagueMissing => StatusCodes.Status422UnprocessableEntity,
                _ => StatusCodes.Status409Conflict,
            };
            return answer
                ?? await ShowAsync(link with { Rows = null }, token, cancellation, status, notice, kept.Fields);
        }

        if (link.Claim is null && form["tindakan"] == "minta-kode")
        {
            var sent = await codes.SendCodeAsync(link, address.Of(request), cancellation);
            if (sent.Sending == CodeSending.TooMany)
                request.HttpContext.Response.Headers.RetryAfter = sent.RetrySeconds;
            return await ShowAsync(
                link,
                token,
                cancellation,
                LinkViews.StatusOf(sent.Sending),
                LinkViews.NoticeOf(sent.Sending),
                form.Fields
            );
        }

        if (
            link is { Claim: null, Kind: ApprovalKind.ReportSubmission }
            && await reports.HandleAsync(request, link, token, form["tindakan"], form.Fields, cancellation)
                is { } handled
        )
        {
            return handled;
        }

        return
            link is { Claim: null, Kind: ApprovalKind.ReportVerification }
            && form["tindakan"].Split(':', 2) is ["tolak-bukti", var id]
            ? await RejectAsync(link, token, id, form, cancellation)
            : await DecideAsync(request, link, token, form, client, cancellation);
    }

    /// <summary>The sender takes the report back; where the head was faster, the page says what stands.</summary>
    private async Task<IResult> TakeBackAsync(
        HttpRequest request,
        OpenedLink link,
        string token,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var taken = await takeBacks.TakeAsync(link, address.Of(request), client, cancellation);
        var now = await door.OpenAsync(token, cancellation);
        if (now is null)
            return await Answers.UnknownLinkAsync(pages);
        var view = await views.DecidedAsync(now, token, isOther: false, cancellation);
        return taken == TakeBack.Done
            ? await pages.RenderAsync<DecidedPage>(view)
            : await pages.RenderAsync<DecidedPage>(view with { IsNotTakenBack = true }, StatusCodes.Status409Conflict);
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
        return await ShowAsync(
            link with
            {
                Rows = null,
            },
            token,
            cancellation,
            error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            error is null ? Notice.None : Notice.EvidenceNotRejected,
            form.Fields,
            said: error ?? "Bukti ditolak; pengirimnya diberi tahu."
        );
    }

    private async Task<IResult> DecideAsync(
        HttpRequest request,
        OpenedLink link,
        string token,
        LinkForm form,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var action = form["tindakan"];
        var decision = action == "kembalikan" ? Decision.Returned : link.Policy.Yes;
        var reading = StepReading.Nothing;
        // A step that is decided is asked nothing more: whoever posts again sees what stands.
        if (link.Claim is null)
        {
            if (ChoiceFault(action, form) is { } noChoice)
                return await AgainAsync(link, token, form, noChoice, cancellation);
            reading = await forms.ReadAsync(link, form.Fields, action, cancellation);
            if (await UnreadAsync(link, token, form, reading, cancellation) is { } unread)
                return unread;
            if (DecisionFault(link, decision, form) is { } fault)
                return await AgainAsync(link, token, form, fault, cancellation);
            if (link.Policy.NeedsCode && await LimitAsync(request, cancellation))
            {
                var status = StatusCodes.Status429TooManyRequests;
                return await ShowAsync(link, token, cancellation, status, Notice.TooManyTries, form.Fields);
            }
        }

        var note = form["catatan"].Trim();
        try
        {
            var answer = await desk.DecideAsync(
                link,
                new DecisionRequest(
                    decision,
                    note.Length == 0 ? null : note,
                    form["kode"].Trim(),
                    reading.Body,
                    SecretOf(form)
                )
                {
                    Scan = action == InkAction ? form.Scan : [],
                    Where = address.Of(request),
                },
                client,
                cancellation
            );
            return await AnswerAsync(link, token, form, answer, cancellation);
        }
        catch (SigningException failure)
        {
            await failures.TellAsync(link, failure, cancellation);
            return await ShowAsync(
                link,
                token,
                cancellation,
                failure.IsSignersOwn ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status502BadGateway,
                Notice.NotSigned,
                form.Fields,
                said: failure.Message
            );
        }
    }

    private static Notice? ChoiceFault(string action, LinkForm form) =>
        action switch
        {
            "setuju" or "kembalikan" or "pratinjau" => null,
            InkAction when form.Scan.Count > 0 => null,
            InkAction => Notice.ScanMissing,
            _ => Notice.NoChoice,
        };

    private static Notice? DecisionFault(OpenedLink link, Decision decision, LinkForm form)
    {
        var note = form["catatan"].Trim().Length;
        if (note > LongestNote || (decision == Decision.Returned && note == 0))
            return Notice.NoteMissing;
        return link.Policy.NeedsCode && form["kode"].Trim().Length == 0 ? Notice.CodeMissing : null;
    }

    /// <summary>The page again where the step's own form is not right or leaves rows empty; null where it is taken.</summary>
    private async Task<IResult?> UnreadAsync(
        OpenedLink link,
        string token,
        LinkForm form,
        StepReading reading,
        CancellationToken cancellation
    )
    {
        if (reading.Gaps.Any(gap => !form.Fields.ContainsKey(gap.Field)))
            return await reports.ShowGapsAsync(link, token, form.Fields, reading.Gaps, cancellation);
        if (reading.Notice is not { } notice)
            return null;
        if (link.Kind == ApprovalKind.ReportSubmission)
            return await reports.ShowErrorsAsync(link, token, form.Fields, reading.Errors!, cancellation);
        var status = notice == Notice.Previewed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(link, token, cancellation, status, notice, form.Fields, errors: reading.Errors);
    }

    /// <summary>Whether too many codes were tried from where the request comes.</summary>
    private async Task<bool> LimitAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (await codes.TryCodeAsync(address.Of(request), cancellation) is not { IsAllowed: false } limited)
            return false;
        request.HttpContext.Response.Headers.RetryAfter = limited.RetrySeconds;
        return true;
    }

    private Task<IResult> AgainAsync(
        OpenedLink link,
        string token,
        LinkForm form,
        Notice notice,
        CancellationToken cancellation,
        int status = StatusCodes.Status422UnprocessableEntity
    ) => ShowAsync(link, token, cancellation, status, notice, form.Fields);

    private async Task<IResult> AnswerAsync(
        OpenedLink link,
        string token,
        LinkForm form,
        DecisionAnswer answer,
        CancellationToken cancellation
    )
    {
        var decided = link with { Claim = answer.Claim };
        return answer.Status switch
        {
            DecisionStatus.Decided or DecisionStatus.SameAgain => await DecidedAsync(decided, token, 200, cancellation),
            DecisionStatus.OtherStands => await DecidedAsync(decided, token, 409, cancellation),
            DecisionStatus.CodeWrong => await AgainAsync(link, token, form, Notice.CodeWrong, cancellation),
            DecisionStatus.CodeDead => await AgainAsync(link, token, form, Notice.CodeDead, cancellation),
            DecisionStatus.ActedBefore => await AgainAsync(link, token, form, Notice.ActedBefore, cancellation, 403),
            DecisionStatus.YearOver => await AgainAsync(link, token, form, Notice.YearOver, cancellation, 409),
            DecisionStatus.Overtaken => await OvertakenAsync(token, form, cancellation),
            _ => await Answers.UnknownLinkAsync(pages),
        };
    }

    // The link may have been withdrawn or the code replaced meanwhile: what holds now is shown.
    private async Task<IResult> OvertakenAsync(string token, LinkForm form, CancellationToken cancellation) =>
        await door.OpenAsync(token, cancellation) is { } link
            ? await ShowAsync(link, token, cancellation, StatusCodes.Status409Conflict, Notice.Overtaken, form.Fields)
            : await Answers.UnknownLinkAsync(pages);

    private static SigningSecret? SecretOf(LinkForm form) =>
        form[CleanForm.PassphraseField] is { } passphrase && !string.IsNullOrWhiteSpace(passphrase)
            ? SigningSecret.Passphrase(passphrase)
            : null;

    private async Task<IResult> ShowAsync(
        OpenedLink link,
        string token,
        CancellationToken cancellation,
        int status = StatusCodes.Status200OK,
        Notice notice = Notice.None,
        IReadOnlyDictionary<string, string>? typed = null,
        string? said = null,
        IReadOnlyDictionary<string, string>? errors = null
    )
    {
        if (link.Claim is not null)
            return await DecidedAsync(link, token, StatusCodes.Status200OK, cancellation);
        if (link.Kind == ApprovalKind.ReportSubmission)
        {
            var words = said ?? NoticeWords.Of(notice);
            return await reports.ShowAsync(
                link,
                token,
                new FormSaying(words, words is not null) { Typed = typed },
                status,
                cancellation
            );
        }

        var view = await views.OfAsync(link, token, notice, typed, errors, cancellation);
        return await pages.RenderAsync<LinkPage>(said is null ? view : view with { Message = said }, status);
    }

    private async Task<IResult> DecidedAsync(
        OpenedLink link,
        string token,
        int status,
        CancellationToken cancellation
    ) =>
        await pages.RenderAsync<DecidedPage>(
            await views.DecidedAsync(link, token, status == StatusCodes.Status409Conflict, cancellation),
            status
        );

    private static IResult NotAllowed(HttpRequest request, string allowed)
    {
        request.HttpContext.Response.Headers.Allow = allowed;
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }
}
