using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Time;

/// <summary>Timer functions, each test with an app of its own.</summary>
public sealed class Sweeping
{
    private static readonly DateTimeOffset Begin = new(2024, 1, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Ticks_missed_while_the_host_was_down_run_once_and_say_so()
    {
        using var folder = AppFolder.New();
        await using (await StartAsync(folder, "2024-01-02"))
        {
            Assert.Empty(folder.Notes("sweep"));
        }

        await using var later = await StartAsync(folder, "2024-01-05T10:00:00Z");
        await later.MoveToAsync(Begin.AddDays(4));

        Assert.Equal(
            ["sweep past due, next 01-03 00:00 @ 01-05 10:00:00", "sweep on time, next 01-06 00:00 @ 01-06 00:00:00"],
            folder.Notes("sweep")
        );
    }

    [Fact]
    public async Task Schedules_of_both_kinds_run_a_failed_tick_is_followed_by_the_next_and_a_disabled_one_by_none()
    {
        await using var app = await RunningApp.StartAsync(
            AppPlan
                .New()
                .At("2024-01-02")
                .Enable("Sweep")
                .Enable("Interval")
                .Enable("FailingSweep")
                .Set("SweepSchedule", "0 30 7 * * 3")
        );

        await app.MoveToAsync(Begin.AddDays(2));

        Assert.Equal(
            [
                "failing sweep @ 01-02 06:00:00",
                "interval @ 01-02 12:00:00",
                "interval @ 01-03 00:00:00",
                "failing sweep @ 01-03 06:00:00",
                "sweep on time, next 01-03 07:30 @ 01-03 07:30:00",
                "interval @ 01-03 12:00:00",
                "interval @ 01-04 00:00:00",
            ],
            app.Folder.Notes().Where(line => !line.StartsWith("service", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task An_administrator_fires_a_timer_by_its_name_beside_runs_that_are_going_on()
    {
        await using var app = await RunningApp.StartAsync(AppPlan.New().At("2024-01-02").Enable("SlowSweep"));
        for (var run = 0; run < 3; run++)
            Assert.Equal(202, await app.FireAsync("slowsweep"));
        while (app.Folder.Notes("slow sweep begun").Count < 3)
            await app.Folder.NotedAsync("slow sweep begun");

        app.Folder.Put("slow-sweep");
        await app.SettleAsync();

        Assert.Equal(
            [.. Enumerable.Repeat("begun", 3), .. Enumerable.Repeat("ended", 3)],
            app.Folder.Notes("slow sweep").Select(line => line.Split(' ')[2])
        );
    }

    private static Task<RunningApp> StartAsync(AppFolder folder, string instant) =>
        RunningApp.StartAsync(AppPlan.In(folder).At(instant).Enable("Sweep"), ownsFolder: false);
}
