using System.Reflection;
using System.Reflection.Emit;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace Sakip.Tests.Embedded.Engine;

public sealed class Errors
{
    [Fact]
    public async Task An_unhandled_exception_fails_the_orchestration_with_its_inner_chain()
    {
        await using var world = await new World()
            .Orchestrator("Fails", _ => throw new InvalidOperationException("outer", new TimeoutException("inner")))
            .StartAsync();

        var state = await world.RunAsync("Fails");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Equal("outer", state.SerializedOutput);
        Assert.Equal(typeof(InvalidOperationException).FullName, state.FailureDetails!.ErrorType);
        Assert.Equal("inner", state.FailureDetails.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task An_input_of_the_wrong_shape_fails_the_orchestration()
    {
        await using var world = await new World()
            .Orchestrator("Number", context => Task.FromResult(context.GetInput<int>()))
            .StartAsync();

        var state = await world.RunAsync("Number", "not a number");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Equal("System.Text.Json.JsonException", state.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task The_last_custom_status_of_a_turn_counts_and_a_huge_one_is_refused()
    {
        await using var world = await new World()
            .Orchestrator("Status", async context =>
            {
                context.SetCustomStatus("first");
                context.SetCustomStatus(new { Step = 2 });
                await context.WaitForExternalEvent<int>("Go");
                context.SetCustomStatus(new string('x', 10_000));
                await context.WaitForExternalEvent<int>("Go");
            })
            .StartAsync();

        var small = await world.RunAsync("Status");
        await world.RaiseAsync("Go", 1);

        Assert.Equal("""{"Step":2}""", small.SerializedCustomStatus);
        Assert.Contains("16 KB", (await world.StateAsync()).FailureDetails!.ErrorMessage);
    }

    [Fact]
    public void A_cause_whose_type_is_not_loaded_is_no_cause()
    {
        var details = new TaskFailureDetails("Elsewhere.NoSuchException", "?", null, null, null);

        Assert.False(details.IsCausedBy<Exception>());
        Assert.Throws<ArgumentException>(() => details.IsCausedBy(typeof(string)));
    }

    [Fact]
    public void A_cause_whose_type_two_assemblies_have_is_ambiguous()
    {
        Type[] twins = [Twin("one"), Twin("two")];

        var details = TaskFailureDetails.FromException((Exception)Activator.CreateInstance(twins[0])!);

        Assert.Throws<AmbiguousMatchException>(() => details.IsCausedBy<InvalidOperationException>());
        GC.KeepAlive(twins);

        static Type Twin(string assembly) =>
            AssemblyBuilder
                .DefineDynamicAssembly(new AssemblyName(assembly), AssemblyBuilderAccess.RunAndCollect)
                .DefineDynamicModule(assembly)
                .DefineType("Twins.Failure", TypeAttributes.Public, typeof(InvalidOperationException))
                .CreateType();
    }

    [Fact]
    public void The_default_converter_writes_fields_and_gives_nothing_for_nothing()
    {
        Assert.Equal("""{"Number":3}""", JsonDataConverter.Default.Serialize(new WithField { Number = 3 }));
        Assert.Equal(3, JsonDataConverter.Default.Deserialize<WithField>("""{"Number":3}""")!.Number);
        Assert.Null(JsonDataConverter.Default.Serialize(null));
        Assert.Null(JsonDataConverter.Default.Deserialize<WithField>(null));
    }

    [Fact]
    public void The_default_converter_is_case_sensitive_and_writes_enums_as_numbers()
    {
        var converter = JsonDataConverter.Default;

        Assert.Equal("""{"Day":1}""", converter.Serialize(new { Day = DayOfWeek.Monday }));
        Assert.Null(converter.Serialize(null));
        Assert.Equal(0, converter.Deserialize<KeyValuePair<int, int>>("""{"key":1}""").Key);
    }

    [Fact]
    public async Task Versions_order_as_versions_and_no_version_is_the_lowest()
    {
        await using var world = await new World()
            .Orchestrator("Versions", context => Task.FromResult(new[]
            {
                context.CompareVersionTo("1.10"), context.CompareVersionTo("1.2"), context.CompareVersionTo(""),
            }))
            .StartAsync();
        await world.Client.ScheduleNewOrchestrationInstanceAsync(
            "Versions", new StartOrchestrationOptions("v") { Version = "1.9" }, TestContext.Current.CancellationToken);
        await world.IdleAsync();

        Assert.Equal(new[] { -1, 1, 1 }, (await world.StateAsync("v")).ReadOutputAs<int[]>()!.Select(Math.Sign));
    }

    private sealed class WithField
    {
        public int Number;
    }
}
