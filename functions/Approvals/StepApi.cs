using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Access;
using Sakip.Functions.Reporting;
using Sakip.Functions.Signing;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Reporting;
using Sakip.Signing;

namespace Sakip.Functions.Approvals;

/// <summary>
/// The page behind a link as JSON: the key lets the machine in, the link proves its bearer, and every rule of the page holds. Reading changes nothing;
/// an unknown, revoked or expired link gets one and the same 404.
/// </summary>
internal sealed class StepApi(
    LinkDoor door,
    LinkCodes codes,
    ApprovalDesk desk,
    StepForms forms,
    StepReader steps,
    DraftBook drafts,
    EvidenceDesk evidence,
    ReviewHandOver handOver,
    SigningFailures failures,
    ClientAddress address
)
{
    private const string Route = "api/steps/{token}";
    private const int LongestNote = 2000;

    [Allow(Who.Key)]
    [Function("StepShow")]
    [ApiOperation(
        "Langkah di balik satu tautan: isian, tenggat, dan keputusan yang sudah ada.",
        Answer = typeof(StepDocument)
    )]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation
    ) =>
        await door.OpenAsync(token, cancellation) is { } link
            ? Results.Ok(await steps.OfAsync(link, token, cancellation))
            : Answers.UnknownLink();

    [Allow(Who.Key)]
    [Function("StepDecide")]
    [ApiOperation(
        "Memutuskan langkah di balik satu tautan, meminta kodenya, menyimpan drafnya, atau menyerahkan reviu kepada rekan.",
        Body = typeof(StepRequest),
        LargestBody = (int)LinkForm.LargestScan,
        Answer = typeof(StepDocument)
    )]
    public async Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var link = await door.OpenAsync(token, cancellation);
        var asked = await request.ReadFromJsonAsync<StepRequest>(SakipJson.Incoming, cancellation);
        if (link is null || asked is null || !door.IsActionToken(link, asked.ActionToken ?? ""))
            return Answers.UnknownLink();
        if (asked.Scan is null && request.ContentLength > LinkForm.LargestText)
        {
            return Answers.Problem(
                413,
                "Isi permintaan terlalu besar",
                $"Tanpa pindaian paling banyak {LinkForm.LargestText / 1024} KiB."
            );
        }

        return asked.Action switch
        {
            "send-code" when link.Claim is null => StepAnswers.Of(
                request,
                await codes.SendCodeAsync(link, address.Of(request), cancellation)
            ),
            "save" when link is { Claim: null, Kind: ApprovalKind.ReportSubmission } => StepAnswers.Of(
                await drafts.SaveAsync(link, asked.Fields ?? [], asked.Revision, asked.Writer ?? "api", cancellation)
            ),
            "save" when link is { Claim: null, Kind: ApprovalKind.AnnualReview } => StepAnswers.Of(
                await drafts.SaveAsync(
                    link,
                    asked.Fields ?? [],
                    asked.Revision,
                    asked.Writer ?? "api",
                    cancellation,
                    ReviewForm.IsOurs
                )
            ),
            "hand-over" when link is { Claim: null, Kind: ApprovalKind.AnnualReview } => await handOver.ByCodeAsync(
                link,
                asked.Colleague ?? "",
                asked.Note?.Trim() ?? "",
                cancellation
            ),
            "remove-evidence" when link is { Claim: null, Kind: ApprovalKind.ReportSubmission } => await EvidenceAsync(
                await evidence.DeleteAsync(link, asked.Evidence ?? "", cancellation),
                link,
                token,
                cancellation
            ),
            "reject-evidence" when link is { Claim: null, Kind: ApprovalKind.ReportVerification } =>
                await EvidenceAsync(
                    await evidence.RejectAsync(link, asked.Evidence ?? "", asked.Note ?? "", cancellation),
                    link,
                    token,
                    cancellation
                ),
            "approve" or "return" or "sign-ink" => InkFault(link, asked)
                ?? await DecideAsync(request, link, token, asked, client, cancellation),
            _ => StepAnswers.Refused(
                "Pilih tindakan yang ada pada langkah ini: send-code, save, approve, return, sign-ink, remove-evidence, "
                    + "reject-evidence atau hand-over."
            ),
        };
    }

    private static IResult? InkFault(OpenedLink link, StepRequest asked) =>
        link.Claim is not null || asked.Action != "sign-ink" ? null
        : !LinkForm.MayScan(link) ? StepAnswers.Refused("Langkah ini tidak ditandatangani dengan tinta.")
        : asked.Scan is not { Count: > 0 } ? StepAnswers.Refused(NoticeWords.Of(Notice.ScanMissing)!)
        : null;

    private async Task<IResult> DecideAsync(
        HttpRequest request,
        OpenedLink link,
        string token,
        StepRequest asked,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var (isReturn, note) = (asked.Action == "return", asked.Note?.Trim() ?? "");
        var reading = StepReading.Nothing;
        if (link.Claim is null)
        {
            if (isReturn && !link.Policy.CanReturn)
                return StepAnswers.Refused("Langkah ini tidak dapat dikembalikan.");
            reading = await forms.ReadAsync(link, asked.Fields ?? [], isReturn ? "kembalikan" : "setuju", cancellation);
            if (reading.Notice is { } notice)
                return StepAnswers.Refused(NoticeWords.Of(notice) ?? "Isian belum lengkap.", reading.Errors);
            if (note.Length > LongestNote || (isReturn && note.Length == 0))
                return StepAnswers.Refused(NoticeWords.Of(Notice.NoteMissing)!);
            if (
                link.Policy.NeedsCode
                && StepAnswers.Limited(request, await codes.TryCodeAsync(address.Of(request), cancellation))
                    is { } limited
            )
            {
                return limited;
            }
        }

        try
        {
            var answer = await desk.DecideAsync(
                link,
                new DecisionRequest(
                    isReturn ? Decision.Returned : link.Policy.Yes,
                    note.Length == 0 ? null : note,
                    asked.Code?.Trim(),
                    reading.Body,
                    string.IsNullOrWhiteSpace(asked.Passphrase) ? null : SigningSecret.Passphrase(asked.Passphrase)
                )
                {
                    Scan = asked.Action == "sign-ink" ? [.. (asked.Scan ?? []).Select(page => new ScanPage(page))] : [],
                    Where = address.Of(request),
                },
                client,
                cancellation
            );
            return await AnswerAsync(link, token, answer, cancellation);
        }
        catch (SigningException failure)
        {
            await failures.TellAsync(link, failure, cancellation);
            return Answers.Problem(failure.IsSignersOwn ? 422 : 502, "Belum ditandatangani", failure.Message);
        }
    }

    private async Task<IResult> EvidenceAsync(
        string? error,
        OpenedLink link,
        string token,
        CancellationToken cancellation
    ) =>
        error is null
            ? Results.Ok(await steps.OfAsync(link with { Rows = null }, token, cancellation))
            : Answers.Problem(422, "Bukti tidak diubah", error);

    private async Task<IResult> AnswerAsync(
        OpenedLink link,
        string token,
        DecisionAnswer answer,
        CancellationToken cancellation
    ) =>
        answer.Status is DecisionStatus.Decided or DecisionStatus.SameAgain
            ? Results.Ok(await steps.OfAsync(link with { Claim = answer.Claim }, token, cancellation))
            : StepAnswers.Of(answer);
}
