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

    private enum NextEvent
    {
        Decided,
        WindowExtended,
        RungReached,
        DeadlineReached,
    }

    /// <summary>The form of release cf4c20f, for the instances that it began.</summary>
    [Function(nameof(Approval))]
    public static async Task<ApprovalOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ApprovalInput>()!;
        var schedule = await context.OpenApproval(input);
        // A cycle that is built again finds steps that are over: nothing is awaited or sent for them.
        if (schedule.IsDecided)
            return await context.CloseApproval(input);

        // REPLAY: one waiter for the decision and one for the next extension; rungs and deadline only race timers against them.
        using var over = new CancellationTokenSource();
        var decided = context.WaitForExternalEvent<DecisionSignal>(
            InstanceIds.Decided(ApprovalPolicy.Of(input.Kind).Step, input.Attempt),
            over.Token
        );
        var window = input.Quarter is null ? null : new ExtensionWaiter(context, input.Extensions, over.Token);
        var rung = 0;
        context.WaitsFor(input.Kind, schedule);
        while (true)
        {
            switch (await Next(context, schedule, rung, decided, window))
            {
                case NextEvent.WindowExtended:
                    window!.Forward();
                    (schedule, rung) = (await context.MoveApproval(input), 0);
                    context.WaitsFor(input.Kind, schedule);
                    break;
                case NextEvent.RungReached:
                    await context.EscalateApproval(new EscalationInput(input, schedule.FirstRung + rung++));
                    break;
                default:
                    var heard = decided.IsCompletedSuccessfully ? (await decided).Trace : null;
                    var outcome = await context.CloseApproval(input with { Trace = heard });
                    if (outcome.Moved is null)
                    {
                        over.Cancel();
                        return outcome;
                    }

                    (schedule, rung) = (outcome.Moved, 0);
                    context.WaitsFor(input.Kind, schedule);
                    break;
            }
        }
    }

    /// <summary>The form of new instances: trouble of storage is outlasted.</summary>
    [Function(V2)]
    public static Task<ApprovalOutcome> RunV2([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Run(new LastingContext(context));

    /// <summary>Waits for what comes first; a timer that lost is cancelled.</summary>
    private static async Task<NextEvent> Next(
        TaskOrchestrationContext context,
        ApprovalSchedule schedule,
        int rung,
        Task decided,
        ExtensionWaiter? window
    )
    {
        if (decided.IsCompleted)
            return NextEvent.Decided;
        var isLast = rung == schedule.EscalateAt.Count;
        using var cancel = new CancellationTokenSource();
        var timer = context.CreateTimer(isLast ? schedule.ClosesAt : schedule.EscalateAt[rung], cancel.Token);
        var moved = window?.Next;
        var first = await (moved is null ? Task.WhenAny(decided, timer) : Task.WhenAny(decided, moved, timer));
        if (first == timer)
            return isLast ? NextEvent.DeadlineReached : NextEvent.RungReached;
        cancel.Cancel();
        return first == moved ? NextEvent.WindowExtended : NextEvent.Decided;
    }
}

/// <summary>Says that a claim row stands. It carries nothing: who hears it reads the row.</summary>
internal sealed record DecisionSignal(string? Step = null, int Attempt = 0, string? Trace = null);
