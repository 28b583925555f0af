using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Sakip.SmallApp.Durable;

/// <summary>Events, messages between instances, status, and going on as a new execution.</summary>
public static class Talk
{
    [Function(nameof(Hears))]
    public static async Task<string> Hears([OrchestrationTrigger] TaskOrchestrationContext context) =>
        (await context.WaitForExternalEvent<Signal>("Go")).Word;

    [Function(nameof(HearsInOrder))]
    public static async Task<string> HearsInOrder([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var heard = new List<int>();
        while (heard.Count < context.GetInput<int>())
            heard.Add(await context.WaitForExternalEvent<int>("item"));
        return string.Join(',', heard);
    }

    [Function(nameof(HearsWithin))]
    public static async Task<string> HearsWithin([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            return await context.WaitForExternalEvent<string>("Go", TimeSpan.FromDays(1));
        }
        catch (TaskCanceledException)
        {
            return "heard nothing";
        }
    }

    [Function(nameof(Tells))]
    public static Task Tells([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var told = context.GetInput<string>()!;
        context.SendEvent(told, "Go", new Signal($"from {context.InstanceId}"));
        return Task.CompletedTask;
    }

    [Function(nameof(SaysWhereItIs))]
    public static async Task<string> SaysWhereItIs([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus(new { Step = 1 });
        await context.WaitForExternalEvent<string>("Go");
        context.SetCustomStatus("second");
        await context.WaitForExternalEvent<string>("Go");
        context.SetCustomStatus(null);
        return "done";
    }

    [Function(nameof(CountsDown))]
    public static async Task<string> CountsDown([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var left = context.GetInput<int>();
        if (left == 0)
            return "zero";
        await context.CallActivityAsync<int>("Double", left);
        context.ContinueAsNew(left - 1);
        return "not used";
    }

    /// <summary>Hears "Go" first and leaves what came as "Item" to its next execution, or drops it.</summary>
    [Function(nameof(Carries))]
    public static async Task<string> Carries([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<Carried>()!;
        if (input.IsSecond)
        {
            try
            {
                return await context.WaitForExternalEvent<string>("Item", TimeSpan.FromHours(1));
            }
            catch (TaskCanceledException)
            {
                return "nothing left";
            }
        }
        await context.WaitForExternalEvent<string>("Go");
        context.ContinueAsNew(input with { IsSecond = true }, preserveUnprocessedEvents: input.Keeps);
        return "not used";
    }

    public sealed record Signal(string Word);

    public sealed record Carried(bool Keeps, bool IsSecond = false);
}
