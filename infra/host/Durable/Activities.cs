namespace Sakip.Host.Durable;

/// <summary>Lets the worker run activities, and delivers their outcomes.</summary>
internal sealed class Activities(DurableEngine engine)
{
    private readonly WorkQueue _queue = new(engine.Options.MaximumConcurrentActivities, engine.Schedule);

    /// <summary>What is not begun when the engine stops stands in the store and runs after the next start.</summary>
    public void Add(IEnumerable<PendingActivity> calls)
    {
        foreach (var call in calls)
        {
            var token = engine.Gate.Enter();
            _queue.Add(() => RunAsync(call, engine.Begin(token)), token);
        }
    }

    public void Stop() => _queue.Stop();

    /// <summary>The JSON of the one argument, which the orchestrator's action holds as an array of one.</summary>
    private static string? Argument(string? input)
    {
        var text = input?.Trim();
        if (text is ['[', .. var argument, ']'])
            text = argument.Trim();
        return text is "null" or "" ? null : text;
    }

    private async Task RunAsync(PendingActivity call, WorkToken token)
    {
        using var running = token;
        if (await OutcomeAsync(call) is not { } outcome)
            return;
        var answer = Events.Answer(engine.Now, call.TaskId, outcome);
        engine.Instances.Deliver(new Message(call.InstanceId, call.ExecutionId, answer));
    }

    private async Task<ActivityOutcome?> OutcomeAsync(PendingActivity call)
    {
        if (!engine.Functions.Activities.Contains(call.Name))
            return new(null, Failures.NoActivity(call.Name));
        try
        {
            var asked = new ActivityCall(call.InstanceId, call.Name, Argument(call.Input));
            return await engine.WithWorkerAsync((runner, stop) => runner.RunActivityAsync(asked, stop));
        }
        catch (Exception exception)
        {
            return new(null, Failures.Of(exception.GetType().FullName!, exception.Message));
        }
    }
}
