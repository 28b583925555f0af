using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Pages;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Functions;

/// <summary>The page behind a link. GET shows, POST decides; every other method is refused.</summary>
public sealed partial class Approvals(
    ApprovalDesk desk, SubmissionDesk submissions, ReportPosts reports, EvidenceDesk evidence, LinkViews views,
    PageRenderer pages, BlobVault vault, ILogger<Approvals> log)
{
    private const long LongestForm = 512 * 1024;

    [Allow(Who.Link)]
    [Function("Link")]
    public async Task<IResult> Link(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", "trace",
            Route = "tautan/{token:length(40,2048)}")]
        HttpRequest request,
        string token, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsPost(request.Method))
        {
            request.HttpContext.Response.Headers.Allow = "GET, HEAD, POST";
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }

        var link = await desk.OpenAsync(token, cancellation);
        if (link is null) return await NotFoundAsync();
        return HttpMethods.IsPost(request.Method)
            ? await PostAsync(request, link, token, client, cancellation)
            : await ShowAsync(link, token, cancellation);
    }

    /// <summary>The document that the step is about: exactly the bytes whose hash is in the link.</summary>
    [Allow(Who.Link)]
    [Function("LinkDocument")]
    public async Task<IResult> LinkDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "tautan/{token:length(40,2048)}/dokumen")]
        HttpRequest request,
        string token, CancellationToken cancellation)
    {
        var link = await desk.OpenAsync(token, cancellation);
        if (link?.Approval.DocumentHash is not { } hash) return await NotFoundAsync();
        return Results.File(
            await vault.DocumentAsync(hash, cancellation), "application/pdf", hash[..12] + ".pdf", enableRangeProcessing: true);
    }

    private async Task<IResult> PostAsync(
        HttpRequest request, OpenedLink link, string token, DurableTaskClient client, CancellationToken cancellation)
    {
        var longest = link.Kind == ApprovalKind.ReportSubmission ? LongestForm + EvidenceRules.LargestPlainFile : LongestForm;
        if (!request.HasFormContentType || request.ContentLength > longest)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var form = (await request.ReadFormAsync(cancellation)).ToDictionary(
            field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        if (!desk.IsActionToken(link, form.GetValueOrDefault("aksi", ""))) return await NotFoundAsync();

        var action = form.GetValueOrDefault("tindakan", "");
        if (link.Claim is null && action == "minta-kode")
        {
            var isSent = await desk.SendCodeAsync(link, cancellation);
            return await ShowAsync(
                link, token, cancellation, isSent ? StatusCodes.Status200OK : StatusCodes.Status429TooManyRequests,
                isSent ? Notice.CodeSent : Notice.TooManyCodes, form);
        }

        if (link is { Claim: null, Kind: ApprovalKind.ReportSubmission }
            && await reports.HandleAsync(request, link, token, action, form, cancellation) is { } handled)
        {
            return handled;
        }

        return link is { Claim: null, Kind: ApprovalKind.ReportVerification } && action.Split(':', 2) is ["tolak-bukti", var id]
            ? await RejectAsync(link, token, id, form, cancellation)
            : await DecideAsync(link, token, action, form, client, cancellation);
    }

    /// <summary>The verifier does not accept one piece of evidence; the report itself stays to be decided.</summary>
    private async Task<IResult> RejectAsync(
        OpenedLink link, string token, string id, Dictionary<string, string> form, CancellationToken cancellation)
    {
        var error = await evidence.RejectAsync(link, id, form.GetValueOrDefault($"alasan.{id}", ""), cancellation);
        return await ShowAsync(
            link, token, cancellation, error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            error is null ? Notice.None : Notice.EvidenceNotRejected, form, said: error ?? "Bukti ditolak; pengirimnya diberi tahu.");
    }

    private async Task<IResult> DecideAsync(
        OpenedLink link, string token, string action, Dictionary<string, string> form, DurableTaskClient client,
        CancellationToken cancellation)
    {
        byte[]? body = null;
        if (link.Kind == ApprovalKind.ReportSubmission && link.Claim is null)
        {
            var reading = await submissions.ReadAsync(link, form, cancellation);
            if (reading.Submission is null)
            {
                return await reports.ShowErrorsAsync(link, token, form, reading.Errors, cancellation);
            }

            body = SakipJson.Bytes(reading.Submission);
        }

        var decision = action == "kembalikan" ? Decision.Returned : link.Policy.Yes;
        var note = form.GetValueOrDefault("catatan", "").Trim();
        if (decision == Decision.Returned && link.Claim is null && note.Length is 0 or > 2000)
        {
            return await ShowAsync(
                link, token, cancellation, StatusCodes.Status422UnprocessableEntity, Notice.NoteMissing, form);
        }

        DecisionAnswer answer;
        try
        {
            answer = await desk.DecideAsync(
                link, new DecisionRequest(decision, note.Length == 0 ? null : note, form.GetValueOrDefault("kode"), body),
                client, cancellation);
        }
        catch (SigningException failure)
        {
            LogNotSigned(link.Subject.InstanceId, failure.GetType().Name);
            return await ShowAsync(
                link, token, cancellation, StatusCodes.Status502BadGateway, Notice.NotSigned, form, failure.Message);
        }

        return answer.Status switch
        {
            DecisionStatus.Decided or DecisionStatus.SameAgain =>
                await DecidedAsync(link with { Claim = answer.Claim }, StatusCodes.Status200OK),
            DecisionStatus.OtherStands =>
                await DecidedAsync(link with { Claim = answer.Claim }, StatusCodes.Status409Conflict),
            DecisionStatus.CodeWrong => await ShowAsync(
                link, token, cancellation, StatusCodes.Status422UnprocessableEntity, Notice.CodeWrong, form),
            DecisionStatus.CodeDead => await ShowAsync(
                link, token, cancellation, StatusCodes.Status422UnprocessableEntity, Notice.CodeDead, form),
            _ => await NotFoundAsync(),
        };
    }

    private async Task<IResult> ShowAsync(
        OpenedLink link, string token, CancellationToken cancellation, int status = StatusCodes.Status200OK,
        Notice notice = Notice.None, IReadOnlyDictionary<string, string>? typed = null,
        string? said = null)
    {
        if (link.Claim is not null) return await DecidedAsync(link, StatusCodes.Status200OK);
        if (link.Kind == ApprovalKind.ReportSubmission)
            return await reports.ShowAsync(link, token, new FormSaying(said), status, cancellation);
        var view = await views.OfAsync(link, token, notice, typed, cancellation);
        return await pages.RenderAsync<LinkPage>(said is null ? view : view with { Message = said }, status);
    }

    private Task<IResult> DecidedAsync(OpenedLink link, int status) =>
        pages.RenderAsync<DecidedPage>(DecidedView.Of(link, isOther: status == StatusCodes.Status409Conflict), status);

    private Task<IResult> NotFoundAsync() =>
        pages.RenderAsync<NotFoundPage>(new NotFoundView(), StatusCodes.Status404NotFound);

    [LoggerMessage(9003, LogLevel.Warning, "{Subject} was not signed: {Reason}.")]
    private partial void LogNotSigned(string subject, string reason);
}
