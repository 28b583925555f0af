using Sakip.Embedded.Clock;

namespace Sakip.Embedded.Engine.Store;

/// <summary>One piece of a commit.</summary>
/// <param name="Name">Says what it is; the same after a crash.</param>
/// <param name="Write">Writes, and gives back what to do when the writes are durable.</param>
/// <param name="Abort">Told instead when the store has failed.</param>
/// <param name="Token">Counts the piece as work until its effects are out.</param>
internal sealed record CommitPart(
    string Name,
    Func<StoreWriter, Action> Write,
    Action<Exception> Abort,
    WorkToken Token);

/// <summary>
/// The only writer. Parts that wait are committed together; nothing of a part is visible before its commit. When the
/// store fails it is not known what is durable, so nothing is written any more until the engine is started again.
/// </summary>
internal sealed class Committer(
    StoreWriter writer, IDispatcher dispatcher, int largestBatch, CommitWatch? watch, Action<Exception> onFailure)
{
    private readonly Lock gate = new();
    private readonly Queue<CommitPart> waiting = [];
    private Exception? failure;
    private bool running;

    public void Submit(CommitPart part)
    {
        Exception failed;
        lock (gate)
        {
            if (failure is null)
            {
                waiting.Enqueue(part);
                if (!running) dispatcher.Commit(CommitNext);
                running = true;
                return;
            }
            failed = failure;
        }
        Refuse([part], failed);
    }

    /// <summary>Refuses everything that waits or comes later.</summary>
    public void Stop(Exception reason)
    {
        List<CommitPart> refused;
        lock (gate)
        {
            failure ??= reason;
            refused = [.. waiting];
            waiting.Clear();
        }
        Refuse(refused, reason);
    }

    private void CommitNext()
    {
        List<CommitPart> batch = [];
        lock (gate)
        {
            while (batch.Count < largestBatch && waiting.TryDequeue(out var part)) batch.Add(part);
        }
        try
        {
            foreach (var effect in Write(batch)) effect();
        }
        catch (Exception exception)
        {
            Fail(batch, exception);
            return;
        }
        foreach (var part in batch) part.Token.Dispose();
        lock (gate)
        {
            running = waiting.Count > 0;
            if (running) dispatcher.Commit(CommitNext);
        }
    }

    private List<Action> Write(List<CommitPart> batch)
    {
        List<Action> effects = [];
        string[] names = watch is null ? [] : [.. batch.Select(part => part.Name)];
        writer.Begin();
        try
        {
            foreach (var part in batch) effects.Add(part.Write(writer));
            watch?.Invoke(StoreMoment.BeforeEffect, names);
        }
        catch
        {
            writer.TryRollback();
            throw;
        }
        writer.Commit();
        watch?.Invoke(StoreMoment.AfterEffect, names);
        return effects;
    }

    private void Fail(List<CommitPart> batch, Exception exception)
    {
        lock (gate) failure ??= exception;
        onFailure(exception);
        Refuse(batch, exception);
    }

    private static void Refuse(List<CommitPart> parts, Exception failure)
    {
        foreach (var part in parts)
        {
            part.Abort(failure);
            part.Token.Dispose();
        }
    }
}
