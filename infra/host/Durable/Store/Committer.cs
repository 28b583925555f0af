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

    private readonly Lock _gate = new();
    private readonly Queue<CommitPart> _waiting = [];
    private readonly StoreWriter _writer;
    private readonly Action<bool, IReadOnlyList<string>>? _watch;
    private readonly Action<Exception> _onFailure;
    private readonly Action<Action> _schedule;
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread? _thread;
    private Exception? _failure;
    private bool _running;

    public Committer(StoreWriter writer, EngineOptions options, Action<Exception> onFailure)
    {
        (_writer, _onFailure, _watch) = (writer, onFailure, options.OnCommit);
        _schedule = options.Schedule ?? _work.Add;
        if (options.Schedule is not null)
            return;
        _thread = new Thread(Work) { IsBackground = true, Name = "engine commits" };
        _thread.Start();
    }

    public void Submit(CommitPart part)
    {
        lock (_gate)
        {
            if (_failure is null)
            {
                _waiting.Enqueue(part);
                if (!_running)
                    _schedule(CommitNext);
                _running = true;
                return;
            }
        }
        Refuse([part]);
    }

    public void Stop(Exception reason)
    {
        CommitPart[] refused;
        lock (_gate)
        {
            _failure ??= reason;
            refused = [.. _waiting];
            _waiting.Clear();
        }
        Refuse(refused);
    }

    /// <summary>Closes the store when no commit is under way.</summary>
    public void Dispose()
    {
        _work.CompleteAdding();
        if (_thread != Thread.CurrentThread)
            _thread?.Join();
        _writer.Dispose();
    }

    private void Work()
    {
        foreach (var commit in _work.GetConsumingEnumerable())
            commit();
    }

    private void CommitNext()
    {
        List<CommitPart> batch = [];
        lock (_gate)
        {
            while (batch.Count < LargestBatch && _waiting.TryDequeue(out var part))
                batch.Add(part);
        }
        try
        {
            foreach (var effect in Write(batch))
                effect();
        }
        catch (Exception exception)
        {
            lock (_gate)
                _failure ??= exception;
            _onFailure(exception);
            Refuse(batch);
            return;
        }
        foreach (var part in batch)
            part.Token.Dispose();
        lock (_gate)
        {
            _running = _waiting.Count > 0;
            if (_running)
                _schedule(CommitNext);
        }
    }

    private List<Action> Write(List<CommitPart> batch)
    {
        List<Action> effects = [];
        string[] names = _watch is null ? [] : [.. batch.Select(part => part.Name)];
        _writer.Begin();
        try
        {
            foreach (var part in batch)
                effects.Add(part.Write(_writer));
            _watch?.Invoke(false, names);
        }
        catch
        {
            _writer.TryRollback();
            throw;
        }
        _writer.Commit();
        _watch?.Invoke(true, names);
        return effects;
    }

    private void Refuse(IEnumerable<CommitPart> parts)
    {
        foreach (var part in parts)
        {
            part.Abort(_failure!);
            part.Token.Dispose();
        }
    }
}
