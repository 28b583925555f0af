using System.Text.Json;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Durable;

[Collection(OnAHeldClock.Name)]
public sealed class Children(HeldApp shared)
{
    private RunningApp App => shared.App;

    [Fact]
    public async Task A_child_bears_the_id_that_its_parent_chose_and_gives_its_result()
    {
        await App.StartInstanceAsync("Parent", "parent", "\"Child\"");

        Assert.Equal("14", (await App.SettledAsync("parent")).Output);
        Assert.Equal(("Child", "Completed", "7", "14"), Told(await App.InstanceAsync("parent:child")));
    }

    [Fact]
    public async Task Children_without_a_chosen_id_get_one_of_their_own_and_know_their_parent()
    {
        await App.StartInstanceAsync("ParentOfUnnamed", "unnamed");

        var output = JsonSerializer.Deserialize<string>((await App.SettledAsync("unnamed")).Output!)!;

        var children = output.Split(',');
        Assert.Equal(2, children.Distinct().Count());
        Assert.All(children, child => Assert.Matches("^[0-9a-f]{32} of unnamed$", child));
    }

    [Fact]
    public async Task A_child_whose_activity_fails_fails_its_parent_with_the_cause_within()
    {
        await App.StartInstanceAsync("Parent", "of-failing", "\"Fails\"");

        var told = await FailureAsync("of-failing");

        Assert.Equal("Fails", told.TaskName);
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", told.ErrorType);
        Assert.Equal("Sakip.SmallApp.Durable.NoSuchUnitException", told.Inner);
        Assert.False(told.IsArgument);
    }

    [Fact]
    public async Task A_child_that_fails_by_itself_tells_the_type_and_its_cause()
    {
        await App.StartInstanceAsync("Parent", "of-failing-itself", "\"FailsByItself\"");

        var told = await FailureAsync("of-failing-itself");

        Assert.Equal("Sakip.SmallApp.Durable.NoSuchUnitException", told.ErrorType);
        Assert.Equal("unit of of-failing-itself:child", told.ErrorMessage);
        Assert.Equal("System.TimeoutException", told.Inner);
        Assert.True(told.IsArgument);
    }

    [Fact]
    public async Task A_child_that_was_terminated_fails_its_parent_without_details()
    {
        await App.StartInstanceAsync("Parent", "of-terminated", "\"Hears\"");
        await App.SettleAsync();
        await App.ControlAsync("of-terminated:child", "terminate");

        var told = await FailureAsync("of-terminated");

        Assert.Equal(("Hears", null), (told.TaskName, told.ErrorType));
        Assert.Equal("Terminated", (await App.InstanceAsync("of-terminated:child")).Status);
    }

    [Fact]
    public async Task A_parent_that_is_terminated_leaves_its_child_alone()
    {
        await App.StartInstanceAsync("Parent", "terminated", "\"Hears\"");
        await App.SettleAsync();
        await App.ControlAsync("terminated", "terminate");

        Assert.Equal("Terminated", (await App.SettledAsync("terminated")).Status);
        Assert.Equal("Running", (await App.InstanceAsync("terminated:child")).Status);
    }

    [Fact]
    public async Task A_child_that_no_function_can_run_fails_its_parent()
    {
        await App.StartInstanceAsync("Parent", "of-nobody", "\"Nobody\"");

        Assert.Equal("Nobody", (await FailureAsync("of-nobody")).TaskName);
    }

    private static (string, string, string?, string?) Told(Instance instance) =>
        (instance.Name, instance.Status, instance.Input, instance.Output);

    private async Task<Failure> FailureAsync(string id) =>
        JsonSerializer.Deserialize<Failure>((await App.SettledAsync(id)).Output!, JsonSerializerOptions.Web)!;
}

/// <summary>What an orchestrator of the small app tells of a task that failed.</summary>
internal sealed record Failure(
    string TaskName,
    string Message,
    string? ErrorType,
    string? ErrorMessage,
    string? Inner,
    bool? IsArgument
);
