using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sakip.Access;
using Sakip.Approvals;
using Sakip.Recovery;
using Sakip.Tests.Orchestrations.Storage;

namespace Sakip.Tests.Orchestrations.Access;

/// <summary>How long a session, a code and a counter hold, and what a changed key does to them.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class SessionTests(EmulatedStorage emulated)
{
    private static readonly Identity Someone = Identity.OfMailbox("orang@contoh.example");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 1, 2, 1, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_ends_when_nothing_was_done_in_it_for_its_idle_time()
    {
        var sessions = Sessions(Key("a"));
        var cookie = await sessions.BeginAsync(Someone, Cancellation);
        _clock.Advance(TimeSpan.FromMinutes(119));
        var renewed = await sessions.FindAsync(cookie, Cancellation);
        _clock.Advance(TimeSpan.FromMinutes(119));

        Assert.Null(await sessions.FindAsync(cookie, Cancellation));
        Assert.Equal(Someone, (await sessions.FindAsync(renewed!.Cookie, Cancellation))!.Identity);
    }

    [Fact]
    public async Task A_session_in_use_ends_all_the_same_after_its_whole_lifetime()
    {
        var sessions = Sessions(Key("a"));
        var cookie = await sessions.BeginAsync(Someone, Cancellation);
        for (var minutes = 0; minutes < 11 * 60; minutes += 60)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            cookie = (await sessions.FindAsync(cookie, Cancellation))!.Cookie!;
        }

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await sessions.FindAsync(cookie, Cancellation));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await sessions.FindAsync(cookie, Cancellation));
    }

    [Fact]
    public async Task A_session_outlives_the_change_of_keys_until_its_key_is_taken_away()
    {
        var cookie = await Sessions(Key("a")).BeginAsync(Someone, Cancellation);
        _clock.Advance(TimeSpan.FromMinutes(6));
        var renewed = (await Sessions(Key("b", "a")).FindAsync(cookie, Cancellation))!.Cookie;

        Assert.Null(await Sessions(Key("b")).FindAsync(cookie, Cancellation));
        Assert.NotNull(await Sessions(Key("b")).FindAsync(renewed, Cancellation));
    }

    [Theory]
    [InlineData(0, "x")]
    [InlineData(1, "9999999999")]
    [InlineData(2, "9999999999")]
    [InlineData(3, "x")]
    public async Task A_cookie_that_was_changed_anywhere_opens_nothing(int part, string with)
    {
        var sessions = Sessions(Key("a"));
        var parts = (await sessions.BeginAsync(Someone, Cancellation)).Split('.');
        parts[part] = with;

        Assert.Null(await sessions.FindAsync(string.Join('.', parts), Cancellation));
        Assert.Null(await sessions.FindAsync(null, Cancellation));
        Assert.Null(await sessions.FindAsync(new string('a', 300), Cancellation));
    }

    [Fact]
    public async Task Of_many_at_once_exactly_so_many_are_let_through_as_the_limit_says()
    {
        var limits = new RateLimits(emulated.Storage, Tokens(Key("a")), _clock);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ =>
                    limits.TakeAsync("serentak", "orang@contoh.example", 5, TimeSpan.FromMinutes(15), Cancellation)
                )
        );
        var (let, held) = (answers.Count(answer => answer.IsAllowed), answers.First(answer => !answer.IsAllowed));
        _clock.Advance(TimeSpan.FromMinutes(15));
        var later = await limits.TakeAsync(
            "serentak",
            "orang@contoh.example",
            5,
            TimeSpan.FromMinutes(15),
            Cancellation
        );

        Assert.Equal(5, let);
        Assert.True(held.RetryAfter > TimeSpan.Zero);
        Assert.True(later.IsAllowed);
    }

    [Fact]
    public async Task Two_hundred_at_once_all_get_through_a_limit_of_more_and_not_one_past_a_limit_of_less()
    {
        var limits = new RateLimits(emulated.Storage, Tokens(Key("a")), _clock);
        async Task<int> LetAsync(string key, int limit) =>
            (
                await Task.WhenAll(
                    Enumerable
                        .Range(0, 200)
                        .Select(_ => limits.TakeAsync("kantor", key, limit, TimeSpan.FromMinutes(15), Cancellation))
                )
            ).Count(answer => answer.IsAllowed);

        Assert.Equal(200, await LetAsync("203.0.113.1", 2000));
        Assert.Equal(150, await LetAsync("203.0.113.2", 150));
        Assert.Equal(107, await LetAsync("203.0.113.3", 107));
    }

    [Fact]
    public async Task Of_parallel_guesses_no_more_are_looked_at_than_a_code_has_tries()
    {
        var codes = new SignInCodes(emulated.Storage, Tokens(Key("a")), _clock, Options.Create(new AccessOptions()));
        var code = await codes.IssueAsync("tebak@contoh.example", "peramban", Cancellation);
        var wrong = code == "000000" ? "000001" : "000000";
        var guesses = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => codes.CheckAsync("tebak@contoh.example", "peramban", wrong, Cancellation))
        );
        var row = (
            await emulated.Storage.Access.GetEntityIfExistsAsync<SignInCodeRow>(
                SignInCodeRow.Partition,
                Sakip.Storage.BlobVault.HashOf(Encoding.UTF8.GetBytes("tebak@contoh.example\nperamban")),
                cancellationToken: Cancellation
            )
        ).Value!;

        Assert.DoesNotContain(CodeCheck.Right, guesses);
        Assert.InRange(row.Tries, 1, new AccessOptions().CodeTries);
    }

    [Fact]
    public async Task Expired_sessions_codes_and_counters_are_swept_and_those_that_hold_stay()
    {
        // Browsers' sessions run on the machine's clock: what is over must be over on both.
        var (tokens, options) = (Tokens(Key("a")), Options.Create(new AccessOptions()));
        var sessions = Sessions(Key("a"));
        var over = await sessions.BeginAsync(Someone, Cancellation);
        await new SignInCodes(emulated.Storage, tokens, _clock, options).IssueAsync(
            "sapu@contoh.example",
            "peramban",
            Cancellation
        );
        await new RateLimits(emulated.Storage, tokens, _clock).TakeAsync(
            "sapu",
            "sapu",
            5,
            TimeSpan.FromMinutes(15),
            Cancellation
        );
        _clock.Advance(TimeSpan.FromDays(3));
        var holds = await sessions.BeginAsync(Someone, Cancellation);
        var sweep = new RetentionSweep(emulated.Storage, _clock, Options.Create(new RetentionOptions()));

        var lines = await sweep.RunAsync(client: null, isApplied: true, Cancellation);
        var again = await sweep.RunAsync(client: null, isApplied: true, Cancellation);

        Assert.True(lines.Single(line => line.Class == DataClass.Access).Count >= 3);
        Assert.Equal(0, again.Single(line => line.Class == DataClass.Access).Count);
        Assert.Null(await emulated.Storage.Access.FindSessionAsync(over, Cancellation));
        Assert.NotNull(await sessions.FindAsync(holds, Cancellation));
    }

    private Sessions Sessions(LinkOptions keys) =>
        new(emulated.Storage, Tokens(keys), _clock, Options.Create(new AccessOptions()));

    private static LinkTokens Tokens(LinkOptions keys) => new(Options.Create(keys));

    private static LinkOptions Key(params string[] ids)
    {
        var options = new LinkOptions { ActiveKey = ids[0] };
        foreach (var id in ids)
            options.Keys[id] = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        return options;
    }
}

internal static class StoredSessions
{
    public static async Task<SessionRow?> FindSessionAsync(
        this Azure.Data.Tables.TableClient access,
        string cookie,
        CancellationToken cancellation
    ) =>
        await Sakip.Storage.TableReads.FindAsync<SessionRow>(
            access,
            SessionRow.Partition,
            Sakip.Storage.BlobVault.HashOf(Encoding.UTF8.GetBytes(cookie.Split('.')[0])),
            cancellation
        );
}
