namespace Sakip.Host.Durable.Store;

/// <summary>One piece of a commit; writing gives back what to do when the writes are durable.</summary>
internal sealed record CommitPart(string Name, Func<StoreWriter, Action> Write, Action<Exception> Fail, WorkToken Work);

/// <summary>The only writer. Nothing of a part is visible before its commit. When the store fails, what is
/// durable is not known, so nothing is written any more until the engine is started again.</summary>
internal sealed class Committer : IDisposable
{
    private const int LargestBatch = 512;

    private readonly BlockingCollection<CommitPart> _waiting = [];
    private readonly StoreWriter _writer;
    private readonly EngineOptions _options;
    private readonly Action<Exception> _onFailure;
    private readonly Thread? _thread;
    private Exception? _failure;

    public Committer(StoreWriter writer, EngineOptions options, Action<Exception> onFailure)
    {
        (_writer, _options, _onFailure) = (writer, options, onFailure);
        if (options.Schedule is not null)
            return;
        _thread = new Thread(CommitAll) { IsBackground = true, Name = "engine commits" };
        _thread.Start();
    }

    public void Submit(CommitPart part)
    {
        try
        {
            _waiting.Add(part);
        }
        catch (InvalidOperationException)
        {
            // It has stopped.
            Refuse(part);
            return;
        }
        _options.Schedule?.Invoke(CommitNext);
    }

    public void Stop(Exception reason)
    {
        Interlocked.CompareExchange(ref _failure, reason, null);
        _waiting.CompleteAdding();
        while (_waiting.TryTake(out var part))
            Refuse(part);
    }

    /// <summary>Closes the store when no commit is under way; to be called after the stop.</summary>
    public void Dispose()
    {
        if (_thread != Thread.CurrentThread)
            _thread?.Join();
        _writer.Dispose();
    }

    private void CommitAll()
    {
        foreach (var first in _waiting.GetConsumingEnumerable())
            Commit(first);
    }

    private void CommitNext()
    {
        if (_waiting.TryTake(out var first))
            Commit(first);
    }

    private void Commit(CommitPart first)
    {
        List<CommitPart> batch = [first];
        while (batch.Count < LargestBatch && _waiting.TryTake(out var part))
            batch.Add(part);
        try
        {
            Write(batch).ForEach(effect => effect());
            batch.ForEach(part => part.Work.Dispose());
        }
        catch (Exception exception)
        {
            Stop(exception);
            _onFailure(exception);
            batch.ForEach(Refuse);
        }
    }

    private List<Action> Write(List<CommitPart> batch)
    {
        List<Action> effects = [];
        string[] names = _options.OnCommit is null ? [] : [.. batch.Select(part => part.Name)];
        _writer.Begin();
        try
        {
            foreach (var part in batch)
                effects.Add(part.Write(_writer));
            _options.OnCommit?.Invoke(false, names);
        }
        catch
        {
            _writer.TryRollback();
            throw;
        }
        _writer.Commit();
        _options.OnCommit?.Invoke(true, names);
        return effects;
    }

    private void Refuse(CommitPart part)
    {
        part.Fail(_failure!);
        part.Work.Dispose();
    }
}
