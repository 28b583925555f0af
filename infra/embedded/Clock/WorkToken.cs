namespace Sakip.Embedded.Clock;

/// <summary>One piece of work counted by a <see cref="WorkGate"/>; disposing it again does nothing.</summary>
public sealed class WorkToken : IDisposable
{
    private WorkGate? gate;

    internal WorkToken(WorkGate gate) => this.gate = gate;

    public void Dispose() => Interlocked.Exchange(ref gate, null)?.Leave();
}
