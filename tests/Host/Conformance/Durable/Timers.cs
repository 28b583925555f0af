using System.Globalization;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Durable;

[Collection(OnAHeldClock.Name)]
public sealed class Timers(HeldApp shared)
{
    private RunningApp App => shared.App;

    [Fact]
    public async Task A_timer_of_ten_days_comes_in_pieces_of_three_and_fires_to_the_second()
    {
        await App.StartInstanceAsync("TenDays", "ten-days");
        await App.SettleAsync();
        var due = (await App.ClockAsync()).Now.AddDays(10);

        await App.MoveToAsync(due.AddSeconds(-1));
        var before = await App.InstanceAsync("ten-days");
        await App.MoveToAsync(due);
        var after = await App.InstanceAsync("ten-days");

        Assert.Equal(("Running", "Completed"), (before.Status, after.Status));
        Assert.Equal($"\"{due:s}\"", after.Output);
        Assert.Equal(
            4,
            (await App.HistoryAsync("ten-days")).Count(name =>
                name.StartsWith("TimerCreated", StringComparison.Ordinal)
            )
        );
        Assert.Single(App.Folder.Notes("ten days of ten-days"));
    }

    [Fact]
    public async Task A_cancelled_timer_changes_nothing_when_its_time_comes()
    {
        await App.StartInstanceAsync("CancelsItsTimer", "cancelled");
        await App.RaiseAsync("cancelled", "Go", "\"in time\"");
        var ended = await App.SettledAsync("cancelled");

        await App.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal("\"in time\"", ended.Output);
        Assert.Equal(ended.Updated, (await App.InstanceAsync("cancelled")).Updated);
    }

    [Fact]
    public async Task A_timer_in_the_past_fires_at_once()
    {
        await App.StartInstanceAsync("Deadline", "past", "\"2020-01-01T00:00:00Z\"");

        Assert.Equal("Completed", (await App.SettledAsync("past")).Status);
    }

    // Who wants to begin later starts now and waits on a timer.
    [Fact]
    public async Task A_start_that_is_set_for_later_is_refused_rather_than_run_at_once()
    {
        var at = (await App.ClockAsync()).Now.AddHours(6).UtcDateTime;

        var answer = await App.SendAsync(
            HttpMethod.Post,
            string.Create(CultureInfo.InvariantCulture, $"/api/start/WhoAmI/later?at={at:s}Z")
        );

        Assert.Equal((409, "RpcException Unimplemented"), answer);
    }
}
