using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Sakip.Approvals;
using Sakip.Functions.Access;
using Sakip.Functions.Signing;
using Sakip.Functions.Web;
using Sakip.Signing;

namespace Sakip.Functions.Approvals;

/// <summary>The decision of a link's bearer, from the form to the page that answers it.</summary>
internal sealed class LinkDecisions(
    StepReadings readings,
    LinkCodes codes,
    ApprovalDesk desk,
    SigningFailures failures,
    ClientAddress address,
    LinkScreens screens
)
{
    private const int LongestNote = 2000;
    private const string InkAction = "tanda-basah";

    public async Task<IResult> DecideAsync(
        HttpRequest request,
        OpenedLink link,
        string token,
        LinkForm form,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var decision = form["tindakan"] == "kembalikan" ? Decision.Returned : link.Policy.Yes;
        var reading = StepReading.Nothing;
        // A step that is decided is asked nothing more: whoever posts again sees what stands.
        if (link.Claim is null)
        {
            if (ChoiceFault(form["tindakan"], form) is { } noChoice)
                return await AgainAsync(link, token, form, noChoice, cancellation);
            reading = await readings.ReadAsync(link, form, cancellation);
            if (await readings.ShowAsync(link, token, form, reading, cancellation) is { } unread)
                return unread;
            if (DecisionFault(link, decision, form) is { } fault)
                return await AgainAsync(link, token, form, fault, cancellation);
            if (link.Policy.NeedsCode && await LimitAsync(request, cancellation))
                return await AgainAsync(link, token, form, Notice.TooManyTries, cancellation, 429);
        }

        try
        {
            var asked = RequestOf(form, decision, reading, address.Of(request));
            var answer = await desk.DecideAsync(link, asked, client, cancellation);
            return await AnswerAsync(link, token, form, answer, cancellation);
        }
        catch (SigningException failure)
        {
            await failures.TellAsync(link, failure, cancellation);
            var status = failure.IsSignersOwn
                ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status502BadGateway;
            return await screens.ShowAsync(
                link,
                token,
                new(Notice.NotSigned, status) { Typed = form.Fields, Said = failure.Message },
                cancellation
            );
        }
    }

    private static DecisionRequest RequestOf(LinkForm form, Decision decision, StepReading reading, string where)
    {
        var note = form["catatan"].Trim();
        return new DecisionRequest(
            decision,
            note.Length == 0 ? null : note,
            form["kode"].Trim(),
            reading.Body,
            SecretOf(form)
        )
        {
            Scan = form["tindakan"] == InkAction ? form.Scan : [],
            Where = where,
        };
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
    ) => screens.ShowAsync(link, token, new(notice, status) { Typed = form.Fields }, cancellation);

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
            DecisionStatus.Decided or DecisionStatus.SameAgain => await screens.DecidedAsync(
                decided,
                token,
                200,
                cancellation
            ),
            DecisionStatus.OtherStands => await screens.DecidedAsync(decided, token, 409, cancellation),
            DecisionStatus.CodeWrong => await AgainAsync(link, token, form, Notice.CodeWrong, cancellation),
            DecisionStatus.CodeDead => await AgainAsync(link, token, form, Notice.CodeDead, cancellation),
            DecisionStatus.ActedBefore => await AgainAsync(link, token, form, Notice.ActedBefore, cancellation, 403),
            DecisionStatus.YearOver => await AgainAsync(link, token, form, Notice.YearOver, cancellation, 409),
            DecisionStatus.Overtaken => await screens.OvertakenAsync(token, form, cancellation),
            _ => await screens.UnknownAsync(),
        };
    }

    private static SigningSecret? SecretOf(LinkForm form) =>
        form[CleanForm.PassphraseField] is { } passphrase && !string.IsNullOrWhiteSpace(passphrase)
            ? SigningSecret.Passphrase(passphrase)
            : null;
}
