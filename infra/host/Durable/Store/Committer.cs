namespace Sakip.Host.Durable.Store;

/// <summary>One piece of a commit; writing gives back what to do when the writes are durable.</summary>
internal sealed record CommitPart(
    string Name,
    Func<StoreWriter, Action> Write,
    Action<Exception> Abort,
    WorkToken Token
);

/// <summary>The only writer. Nothing of a part is visible before its commit. When the store fails, what is
/// durable is not known, so nothing is written any more until the engine is started again.</summary>
internal sealed class Committer : IDisposable
{
    private const int LargestBatch = 512;

    private readonly Lock gate = new();
    private readonly Queue<CommitPart> waiting = [];
    private readonly StoreWriter writer;
    private readonly Action<bool, IReadOnlyList<string>>? watch;
    private readonly Action<Exception> onFailure;
    private readonly Action<Action> schedule;
    private readonly BlockingCollection<Action> work = [];
    private readonly Thread? thread;
    private Exception? failure;
    private bool running;

    public Committer(StoreWriter writer, EngineOptions options, Action<Exception> onFailure)
    {
        (this.writer, this.onFailure, watch) = (writer, onFailure, options.OnCommit);
        schedule = options.Schedule ?? work.Add;
        if (options.Schedule is not null)
            return;
        thread = new Thread(() =>
        {
            foreach (var commit in work.GetConsumingEnumerable())
                commit();
        })
        {
            IsBackground = true,
            Name = "engine commits",
        };
        thread.Start();
    }

    public void Submit(CommitPart part)
    {
        lock (gate)
        {
            if (failure is null)
            {
                waiting.Enqueue(part);
                if (!running)
                    schedule(CommitNext);
                running = true;
                return;
            }
        }
        Refuse([part]);
    }

    public void Stop(Exception reason)
    {
        CommitPart[] refused;
        lock (gate)
        {
            failure ??= reason;
            refused = [.. waiting];
            waiting.Clear();
        }
        Refuse(refused);
    }

    /// <summary>Closes the store when no commit is under way.</summary>
    public void Dispose()
    {
        work.CompleteAdding();
        if (thread != Thread.CurrentThread)
            thread?.Join();
        writer.Dispose();
    }

    private void CommitNext()
    {
        List<CommitPart> batch = [];
        lock (gate)
        {
            while (batch.Count < LargestBatch && waiting.TryDequeue(out var part))
                batch.Add(part);
        }
        try
        {
            foreach (var effect in Write(batch))
                effect();
        }
        catch (Exception exception)
        {
            lock (gate)
                failure ??= exception;
            onFailure(exception);
            Refuse(batch);
            return;
        }
        foreach (var part in batch)
            part.Token.Dispose();
        lock (gate)
        {
            running = waiting.Count > 0;
            if (running)
                schedule(CommitNext);
        }
    }

    private List<Action> Write(List<CommitPart> batch)
    {
        List<Action> effects = [];
        string[] names = watch is null ? [] : [.. batch.Select(part => part.Name)];
        writer.Begin();
        try
        {
            foreach (var part in batch)
                effects.Add(part.Write(writer));
            watch?.Invoke(false, names);
        }
        catch
        {
            writer.TryRollback();
            throw;
        }
        writer.Commit();
        watch?.Invoke(true, names);
        return effects;
    }

    private void Refuse(IEnumerable<CommitPart> parts)
    {
        foreach (var part in parts)
        {
            part.Abort(failure!);
            part.Token.Dispose();
        }
    }
}
