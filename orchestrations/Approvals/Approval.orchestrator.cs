using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>
/// One person's step: the link goes out, the ladder of escalations runs, the decision comes as one event or the
/// deadline closes the step. Whoever wakes it, the claim row decides.
/// </summary>
public static class Approval
{
    [Function(nameof(Approval))]
    public static async Task<ApprovalOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ApprovalInput>()!;
        var step = ApprovalPolicy.Of(input.Kind).Step;
        var schedule = await context.CallActivityAsync<ApprovalSchedule>(nameof(ApprovalActivities.OpenApproval), input, Retries.Storage);

        // REPLAY: one waiter for the whole step; the rungs of the ladder only race timers against it.
        using var over = new CancellationTokenSource();
        var decided = context.WaitForExternalEvent<DecisionSignal>(InstanceIds.Decided(step, input.Attempt), over.Token);

        for (var rung = 0; rung < schedule.EscalateAt.Count; rung++)
        {
            if (await context.ArrivesBy(schedule.EscalateAt[rung], decided)) break;
            var escalation = new EscalationInput(input, rung);
            await context.CallActivityAsync(nameof(ApprovalActivities.EscalateApproval), escalation, Retries.Storage);
        }

        await context.ArrivesBy(schedule.ClosesAt, decided);
        over.Cancel();
        return await context.CallActivityAsync<ApprovalOutcome>(nameof(ApprovalActivities.CloseApproval), input, Retries.Storage);
    }

    public static Task<ApprovalOutcome> Ask(this TaskOrchestrationContext context, ApprovalInput input)
    {
        var step = ApprovalPolicy.Of(input.Kind).Step;
        var id = InstanceIds.Approval(SubjectRef.Parse(input.Subject)!, step, input.Attempt);
        return context.CallSubOrchestratorAsync<ApprovalOutcome>(
            nameof(Approval), input, new SubOrchestrationOptions(instanceId: id));
    }

    /// <summary>Waits for the task until a deadline. True when the task came first; the loser's timer is cancelled.</summary>
    public static async Task<bool> ArrivesBy(this TaskOrchestrationContext context, DateTime deadline, Task task)
    {
        if (task.IsCompleted) return true;
        using var cancel = new CancellationTokenSource();
        var timer = context.CreateTimer(deadline, cancel.Token);
        var first = await Task.WhenAny(task, timer);
        if (first == timer) return false;
        cancel.Cancel();
        return true;
    }
}

/// <summary>Says that a claim row stands. It carries nothing: who hears it reads the row.</summary>
public sealed record DecisionSignal(string? Step = null, int Attempt = 0);
