using System.Diagnostics;
using System.Net;
using Sakip.Faults;

namespace Sakip.Tests.Functions;

/// <summary>An app that starts while storage is away: it says so, and goes on by itself when storage is back.</summary>
[Collection(InThisProcess.Name)]
public sealed class StartWithoutStorageTests(StartWithoutStorageTests.StartedAway office)
    : IClassFixture<StartWithoutStorageTests.StartedAway>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task The_app_starts_without_storage_is_not_ready_and_works_when_storage_is_back()
    {
        using var live = await office.GetAsync("health/live");
        using var notReady = await office.GetAsync("health/ready");
        var watch = Stopwatch.StartNew();
        using var away = await office.GetAsync(AwayOffice.Year + "/agreements");
        watch.Stop();
        office.Outages.Now = Outage.None;
        while (true)
        {
            using var ready = await office.GetAsync("health/ready");
            if (ready.StatusCode == HttpStatusCode.OK)
                break;
        }

        await office.StartYearAsync();

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, notReady.StatusCode);
        Assert.Contains(
            "unreachable",
            await notReady.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal(30, away.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed}");
        Assert.NotNull(office.Letter().Link);
    }

    public sealed class StartedAway : AwayOffice
    {
        internal override Outage AtStart => Outage.Refuses;
    }
}
