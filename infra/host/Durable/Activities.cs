namespace Sakip.Host.Durable;

/// <summary>Lets the worker run activities, and delivers their outcomes.</summary>
internal sealed class Activities
{
    private readonly DurableEngine _engine;
    private readonly WorkQueue<(PendingActivity Call, WorkToken Token)> _queue;

    public Activities(DurableEngine engine)
    {
        _engine = engine;
        _queue = new(
            engine.Options.MaximumConcurrentActivities,
            engine.Schedule,
            work => RunAsync(work.Call, engine.Begin(work.Token))
        );
    }

    public void Add(IEnumerable<PendingActivity> calls)
    {
        foreach (var call in calls)
        {
            var token = _engine.Gate.Enter();
            // What is not begun when the engine stops stands in the store and runs after the next start.
            if (!_queue.Add((call, token)))
                token.Dispose();
        }
    }

    public void Stop()
    {
        foreach (var (_, token) in _queue.Stop())
            token.Dispose();
    }

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
        if (await OutcomeAsync(call) is { } outcome)
        {
            var answer = Events.Answer(_engine.Now, call.TaskId, outcome);
            _engine.Instances.Deliver(new Message(call.InstanceId, call.ExecutionId, answer));
        }
        token.Dispose();
    }

    private async Task<ActivityOutcome?> OutcomeAsync(PendingActivity call)
    {
        if (!_engine.Functions.HasActivity(call.Name))
            return new(null, Failures.NoActivity(call.Name));
        try
        {
            var asked = new ActivityCall(call.InstanceId, call.Name, Argument(call.Input));
            var outcome = await _engine.WithWorkerAsync(
                (runner, cancellation) => runner.RunActivityAsync(asked, cancellation)
            );
            var (size, limit) = (
                Encoding.UTF8.GetByteCount(outcome?.Result ?? ""),
                _engine.Options.MaximumMessageBytes
            );
            return size <= limit
                ? outcome
                : new(null, Failures.TooLarge($"The result of activity '{call.Name}'", size, limit));
        }
        catch (Exception exception)
        {
            return new(null, Failures.Of(exception.GetType().FullName!, exception.Message));
        }
    }
}
