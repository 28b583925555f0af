using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Sakip.Embedded.Clock;

namespace Sakip.Embedded.Engine;

/// <summary>The durable engine; its members arrive with the next commit.</summary>
public sealed class DurableEngine(EngineOptions options, TimeProvider clock, WorkGate gate, ILoggerFactory loggers) : IAsyncDisposable
{
    private readonly object[] given = [options, clock, gate, loggers];

    public DurableTaskClient Client => throw new NotSupportedException(given.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public Task Faulted => throw new NotSupportedException();

    public void AddOrchestrator(string name, OrchestratorInvoker invoker) => throw new NotSupportedException();

    public void AddActivity(string name, ActivityInvoker invoker) => throw new NotSupportedException();

    public Task StartAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task StopAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task<string?> GetMetaAsync(string key) => throw new NotSupportedException();

    public Task SetMetaAsync(string key, string value) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
