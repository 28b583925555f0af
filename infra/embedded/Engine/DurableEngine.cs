using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine.History;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine;

/// <summary>
/// Runs durable orchestrations in this process over one SQLite file. What it has acknowledged survives a crash at any
/// point; activities run at least once.
/// </summary>
public sealed class DurableEngine : IAsyncDisposable
{
    private readonly Dictionary<string, OrchestratorInvoker> orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActivityInvoker> activities = new(StringComparer.OrdinalIgnoreCase);
    private readonly EngineOptions options;
    private readonly TimeProvider clock;
    private readonly WorkGate gate;
    private readonly ILoggerFactory loggers;
    private EngineRun? run;
    private bool started;

    /// <param name="options">Where the store is and how the engine works.</param>
    /// <param name="clock">The clock of durable timers.</param>
    /// <param name="gate">Counts the engine's queued and running work.</param>
    /// <param name="loggers">Where the engine and replay-safe loggers write.</param>
    public DurableEngine(EngineOptions options, TimeProvider clock, WorkGate gate, ILoggerFactory loggers)
    {
        this.options = options;
        this.clock = clock;
        this.gate = gate;
        this.loggers = loggers;
        Client = new EngineClient(this, options.Converter);
    }

    /// <summary>The client of this engine's instances; it works from start to stop.</summary>
    public DurableTaskClient Client { get; }

    /// <summary>Fails when the store has failed: then the engine has stopped and the process should end.</summary>
    public Task Faulted => Running.Faulted;

    internal EngineRun Running => run ?? throw new InvalidOperationException("The durable engine is not running.");

    /// <exception cref="ArgumentException">There is one of this name.</exception>
    public void AddOrchestrator(string name, OrchestratorInvoker invoker) => orchestrators.Add(name, invoker);

    /// <exception cref="ArgumentException">There is one of this name.</exception>
    public void AddActivity(string name, ActivityInvoker invoker) => activities.Add(name, invoker);

    /// <summary>Opens or creates the store; values can be read and stored, but nothing runs before the start.</summary>
    /// <exception cref="EngineDatabaseException">
    /// The store is damaged, foreign, of another version or in use.
    /// </exception>
    public void Open()
    {
        if (run is not null) throw new InvalidOperationException("The durable engine is open.");
        run = new EngineRun(options, clock, gate, loggers, orchestrators, activities);
    }

    /// <summary>Opens the store unless that was done, and takes up what was under way.</summary>
    /// <exception cref="EngineDatabaseException">
    /// The store is damaged, foreign, of another version or in use.
    /// </exception>
    public Task StartAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (started) throw new InvalidOperationException("The durable engine is running.");
        if (run is null) Open();
        started = true;
        Running.Resume();
        return Task.CompletedTask;
    }

    /// <summary>
    /// Begins nothing new, finishes running turns and activities within the token, and closes the store.
    /// </summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (run is null) return;
        await run.StopAsync(ct);
        run = null;
        started = false;
    }

    /// <summary>A value that the host stored beside the instances, or null.</summary>
    public Task<string?> GetMetaAsync(string key) => Task.FromResult(Running.Readers.Read(reader => reader.Meta(key)));

    /// <summary>Stores a small value beside the instances; durable when the task completes.</summary>
    public Task SetMetaAsync(string key, string value) => Running.SubmitAsync<bool>($"{key} {value}", writer =>
    {
        writer.SetMeta(key, value);
        return (true, () => { });
    });

    /// <summary>The first instant for which an instance waits, or null.</summary>
    public DateTimeOffset? NextDeadline() => Running.Readers.Read(reader => reader.Waits()
        .SelectMany(waits => HistoryJson.ReadWaits(waits))
        .Min(wait => wait.Due) is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : (DateTimeOffset?)null);

    /// <summary>The history of an instance as JSON, or null if there is no such instance.</summary>
    public Task<string?> ExportHistoryAsync(string instanceId) => Task.FromResult(Running.Readers.Read(
        reader => reader.Instance(instanceId) is { } row
            ? HistoryJson.Write(new ExportedHistory(row.Id, row.Name, reader.History(row.Number)))
            : null));

    /// <summary>
    /// Removes the instances that finished before a time, in pages, each after its history was archived.
    /// </summary>
    /// <param name="before">The time, on the engine's clock.</param>
    /// <param name="archive">
    /// Gets the instance id and the history as JSON; it may get the same one again after a crash.
    /// </param>
    /// <param name="ct">Ends the purge between two instances.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> PurgeFinishedAsync(
        DateTimeOffset before, Func<string, string, CancellationToken, Task> archive, CancellationToken ct)
    {
        var finished = new InstanceFilter(UpdatedTo: before, Statuses: InstanceRow.FinalStatuses);
        var (count, _) = await new Purge(Running, finished).RunAsync(archive, ct);
        ct.ThrowIfCancellationRequested();
        return count;
    }

    /// <summary>Stops without waiting for running work, which runs again after the next start.</summary>
    public ValueTask DisposeAsync()
    {
        run?.Dispose();
        run = null;
        started = false;
        return ValueTask.CompletedTask;
    }
}
