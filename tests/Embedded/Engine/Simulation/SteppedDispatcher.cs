using Sakip.Embedded.Engine;

namespace Sakip.Tests.Embedded.Engine.Simulation;

/// <summary>Keeps the engine's work until the simulation lets a piece of it run, in whatever order.</summary>
internal sealed class SteppedDispatcher : IDispatcher
{
    private readonly List<Action> ready = [];

    public int Ready => ready.Count;

    public void Turn(Action work) => ready.Add(work);

    public void Activity(Action work) => ready.Add(work);

    public void Commit(Action work) => ready.Add(work);

    public void RunOne(int index)
    {
        var work = ready[index];
        ready.RemoveAt(index);
        work();
    }

    public void Dispose() => ready.Clear();
}
