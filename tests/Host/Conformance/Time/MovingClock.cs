using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Time;

/// <summary>A virtual clock that runs from its start, and one that comes back after a kill.</summary>
public sealed class MovingClock
{
    [Fact]
    public async Task Not_held_it_runs_from_its_start_and_can_be_moved_too()
    {
        await using var app = await RunningApp.StartAsync(
            AppPlan.New().Set("Host__Clock", "2024-01-02T12:00:00Z").Enable("Sweep")
        );
        var soon = (await app.ClockAsync()).Now.AddMilliseconds(200).UtcDateTime;
        await app.StartInstanceAsync("Deadline", "soon", $"\"{soon:O}\"");
        await app.Folder.NotedAsync("deadline of soon");

        var target = new DateTimeOffset(2024, 1, 4, 6, 0, 0, TimeSpan.Zero);
        var readings = await app.MoveToAsync(target);

        Assert.True(readings[^1].Now >= target);
        Assert.Equal(["01-03", "01-04"], app.Folder.Notes("sweep").Select(line => line.Split(' ')[^2]));
    }

    [Fact]
    public async Task It_resumes_after_a_kill_where_it_stood_with_what_was_waiting()
    {
        var stood = new DateTimeOffset(2024, 2, 1, 5, 0, 0, TimeSpan.Zero);
        using var folder = AppFolder.New();
        await using (var app = await StartAsync(folder))
        {
            await app.StartInstanceAsync("Deadline", "resumed", $"\"{stood.AddHours(1):s}Z\"");
            await app.MoveToAsync(stood);
            await app.KillAsync();
        }

        await using var again = await StartAsync(folder);
        var reading = await again.ClockAsync();
        await again.MoveToAsync(stood.AddHours(2));

        Assert.Equal((stood, stood.AddHours(1)), (reading.Now, reading.NextDue));
        Assert.Equal(["deadline of resumed @ 02-01 06:00:00"], folder.Notes("deadline of resumed"));
    }

    private static Task<RunningApp> StartAsync(AppFolder folder) =>
        RunningApp.StartAsync(AppPlan.In(folder).At("2024-01-02"), ownsFolder: false);
}
