using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sakip.Access;
using Sakip.Approvals;

namespace Sakip.Functions.Access;

/// <param name="IsNoticeDue">The mailbox was asked for so often that its owner is told, once a day.</param>
internal readonly record struct SignInAnswer(RateAnswer Rate, bool IsNoticeDue);

/// <summary>
/// How often codes may be asked for and tried. What is counted for a mailbox is counted for the browser and the address
/// that ask: a stranger uses up what strangers have, and whoever signed in before in the same browser notices nothing.
/// </summary>
internal sealed class SignInLimits(RateLimits limits, ClientAddress client, IOptions<AccessOptions> options)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // Multiples of what one browser may have: of it by one address, by browser or address in a day, by all in a day.
    private const int ForAddress = 3;
    private const int InADay = 4;
    private const int ForAllInADay = 20;
    private const int BeforeNotice = 2;

    public async Task<SignInAnswer> AskAsync(
        HttpRequest request,
        string address,
        KnownBrowser browser,
        CancellationToken cancellation
    )
    {
        var (mailbox, network) = (Identity.Normal(address), client.NetworkOf(request));
        var (each, window) = (options.Value.CodesPerMailbox, options.Value.LimitWindow);
        var isKnown = browser.Knows(address);
        (string Purpose, string Key, int Limit, TimeSpan Window)[] taken = isKnown
            ?
            [
                ("sign-in-browser", $"{mailbox}\n{browser.Id}", each, window),
                ("sign-in-browser-day", $"{mailbox}\n{browser.Id}", InADay * each, Day),
            ]
            :
            [
                ("sign-in-address", network, options.Value.CodesPerAddress, window),
                ("sign-in-browser", $"{mailbox}\n{browser.Id}", each, window),
                ("sign-in-mailbox", $"{mailbox}\n{network}", ForAddress * each, window),
                ("sign-in-mailbox-day", $"{mailbox}\n{network}", InADay * each, Day),
                ("sign-in-day", mailbox, ForAllInADay * each, Day),
            ];
        var answer = new RateAnswer(true, TimeSpan.Zero);
        foreach (var (purpose, key, limit, over) in taken)
        {
            answer = await limits.TakeAsync(purpose, key, limit, over, cancellation);
            if (!answer.IsAllowed)
                return new SignInAnswer(answer, false);
        }

        return new SignInAnswer(answer, !isKnown && answer.Count == BeforeNotice * each);
    }

    public async Task<RateAnswer> TryAsync(
        HttpRequest request,
        string address,
        KnownBrowser browser,
        CancellationToken cancellation
    )
    {
        var (network, value) = (client.NetworkOf(request), options.Value);
        return browser.Knows(address)
            ? await limits.TakeAsync(
                "sign-in-try-browser",
                browser.Id,
                value.TriesPerAddress,
                value.LimitWindow,
                cancellation
            )
            : await limits.TakeAsync("sign-in-try", network, value.TriesPerAddress, value.LimitWindow, cancellation);
    }
}
