using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Sakip.SmallApp.Durable;

/// <summary>Activities one after the other, at once, again; timers; results of every kind.</summary>
public static class Basic
{
    [Function(nameof(Sequence))]
    public static async Task<int> Sequence([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var n = context.GetInput<int>();
        n = await context.CallActivityAsync<int>("Double", n);
        n = await context.CallActivityAsync<int>(nameof(Tasks.Square), n);
#pragma warning disable DURABLE2003 // Names of tasks are compared without case.
        return await context.CallActivityAsync<int>("dOUBLE", n);
#pragma warning restore DURABLE2003
    }

    [Function(nameof(FanOut))]
    public static async Task<int> FanOut([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var squares = Enumerable
            .Range(1, context.GetInput<int>())
            .Select(n => context.CallActivityAsync<int>(nameof(Tasks.Square), n));
        return (await Task.WhenAll(squares)).Sum();
    }

    [Function(nameof(EveryKind))]
    public static async Task<object> EveryKind([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new
        {
            Whispered = await context.CallActivityAsync<string>("Whisper", "\"diam\""),
            Whose = await context.CallActivityAsync<string>(nameof(Tasks.WhoseIsIt), "file"),
            Nothing = await context.CallActivityAsync<string?>(nameof(Tasks.OfNothing), (string?)null),
            Bytes = Convert.ToHexString(await context.CallActivityAsync<byte[]>(nameof(Tasks.Bytes), 4)),
            Length = await context.CallActivityAsync<int>(nameof(Tasks.Length), new string('p', 300_000)),
            Replaying = context.IsReplaying,
        };

    /// <summary>The figure goes in, through an event's, a child's and an activity's message, and out again.</summary>
    [Function(nameof(KeepsFigures))]
    public static async Task<Figure> KeepsFigures([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var raised = await context.WaitForExternalEvent<Figure>("Figure");
        var child = await context.CallSubOrchestratorAsync<Figure>(nameof(Same), raised);
        return child with { Note = context.GetInput<Figure>()!.Amount.ToString(CultureInfo.InvariantCulture) };
    }

    [Function(nameof(Same))]
    public static Task<Figure> Same([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Task.FromResult(context.GetInput<Figure>()!);

    [Function(nameof(Retries))]
    public static Task<string> Retries([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(
            nameof(Tasks.FailsTwice),
            context.InstanceId,
            new TaskOptions(Hourly(attempts: 4))
        );

    [Function(nameof(RetriesInVain))]
    public static Task<string> RetriesInVain([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(Tasks.Break), "never", new TaskOptions(Hourly(attempts: 3)));

    [Function(nameof(TenDays))]
    public static async Task<string> TenDays([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CreateTimer(TimeSpan.FromDays(10), CancellationToken.None);
        await context.CallActivityAsync(nameof(Tasks.Note), $"ten days of {context.InstanceId}");
        return context.CurrentUtcDateTime.ToString("s", CultureInfo.InvariantCulture);
    }

    [Function(nameof(CancelsItsTimer))]
    public static async Task<string> CancelsItsTimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var over = new CancellationTokenSource();
        var timer = context.CreateTimer(TimeSpan.FromDays(1), over.Token);
        var heard = context.WaitForExternalEvent<string>("Go");
        var first = await Task.WhenAny(timer, heard);
        if (first == timer)
            return "too late";
#pragma warning disable CA1849 // Its asynchronous form leaves the orchestrator's thread.
        over.Cancel();
#pragma warning restore CA1849
        return heard.Result;
    }

    [Function(nameof(Deadline))]
    public static async Task Deadline([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CreateTimer(context.GetInput<DateTime>(), CancellationToken.None);
        await context.CallActivityAsync(nameof(Tasks.Note), $"deadline of {context.InstanceId}");
    }

    [Function(nameof(WaitsForSlow))]
    public static Task<string> WaitsForSlow([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(Tasks.TakeTime), context.GetInput<string>());

    /// <summary>Twice the input and twice the next, a timer, an event, a child: the kills are tried on it.</summary>
    [Function(nameof(Everything))]
    public static async Task<int> Everything([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var n = context.GetInput<int>();
        var doubled = await Task.WhenAll(
            context.CallActivityAsync<int>("Double", n),
            context.CallActivityAsync<int>("Double", n + 1)
        );
        await context.CreateTimer(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        var raised = await context.WaitForExternalEvent<int>("Go");
        return doubled.Sum() + await context.CallSubOrchestratorAsync<int>(nameof(Child), raised);
    }

    [Function(nameof(Child))]
    public static Task<int> Child([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<int>("Double", context.GetInput<int>());

    private static RetryPolicy Hourly(int attempts) => new(attempts, TimeSpan.FromHours(1));
}
