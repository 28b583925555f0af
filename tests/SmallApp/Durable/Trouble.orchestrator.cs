using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Sakip.SmallApp.Durable;

/// <summary>Failures of activities and children, and orchestrators that break the rules.</summary>
public static class Trouble
{
    [Function(nameof(TellsOfAFailure))]
    public static async Task<object> TellsOfAFailure([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            return await context.CallActivityAsync<string>(context.GetInput<string>()!, "unit 7");
        }
        catch (TaskFailedException failed)
        {
            return Told(failed);
        }
    }

    [Function(nameof(Fails))]
    public static Task<string> Fails([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(Tasks.Break), "unit 8");

    [Function(nameof(FailsByItself))]
    public static string FailsByItself([OrchestrationTrigger] TaskOrchestrationContext context) =>
        throw new NoSuchUnitException($"unit of {context.InstanceId}", new TimeoutException("the cause"));

    /// <summary>Calls the child that its input names, as {own id}:child, and tells how it ended.</summary>
    [Function(nameof(Parent))]
    public static async Task<object> Parent([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            return await context.CallSubOrchestratorAsync<object>(
                context.GetInput<string>()!,
                7,
                new SubOrchestrationOptions(instanceId: $"{context.InstanceId}:child")
            );
        }
        catch (TaskFailedException failed)
        {
            return Told(failed);
        }
    }

    [Function(nameof(ParentOfUnnamed))]
    public static async Task<string> ParentOfUnnamed([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var children = await Task.WhenAll(
            context.CallSubOrchestratorAsync<string>(nameof(WhoAmI)),
            context.CallSubOrchestratorAsync<string>(nameof(WhoAmI))
        );
        return string.Join(',', children);
    }

    [Function(nameof(WhoAmI))]
    public static Task<string> WhoAmI([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Task.FromResult($"{context.InstanceId} of {context.Parent?.InstanceId}");

    [Function(nameof(Guids))]
    public static async Task<object> Guids([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var first = context.NewGuid();
        var at = context.CurrentUtcDateTime;
        await context.CallActivityAsync<int>("Double", 1);
        return new
        {
            At = at.ToString("o", CultureInfo.InvariantCulture),
            First = first,
            Second = context.NewGuid(),
        };
    }

    /// <summary>Takes another way when the test says so: what no orchestrator may do.</summary>
    [Function(nameof(ChangesItsMind))]
    public static async Task<string> ChangesItsMind([OrchestrationTrigger] TaskOrchestrationContext context)
    {
#pragma warning disable DURABLE0006 // The rule that is broken here on purpose.
        var changed = File.Exists(Path.Combine(Environment.GetEnvironmentVariable("Desk")!, "changed-mind"));
#pragma warning restore DURABLE0006
        var note = $"{(changed ? "changed" : "first")} mind of {context.InstanceId}";
        if (changed)
            await context.CallSubOrchestratorAsync<string>(nameof(WhoAmI));
        else
            await context.CallActivityAsync(nameof(Tasks.Note), note);
        await context.WaitForExternalEvent<string>("Go");
        return note;
    }

    [Function(nameof(AwaitsATask))]
    public static async Task<string> AwaitsATask([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        // What ends at all could have ended, on a busy machine, before anybody looked.
#pragma warning disable DURABLE0003, DURABLE0004 // The rule that is broken here on purpose.
        await Task.Delay(Timeout.Infinite);
#pragma warning restore DURABLE0003, DURABLE0004
        return context.InstanceId;
    }

    private static object Told(TaskFailedException failed) =>
        new
        {
            failed.TaskName,
            failed.Message,
            failed.FailureDetails?.ErrorType,
            failed.FailureDetails?.ErrorMessage,
            Inner = failed.FailureDetails?.InnerFailure?.ErrorType,
            IsArgument = failed.FailureDetails?.IsCausedBy<ArgumentException>(),
        };
}
