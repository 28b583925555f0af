using System.Text.Json;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Durable;

/// <summary>Activities and orchestrators that fail or break the rules.</summary>
[Collection(OnAHeldClock.Name)]
public sealed class Breaking(HeldApp shared)
{
    private RunningApp App => shared.App;

    [Fact]
    public async Task A_failed_activity_tells_its_type_its_message_and_its_cause()
    {
        var told = await TellAsync("Break");

        Assert.Equal("Break", told.TaskName);
        Assert.Equal("Task 'Break' (#0) failed with an unhandled exception: unit 7", told.Message);
        Assert.Equal("Sakip.SmallApp.Durable.NoSuchUnitException", told.ErrorType);
        Assert.Equal("unit 7", told.ErrorMessage);
        Assert.Equal("System.TimeoutException", told.Inner);
        Assert.True(told.IsArgument);
    }

    [Fact]
    public async Task An_activity_that_does_not_exist_fails_as_on_the_real_host()
    {
        var told = await TellAsync("Missing");

        Assert.Equal(("Missing", "(unknown)"), (told.TaskName, told.ErrorType));
    }

    [Theory]
    [InlineData("Fails", "Microsoft.DurableTask.TaskFailedException", "Task 'Break' (#0) failed")]
    [InlineData("FailsByItself", "Sakip.SmallApp.Durable.NoSuchUnitException", "unit of failing-FailsByItself")]
    public async Task A_failed_instance_tells_type_and_message_as_its_output(string name, string type, string message)
    {
        await App.StartInstanceAsync(name, $"failing-{name}");

        var failed = await App.SettledAsync($"failing-{name}");

        Assert.Equal("Failed", failed.Status);
        Assert.Contains($"{type}: {message}", failed.Output, StringComparison.Ordinal);
        Assert.Equal((null, "null"), (failed.Failure, failed.Custom));
    }

    [Fact]
    public async Task An_orchestrator_that_changes_its_mind_fails_and_what_it_asks_for_then_is_not_done()
    {
        await App.StartInstanceAsync("ChangesItsMind", "mind");
        await App.SettleAsync();
        var before = await CountAsync();
        App.Folder.Put("changed-mind");
        await App.RaiseAsync("mind", "Go", "\"\"");

        var failed = await App.SettledAsync("mind");

        Assert.Equal("Failed", failed.Status);
        Assert.Contains("Non-Deterministic", failed.Output, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
        Assert.Single(App.Folder.Notes("mind of mind"));
    }

    [Fact]
    public async Task An_orchestrator_that_awaits_what_is_not_durable_fails()
    {
        await App.StartInstanceAsync("AwaitsATask", "awaits");

        var failed = await App.SettledAsync("awaits");

        Assert.Equal("Failed", failed.Status);
        Assert.Contains("invalid asynchronous invocation", failed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_guids_follow_from_the_instance_its_time_and_their_order()
    {
        await App.StartInstanceAsync("Guids", "guids");

        using var output = JsonDocument.Parse((await App.SettledAsync("guids")).Output!);

        var first = output.RootElement.GetProperty("first").GetGuid();
        var at = output.RootElement.GetProperty("at").GetString();
        Assert.Equal(NameGuid.Of($"guids_{at}_0"), first);
        Assert.NotEqual(first, output.RootElement.GetProperty("second").GetGuid());
    }

    private async Task<int> CountAsync() => (await App.PagesAsync("")).Sum(page => page.Length);

    private async Task<Failure> TellAsync(string activity)
    {
        await App.StartInstanceAsync("TellsOfAFailure", $"tells-{activity}", $"\"{activity}\"");
        var ended = await App.SettledAsync($"tells-{activity}");
        return JsonSerializer.Deserialize<Failure>(ended.Output!, JsonSerializerOptions.Web)!;
    }
}
