namespace Sakip.Tests.Host.Durable.Simulation;

/// <summary>Keeps the engine's work until the simulation lets a piece of it run, in whatever order.</summary>
internal sealed class SteppedWork
{
    private readonly List<Action> ready = [];

    public int Ready => ready.Count;

    public void Add(Action work) => ready.Add(work);

    public void RunOne(int index)
    {
        var work = ready[index];
        ready.RemoveAt(index);
        work();
    }
}
