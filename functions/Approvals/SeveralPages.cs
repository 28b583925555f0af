using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Approvals;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Signing;

namespace Sakip.Functions.Approvals;

/// <summary>
/// Everything of one kind that waits for a link's bearer, decided on one page with one code. GET shows, POST decides; each
/// step is recorded for itself.
/// </summary>
internal sealed class SeveralPages(
    LinkDoor door,
    LinkCodes codes,
    LinkScreens screens,
    SeveralSteps several,
    SeveralScreens shown,
    ClientAddress address
)
{
    [Allow(Who.Link)]
    [Function("LinkSeveral")]
    public async Task<IResult> LinkSeveral(
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
            Route = "tautan/{token}/bersama"
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
        if (link is null || !AgreementLetters.IsOneOfMany(link.Subject))
            return await screens.UnknownAsync();
        PageZone.Current = link.Plan.Zone;
        var open = await several.OpenAsync(link, cancellation);
        return HttpMethods.IsPost(request.Method)
            ? await PostAsync(request, link, token, open, client, cancellation)
            : await shown.ShowAsync(link, token, open, null, new SeveralSaying());
    }

    private async Task<IResult> PostAsync(
        HttpRequest request,
        OpenedLink link,
        string token,
        IReadOnlyList<OpenedLink> open,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var form = await LinkForm.ReadAsync(request, link, cancellation);
        if (form.Refusal is { } refused)
            return Results.StatusCode(refused);
        if (!door.IsActionToken(link, form["aksi"]))
            return await screens.UnknownAsync();
        var chosen = open.Where(one => form[SeveralView.NameOf(one)] == "ya").ToList();
        if (open.Count == 0)
            return await shown.ShowAsync(link, token, open, chosen, new SeveralSaying());
        if (form["tindakan"] == "minta-kode")
        {
            var sent = await codes.SendCodeAsync(open[0], address.Of(request), cancellation);
            if (sent.Sending == CodeSending.TooMany)
                request.HttpContext.Response.Headers.RetryAfter = sent.RetrySeconds;
            var notice = LinkViews.NoticeOf(sent.Sending);
            var isSent = notice == Notice.CodeSent;
            var said = new SeveralSaying(
                NoticeWords.Of(notice),
                !isSent,
                Status: LinkViews.StatusOf(sent.Sending),
                HasCode: isSent
            );
            return await shown.ShowAsync(link, token, open, chosen, said);
        }

        return await DecideAsync(request, new(link, token, open, chosen), form, client, cancellation);
    }

    private async Task<IResult> DecideAsync(
        HttpRequest request,
        Asked asked,
        LinkForm form,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var (link, token, open, chosen) = asked;
        if (chosen.Count == 0)
            return await RefusedAsync(asked, "Belum ada yang diputuskan: pilih sekurangnya satu perjanjian.");
        if (link.Policy.NeedsCode && form["kode"].Trim().Length == 0)
            return await RefusedAsync(asked, NoticeWords.Of(Notice.CodeMissing)!, Notice.CodeMissing);
        if (
            link.Policy.NeedsCode
            && await codes.TryCodeAsync(address.Of(request), cancellation) is { IsAllowed: false } limited
        )
        {
            request.HttpContext.Response.Headers.RetryAfter = limited.RetrySeconds;
            return await RefusedAsync(asked, NoticeWords.Of(Notice.TooManyTries)!, status: 429);
        }

        var decision = new DecisionRequest(link.Policy.Yes, null, form["kode"].Trim(), Secret: SecretOf(form))
        {
            Where = address.Of(request),
        };
        var answer = await several.DecideAsync(chosen, open[0], decision, client, cancellation);
        if (answer.Code is { } code)
        {
            var notice = code == DecisionStatus.CodeDead ? Notice.CodeDead : Notice.CodeWrong;
            return await RefusedAsync(asked, NoticeWords.Of(notice)!, notice);
        }

        var left = open.Where(one => answer.Done.All(done => done.Subject != one.Subject)).ToList();
        var verb = link.Policy.NeedsCode ? "ditandatangani" : "dinyatakan sesuai";
        var words = FormattableString.Invariant($"{answer.Done.Count} perjanjian {verb}.");
        return await shown.ShowAsync(
            link,
            token,
            left,
            [],
            new SeveralSaying(words, answer.Done.Count == 0, answer.Refused.Count == 0 ? 200 : 409)
            {
                Refused =
                [
                    .. answer.Refused.Select(one => $"{one.Link.DocumentTitle}: {one.Said ?? WordsOf(one.Status)}"),
                ],
            }
        );
    }

    private Task<IResult> RefusedAsync(
        Asked asked,
        string words,
        Notice notice = Notice.None,
        int status = StatusCodes.Status422UnprocessableEntity
    ) =>
        shown.ShowAsync(
            asked.Link,
            asked.Token,
            asked.Open,
            asked.Chosen,
            new SeveralSaying(words, true, status, Notice: notice)
        );

    private static string WordsOf(DecisionStatus status) =>
        status switch
        {
            DecisionStatus.ActedBefore => NoticeWords.Of(Notice.ActedBefore)!,
            DecisionStatus.YearOver => NoticeWords.Of(Notice.YearOver)!,
            DecisionStatus.OtherStands => "sudah diputuskan sebelumnya.",
            _ => NoticeWords.Of(Notice.Overtaken)!,
        };

    private static SigningSecret? SecretOf(LinkForm form) =>
        form[CleanForm.PassphraseField] is { } passphrase && !string.IsNullOrWhiteSpace(passphrase)
            ? SigningSecret.Passphrase(passphrase)
            : null;

    private sealed record Asked(
        OpenedLink Link,
        string Token,
        IReadOnlyList<OpenedLink> Open,
        IReadOnlyList<OpenedLink> Chosen
    );
}
