using Microsoft.AspNetCore.Http;
using Sakip.Approvals;
using Sakip.Functions.Collection;
using Sakip.Functions.Web;

namespace Sakip.Functions.Approvals;

/// <summary>What the page behind a link says on top, with what was typed.</summary>
internal sealed record LinkSaying(Notice Notice, int Status)
{
    public static LinkSaying Nothing { get; } = new(Notice.None, StatusCodes.Status200OK);

    public IReadOnlyDictionary<string, string>? Typed { get; init; }

    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    /// <summary>In place of the notice's own words.</summary>
    public string? Said { get; init; }
}

/// <summary>Shows the page behind a link: the step's form, or the decision that stands.</summary>
internal sealed class LinkScreens(LinkDoor door, LinkViews views, ReportPosts reports, PageRenderer pages)
{
    public async Task<IResult> ShowAsync(
        OpenedLink link,
        string token,
        LinkSaying saying,
        CancellationToken cancellation
    )
    {
        if (link.Claim is not null)
            return await DecidedAsync(link, token, StatusCodes.Status200OK, cancellation);
        if (link.Kind == ApprovalKind.ReportSubmission)
        {
            var words = saying.Said ?? NoticeWords.Of(saying.Notice);
            return await reports.ShowAsync(
                link,
                token,
                new FormSaying(words, words is not null) { Typed = saying.Typed },
                saying.Status,
                cancellation
            );
        }

        var view = await views.OfAsync(link, token, saying.Notice, saying.Typed, saying.Errors, cancellation);
        return await pages.RenderAsync<LinkPage>(
            saying.Said is null ? view : view with { Message = saying.Said },
            saying.Status
        );
    }

    public async Task<IResult> DecidedAsync(
        OpenedLink link,
        string token,
        int status,
        CancellationToken cancellation
    ) =>
        await pages.RenderAsync<DecidedPage>(
            await views.DecidedAsync(link, token, status == StatusCodes.Status409Conflict, cancellation),
            status
        );

    /// <summary>What stands after the sender wanted the report back.</summary>
    public async Task<IResult> AfterTakeBackAsync(string token, bool isTaken, CancellationToken cancellation)
    {
        if (await door.OpenAsync(token, cancellation) is not { } now)
            return await UnknownAsync();
        var view = await views.DecidedAsync(now, token, isOther: false, cancellation);
        return isTaken
            ? await pages.RenderAsync<DecidedPage>(view)
            : await pages.RenderAsync<DecidedPage>(view with { IsNotTakenBack = true }, StatusCodes.Status409Conflict);
    }

    /// <summary>The link may have been withdrawn or the code replaced meanwhile: what holds now is shown.</summary>
    public async Task<IResult> OvertakenAsync(string token, LinkForm form, CancellationToken cancellation) =>
        await door.OpenAsync(token, cancellation) is { } link
            ? await ShowAsync(
                link,
                token,
                new(Notice.Overtaken, StatusCodes.Status409Conflict) { Typed = form.Fields },
                cancellation
            )
            : await UnknownAsync();

    public Task<IResult> UnknownAsync() => Answers.UnknownLinkAsync(pages);
}
