using Microsoft.DurableTask;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine.History;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine;

/// <summary>Runs activities, a limited number at a time, and delivers their outcomes.</summary>
internal sealed class ActivityPump(
    IReadOnlyDictionary<string, ActivityInvoker> activities,
    DataConverter converter,
    int mostAtOnce,
    IDispatcher dispatcher,
    WorkGate gate,
    WorkGate inFlight,
    Action<Delivery> deliver) : IDisposable
{
    private readonly Lock access = new();
    private readonly Queue<(PendingActivity Call, WorkToken Token)> waiting = [];
    private readonly CancellationTokenSource stopping = new();
    private int running;
    private bool stopped;

    public void Add(IEnumerable<PendingActivity> calls)
    {
        foreach (var call in calls)
        {
            lock (access)
            {
                // What is not begun when the engine stops stands in the store and runs after the next start.
                if (stopped) return;
                waiting.Enqueue((call, gate.Enter()));
                if (running == mostAtOnce) continue;
                running++;
            }
            dispatcher.Activity(RunNext);
        }
    }

    /// <summary>Begins nothing more.</summary>
    public void Stop()
    {
        List<WorkToken> left;
        lock (access)
        {
            stopped = true;
            left = [.. waiting.Select(entry => entry.Token)];
            waiting.Clear();
        }
        foreach (var token in left) token.Dispose();
    }

    /// <summary>Tells running activities that nobody waits for them any more.</summary>
    public void Cancel() => stopping.Cancel();

    public void Dispose() => stopping.Dispose();

    private void RunNext()
    {
        (PendingActivity Call, WorkToken Token) next;
        lock (access)
        {
            if (!waiting.TryDequeue(out next))
            {
                running--;
                return;
            }
        }
        _ = RunAsync(next.Call, inFlight.Enter(next.Token));
    }

    private async Task RunAsync(PendingActivity call, WorkToken token)
    {
        if (await OutcomeAsync(call) is { } outcome)
        {
            deliver(new Delivery(call.InstanceId, new Message(0, call.ExecutionId, outcome)));
        }
        token.Dispose();
        dispatcher.Activity(RunNext);
    }

    private async Task<OutcomeEvent?> OutcomeAsync(PendingActivity call)
    {
        if (!activities.TryGetValue(call.Name, out var invoker))
        {
            return new TaskFailed(call.TaskId, Failure.NoActivity(call.Name));
        }
        try
        {
            var input = call.Input[1..^1];
            var result = await invoker(
                new ActivityCall(call.Name, call.InstanceId, call.TaskId, input == "null" ? null : input),
                stopping.Token);
            return new TaskCompleted(call.TaskId, converter.Serialize(result));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            return new TaskFailed(call.TaskId, Failure.From(exception));
        }
    }
}
