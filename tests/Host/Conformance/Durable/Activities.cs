using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Durable;

[Collection(OnAHeldClock.Name)]
public sealed class Activities(HeldApp shared)
{
    private RunningApp App => shared.App;

    [Fact]
    public async Task One_after_the_other_and_found_by_name_without_case()
    {
        await App.StartInstanceAsync("Sequence", "sequence", 3);

        var ended = await App.SettledAsync("sequence");

        Assert.Equal(("Completed", "3", "72"), (ended.Status, ended.Input, ended.Output));
    }

    [Fact]
    public async Task A_hundred_at_once()
    {
        await App.StartInstanceAsync("FanOut", "fan-out", 100);

        Assert.Equal("338350", (await App.SettledAsync("fan-out")).Output);
    }

    [Fact]
    public async Task Messages_of_every_kind_arrive_as_they_were_sent()
    {
        await App.StartInstanceAsync("EveryKind", "kinds");

        Assert.Equal(
            """{"whispered":"\u0022diam\u0022","whose":"file of kinds","nothing":null,"""
                + """ "bytes":"00010203","length":300000,"replaying":false}""".TrimStart(),
            (await App.SettledAsync("kinds")).Output
        );
    }

    [Fact]
    public async Task Figures_are_passed_on_as_they_were_written()
    {
        await App.StartInstanceAsync("KeepsFigures", "figures", """{"amount":12345678901234567.89,"note":"in"}""");
        await App.RaiseAsync("figures", "Figure", """{"amount":0.1000,"note":"raised"}""");

        Assert.Equal("""{"amount":0.1000,"note":"12345678901234567.89"}""", (await App.SettledAsync("figures")).Output);
    }

    [Fact]
    public async Task A_message_of_two_million_characters_passes()
    {
        var note = new string('p', 2_000_000);
        await App.StartInstanceAsync("Same", "long", new { amount = 1, note });

        Assert.Equal($$"""{"amount":1,"note":"{{note}}"}""", (await App.SettledAsync("long")).Output);
    }

    [Fact]
    public async Task A_retry_policy_waits_on_the_app_s_clock_between_attempts()
    {
        var began = (await App.ClockAsync()).Now;
        await App.StartInstanceAsync("Retries", "retries");

        await App.AdvanceAsync(TimeSpan.FromHours(5));

        var ended = await App.InstanceAsync("retries");
        Assert.Equal(("Completed", "\"attempt 3\""), (ended.Status, ended.Output));
        Assert.Equal(
            Enumerable.Range(0, 3).Select(hour => $"attempt of retries @ {began.AddHours(hour):MM-dd HH:mm:ss}"),
            App.Folder.Notes("attempt of retries")
        );
    }

    [Fact]
    public async Task After_the_last_attempt_in_vain_there_is_one_more_timer_that_waits_for_nothing()
    {
        await App.StartInstanceAsync("RetriesInVain", "in-vain");

        await App.AdvanceAsync(TimeSpan.FromHours(2));

        var history = await App.HistoryAsync("in-vain");
        Assert.Equal("Failed", (await App.InstanceAsync("in-vain")).Status);
        Assert.Equal(3, history.Count(name => name.StartsWith("TaskScheduled", StringComparison.Ordinal)));
        Assert.Equal(3, history.Count(name => name.StartsWith("TimerCreated", StringComparison.Ordinal)));
    }
}
