using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Durable;

[Collection(OnAHeldClock.Name)]
public sealed class Events(HeldApp shared)
{
    private RunningApp App => shared.App;

    [Fact]
    public async Task An_event_is_heard_whatever_its_case_and_also_before_it_is_waited_for()
    {
        await App.StartInstanceAsync("Hears", "hears");
        await App.RaiseAsync("hears", "gO", new { word = "salam" });

        Assert.Equal("\"salam\"", (await App.SettledAsync("hears")).Output);
    }

    [Fact]
    public async Task Events_are_heard_in_the_order_in_which_they_were_raised()
    {
        await App.StartInstanceAsync("HearsInOrder", "order", 5);
        for (var item = 1; item <= 5; item++)
            await App.RaiseAsync("order", "Item", item);

        Assert.Equal("\"1,2,3,4,5\"", (await App.SettledAsync("order")).Output);
    }

    [Fact]
    public async Task A_wait_with_a_limit_ends_at_the_event_or_at_its_time()
    {
        await App.StartInstanceAsync("HearsWithin", "within");
        await App.StartInstanceAsync("HearsWithin", "without");
        await App.RaiseAsync("within", "Go", "\"word\"");

        await App.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal("\"word\"", (await App.InstanceAsync("within")).Output);
        Assert.Equal("\"heard nothing\"", (await App.InstanceAsync("without")).Output);
    }

    [Theory]
    [InlineData("\"a text\"")]
    [InlineData("[1]")]
    public async Task An_event_of_the_wrong_shape_fails_its_instance_and_nothing_else(string payload)
    {
        var (wrong, other) = ($"wrong-{payload.Length}", $"other-{payload.Length}");
        await App.StartInstanceAsync("Hears", wrong);
        await App.StartInstanceAsync("Hears", other);
        await App.RaiseAsync(wrong, "Go", payload);

        var failed = await App.SettledAsync(wrong);
        await App.RaiseAsync(other, "Go", new { word = "still here" });

        Assert.Equal("Failed", failed.Status);
        Assert.Equal("\"still here\"", (await App.SettledAsync(other)).Output);
    }

    [Fact]
    public async Task An_orchestrator_tells_another_and_what_it_tells_nobody_is_dropped()
    {
        await App.StartInstanceAsync("Hears", "told");
        await App.StartInstanceAsync("Tells", "tells", "\"told\"");
        await App.StartInstanceAsync("Tells", "tells-nobody", "\"no such instance\"");

        Assert.Equal("\"from tells\"", (await App.SettledAsync("told")).Output);
        Assert.Equal("Completed", (await App.InstanceAsync("tells-nobody")).Status);
    }

    [Fact]
    public async Task Who_raises_to_an_unknown_or_ended_instance_is_told()
    {
        await App.StartInstanceAsync("WhoAmI", "over");
        await App.SettleAsync();

        Assert.Equal((409, "RpcException NotFound"), await App.RaiseAsync("never-was", "Go", 1));
        Assert.Equal((409, "RpcException FailedPrecondition"), await App.RaiseAsync("over", "Go", 1));
    }

    [Fact]
    public async Task While_suspended_events_wait()
    {
        await App.StartInstanceAsync("Hears", "suspended");
        await App.SettleAsync();
        await App.ControlAsync("suspended", "suspend");
        await App.RaiseAsync("suspended", "Go", new { word = "patience" });

        var before = await App.SettledAsync("suspended");
        await App.ControlAsync("suspended", "resume");

        Assert.Equal("Suspended", before.Status);
        Assert.Equal("\"patience\"", (await App.SettledAsync("suspended")).Output);
    }

    [Fact]
    public async Task A_timer_that_comes_due_while_suspended_counts_when_resumed()
    {
        await App.StartInstanceAsync("HearsWithin", "slept");
        await App.SettleAsync();
        await App.ControlAsync("slept", "suspend");
        await App.AdvanceAsync(TimeSpan.FromDays(2));

        var before = await App.InstanceAsync("slept");
        await App.ControlAsync("slept", "resume");

        Assert.Equal("Suspended", before.Status);
        Assert.Equal("\"heard nothing\"", (await App.SettledAsync("slept")).Output);
    }

    [Fact]
    public async Task The_custom_status_is_what_was_said_last_and_null_clears_it()
    {
        await App.StartInstanceAsync("SaysWhereItIs", "status");
        var first = await App.SettledAsync("status");
        await App.RaiseAsync("status", "Go", "\"\"");
        var second = await App.SettledAsync("status");
        await App.RaiseAsync("status", "Go", "\"\"");
        var last = await App.SettledAsync("status");

        Assert.Equal(("""{"step":1}""", "\"second\"", "null"), (first.Custom, second.Custom, last.Custom ?? "null"));
    }
}
