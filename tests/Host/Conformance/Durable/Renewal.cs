using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Durable;

/// <summary>Instances that go on as a new execution.</summary>
[Collection(OnAHeldClock.Name)]
public sealed class Renewal(HeldApp shared)
{
    private RunningApp App => shared.App;

    [Fact]
    public async Task Each_execution_begins_with_the_new_input_and_an_empty_history_and_keeps_the_tags()
    {
        await App.StartInstanceAsync("CountsDown", "counts", 5, "?unit=biro");

        var ended = await App.SettledAsync("counts");

        Assert.Equal(("Completed", "0", "\"zero\""), (ended.Status, ended.Input, ended.Output));
        Assert.Equal("biro", ended.Tags["unit"]);
        Assert.DoesNotContain(
            await App.HistoryAsync("counts"),
            name => name.StartsWith("TaskScheduled", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(true, "\"kept\"")]
    [InlineData(false, "\"nothing left\"")]
    public async Task Events_that_nobody_took_are_carried_over_only_when_asked_for(bool keeps, string output)
    {
        var id = $"carries-{keeps}";
        await App.StartInstanceAsync("Carries", id, new { keeps });
        await App.SettleAsync();
        await App.RaiseAsync(id, "Item", "\"kept\"");
        await App.SettleAsync();
        await App.RaiseAsync(id, "Go", "\"\"");

        await App.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(output, (await App.InstanceAsync(id)).Output);
    }
}
