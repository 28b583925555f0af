using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Durable;

/// <summary>What the durable client asks of the host.</summary>
[Collection(OnAHeldClock.Name)]
public sealed class Client(HeldApp shared)
{
    private RunningApp App => shared.App;

    [Fact]
    public async Task An_id_that_runs_is_taken_and_one_that_has_ended_is_free_again()
    {
        await App.StartInstanceAsync("Hears", "twice");
        await App.SettleAsync();
        var second = await App.SendAsync(HttpMethod.Post, "/api/start/Hears/twice");
        await App.RaiseAsync("twice", "Go", new { word = "first" });
        await App.SettleAsync();
        await App.StartInstanceAsync("WhoAmI", "twice");

        Assert.Equal((409, "OrchestrationAlreadyExistsException"), second);
        Assert.Equal(("WhoAmI", "\"twice of \""), Told(await App.SettledAsync("twice")));
    }

    [Fact]
    public async Task An_unknown_instance_is_nothing_to_get_and_an_error_to_steer()
    {
        Assert.Equal((404, ""), await App.GetAsync("/api/instances/unknown"));
        foreach (var verb in (string[])["suspend", "resume", "terminate"])
            Assert.Equal((409, "RpcException NotFound"), await App.ControlAsync("unknown", verb));
        Assert.Equal(409, (await App.GetAsync("/api/instances/unknown/history")).Status);
    }

    [Fact]
    public async Task An_ended_instance_is_an_error_to_steer()
    {
        await App.StartInstanceAsync("WhoAmI", "ended");
        await App.SettleAsync();

        foreach (var verb in (string[])["suspend", "resume", "terminate"])
            Assert.Equal((409, "RpcException FailedPrecondition"), await App.ControlAsync("ended", verb));
    }

    [Fact]
    public async Task A_terminated_instance_has_the_reason_as_its_output_even_while_suspended()
    {
        await App.StartInstanceAsync("Hears", "by-hand");
        await App.StartInstanceAsync("Hears", "while-suspended");
        await App.SettleAsync();
        await App.ControlAsync("while-suspended", "suspend");
        await App.SettleAsync();
        await App.ControlAsync("by-hand", "terminate");
        await App.ControlAsync("while-suspended", "terminate");

        var (first, second) = (await App.SettledAsync("by-hand"), await App.SettledAsync("while-suspended"));

        Assert.Equal(("Terminated", "\"ended by hand\""), (first.Status, first.Output));
        Assert.Equal("Terminated", second.Status);
    }

    [Fact]
    public async Task Inputs_and_outputs_come_only_when_asked_for()
    {
        await App.StartInstanceAsync("Sequence", "bare", 1);
        await App.SettleAsync();

        var (_, body) = await App.GetAsync("/api/instances/bare?bare");

        Assert.Contains("\"input\":null,\"output\":null", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_are_listed_by_prefix_and_status_in_pages()
    {
        for (var n = 0; n < 5; n++)
            await App.StartInstanceAsync("WhoAmI", $"listed:{n}");
        await App.StartInstanceAsync("Hears", "listed:waits");
        await App.SettleAsync();

        var all = await App.PagesAsync("prefix=listed:");
        var running = await App.PagesAsync("prefix=listed:&status=Running");

        Assert.All(all, page => Assert.InRange(page.Length, 0, 2));
        Assert.Equal(
            ["listed:0", "listed:1", "listed:2", "listed:3", "listed:4", "listed:waits"],
            all.SelectMany(page => page).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["listed:waits"], running.SelectMany(page => page));
    }

    [Fact]
    public async Task Only_what_has_ended_is_purged()
    {
        await App.StartInstanceAsync("Hears", "not-purged");
        await App.StartInstanceAsync("WhoAmI", "purged");
        await App.SettleAsync();

        Assert.Equal((200, "1"), await App.SendAsync(HttpMethod.Delete, "/api/instances/purged"));
        Assert.Equal((200, "0"), await App.SendAsync(HttpMethod.Delete, "/api/instances/purged"));
        Assert.Equal(409, (await App.SendAsync(HttpMethod.Delete, "/api/instances/not-purged")).Status);
        Assert.Equal((404, ""), await App.GetAsync("/api/instances/purged"));
        Assert.Equal("Running", (await App.InstanceAsync("not-purged")).Status);
    }

    [Fact]
    public async Task Many_are_purged_by_time_and_status()
    {
        await App.AdvanceAsync(TimeSpan.FromHours(1));
        var from = (await App.ClockAsync()).Now.UtcDateTime;
        foreach (var id in (string[])["many:1", "many:2"])
        {
            await App.StartInstanceAsync("Hears", id);
            await App.SettleAsync();
            await App.ControlAsync(id, "terminate");
        }

        await App.SettleAsync();
        var answer = await App.SendAsync(HttpMethod.Delete, $"/api/instances?status=Terminated&at={from:s}Z");

        Assert.Equal((200, "2"), answer);
        Assert.Empty((await App.PagesAsync("prefix=many:")).SelectMany(page => page));
    }

    [Theory]
    [InlineData("restart", true)]
    [InlineData("repeat", false)]
    public async Task A_restart_runs_the_same_input_again_under_the_same_id_or_a_new_one(string verb, bool isSame)
    {
        await App.StartInstanceAsync("Sequence", $"to-{verb}", 3);
        await App.SettleAsync();

        var (status, body) = await App.ControlAsync($"to-{verb}", verb);

        var again = await App.SettledAsync(body.Trim('"'));
        Assert.Equal((200, isSame), (status, again.Id == $"to-{verb}"));
        Assert.Equal(("3", "72"), (again.Input, again.Output));
    }

    [Theory]
    [InlineData("rewind", "NotImplementedException")]
    [InlineData("signal", "RpcException Unimplemented")]
    public async Task What_the_host_cannot_do_it_says(string verb, string error)
    {
        await App.StartInstanceAsync("WhoAmI", $"asked-to-{verb}");
        await App.SettleAsync();

        Assert.Equal((409, error), await App.ControlAsync($"asked-to-{verb}", verb));
    }

    [Fact]
    public async Task An_orchestrator_that_no_function_is_called_by_never_runs_for_ever()
    {
        var (status, _) = await App.SendAsync(HttpMethod.Post, "/api/start/Nobody/nobody");
        if (status == 200)
            Assert.Equal("Failed", (await App.SettledAsync("nobody")).Status);
    }

    private static (string, string?) Told(Instance instance) => (instance.Name, instance.Output);
}
