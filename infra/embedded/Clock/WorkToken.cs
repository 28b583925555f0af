namespace Sakip.Embedded.Clock;

/// <summary>One piece of work counted by a <see cref="WorkGate"/>; disposing it again does nothing.</summary>
public sealed class WorkToken : IDisposable
{
    private readonly WorkToken? elsewhere;
    private WorkGate? gate;

    internal WorkToken(WorkGate gate, WorkToken? elsewhere)
    {
        this.gate = gate;
        this.elsewhere = elsewhere;
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref gate, null)?.Leave();
        elsewhere?.Dispose();
    }
}
