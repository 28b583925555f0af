using System.Collections.Concurrent;

namespace Sakip.Embedded.Engine;

/// <summary>Where the engine's work runs. A simulation puts its own in place and decides what runs when.</summary>
internal interface IDispatcher : IDisposable
{
    void Turn(Action work);

    void Activity(Action work);

    /// <summary>Runs commits one after the other, on one thread.</summary>
    void Commit(Action work);
}

/// <summary>Turns and activities on the thread pool, commits on a thread of their own.</summary>
internal sealed class ThreadDispatcher : IDispatcher
{
    private readonly BlockingCollection<Action> commits = [];
    private readonly Thread committing;

    public ThreadDispatcher()
    {
        committing = new Thread(RunCommits) { IsBackground = true, Name = "engine commits" };
        committing.Start();
    }

    public void Turn(Action work) => ThreadPool.UnsafeQueueUserWorkItem(_ => work(), null);

    public void Activity(Action work) => ThreadPool.UnsafeQueueUserWorkItem(_ => work(), null);

    public void Commit(Action work) => commits.Add(work);

    /// <summary>Returns when no commit is under way.</summary>
    public void Dispose()
    {
        commits.CompleteAdding();
        if (Thread.CurrentThread != committing) committing.Join();
    }

    private void RunCommits()
    {
        foreach (var work in commits.GetConsumingEnumerable()) work();
    }
}
