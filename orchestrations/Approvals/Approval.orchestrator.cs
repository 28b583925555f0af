using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>
/// One person's step: the link goes out, the ladder of escalations runs, the decision comes as one event or the
/// deadline closes the step. Whoever wakes it, the claim row decides. An extension of the window moves its dates.
/// </summary>
internal static class Approval
{
    public const string V2 = nameof(Approval) + "_v2";

    /// <summary>The form of release cf4c20f, for the instances that it began.</summary>
    [Function(nameof(Approval))]
    public static async Task<ApprovalOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ApprovalInput>()!;
        var step = ApprovalPolicy.Of(input.Kind).Step;
        var schedule = await context.CallActivityAsync<ApprovalSchedule>(
            nameof(ApprovalActivities.OpenApproval),
            input,
            Retries.Storage
        );

        // A cycle that is built again finds steps that are over: nothing is awaited or sent for them.
        if (schedule.IsDecided)
        {
            return await context.CallActivityAsync<ApprovalOutcome>(
                nameof(ApprovalActivities.CloseApproval),
                input,
                Retries.Storage
            );
        }

        // REPLAY: one waiter for the decision and one for the next extension; rungs and deadline only race timers against them.
        using var over = new CancellationTokenSource();
        var decided = context.WaitForExternalEvent<DecisionSignal>(
            InstanceIds.Decided(step, input.Attempt),
            over.Token
        );
        var window = input.Quarter is null ? null : new ExtensionWaiter(context, input.Extensions, over.Token);

        for (var rung = 0; ; )
        {
            var isLast = rung == schedule.EscalateAt.Count;
            var first = await context.FirstBy(
                isLast ? schedule.ClosesAt : schedule.EscalateAt[rung],
                decided,
                window?.Next
            );
            if (first is not null && first == window?.Next)
            {
                window.Forward();
                schedule = await context.CallActivityAsync<ApprovalSchedule>(
                    nameof(ApprovalActivities.MoveApproval),
                    input,
                    Retries.Storage
                );
                rung = 0;
            }
            else if (first is null && !isLast)
            {
                var escalation = new EscalationInput(input, schedule.FirstRung + rung++);
                await context.CallActivityAsync(
                    nameof(ApprovalActivities.EscalateApproval),
                    escalation,
                    Retries.Storage
                );
            }
            else
            {
                var heard = decided.IsCompletedSuccessfully ? (await decided).Trace : null;
                var outcome = await context.CallActivityAsync<ApprovalOutcome>(
                    nameof(ApprovalActivities.CloseApproval),
                    input with
                    {
                        Trace = heard,
                    },
                    Retries.Storage
                );
                if (outcome.Moved is null)
                {
                    over.Cancel();
                    return outcome;
                }

                (schedule, rung) = (outcome.Moved, 0);
            }
        }
    }

    /// <summary>The form of new instances: trouble of storage is outlasted.</summary>
    [Function(V2)]
    public static Task<ApprovalOutcome> RunV2([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Run(new LastingContext(context));

    public static Task<ApprovalOutcome> Ask(this TaskOrchestrationContext context, ApprovalInput input)
    {
        var step = ApprovalPolicy.Of(input.Kind).Step;
        var id = InstanceIds.Approval(Subject.Parse(input.Subject)!, step, input.Attempt);
        return context.CallSubOrchestratorAsync<ApprovalOutcome>(
            nameof(Approval),
            input,
            new SubOrchestrationOptions(instanceId: id)
        );
    }

    /// <summary>Waits until a deadline. The task that came first, or null for the deadline; the loser's timer is cancelled.</summary>
    private static async Task<Task?> FirstBy(
        this TaskOrchestrationContext context,
        DateTime deadline,
        Task decided,
        Task? moved
    )
    {
        if (decided.IsCompleted)
            return decided;
        using var cancel = new CancellationTokenSource();
        var timer = context.CreateTimer(deadline, cancel.Token);
        var first = await (moved is null ? Task.WhenAny(decided, timer) : Task.WhenAny(decided, moved, timer));
        if (first == timer)
            return null;
        cancel.Cancel();
        return first;
    }
}

/// <summary>Says that a claim row stands. It carries nothing: who hears it reads the row.</summary>
internal sealed record DecisionSignal(string? Step = null, int Attempt = 0, string? Trace = null);
