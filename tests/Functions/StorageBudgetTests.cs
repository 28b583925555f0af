using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Sakip.Faults;

namespace Sakip.Tests.Functions;

/// <summary>Requests that find storage away: answered within their budget, with when to come again.</summary>
[Collection(InThisProcess.Name)]
public sealed class StorageBudgetTests(AwayOffice office) : IClassFixture<AwayOffice>
{
    // One second for storage, as the office sets it, and what else a request takes on a busy machine.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    [Theory]
    [InlineData(Outage.Refuses)]
    [InlineData(Outage.IsSlow)]
    [InlineData(Outage.Hangs)]
    [InlineData(Outage.LosesAnswers)]
    public async Task A_page_and_a_call_are_answered_503_in_time_and_as_ever_afterwards(object outage)
    {
        var letter = office.Letter();
        foreach (var path in (string[])[letter.Link!.PathAndQuery, AwayOffice.Year + "/agreements"])
        {
            office.Outages.Now = (Outage)outage;
            var watch = Stopwatch.StartNew();
            using var away = await office.GetAsync(path);
            watch.Stop();
            office.Outages.Now = Outage.None;
            using var back = await office.GetAsync(path);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
            Assert.Equal(30, away.Headers.RetryAfter?.Delta?.TotalSeconds);
            Assert.Contains(
                "Penyimpanan sedang tidak menjawab",
                await away.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
            Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed}");
            Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        }
    }

    [Fact]
    public async Task A_quiet_day_s_sweeps_make_thirty_calls_at_most()
    {
        // The sweeps of each hour ask together what others have written. On a held clock hours pass so fast that those of
        // several ask at once.
        const int Looks = 24;
        // A Monday after everybody was reminded.
        var morning = new DateTimeOffset(2024, 1, 8, 1, 30, 0, TimeSpan.Zero);
        await office.MoveToAsync(morning);
        var calls = new ConcurrentQueue<string>();
        office.Outages.OnCall = calls.Enqueue;
        await office.MoveToAsync(morning.AddDays(1));
        office.Outages.OnCall = null;

        var others = calls.Where(call => !call.Contains("written", StringComparison.Ordinal)).ToList();
        Assert.True(Looks + others.Count <= 30, string.Join('\n', others));
        Assert.InRange(calls.Count - others.Count, 0, Looks);
    }
}
