namespace Sakip.Host.Durable;

internal sealed partial class DurableEngine
{
    private const int PurgePage = 200;

    public Task<string?> GetMetaAsync(string key) => Task.FromResult(Read(reader => reader.Meta(key)));

    /// <summary>Stores a small value beside the instances; durable when the task completes.</summary>
    public Task SetMetaAsync(string key, string value) =>
        SubmitAsync($"{key} {value}", writer => (writer.SetMeta(key, value), (Action?)null));

    /// <summary>The instant of the first durable timer, cancelled or not, or null.</summary>
    public DateTimeOffset? NextDeadline() =>
        Read(reader => reader.FirstTimer()) is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null;

    /// <summary>Removes instances, once their histories are archived: after a crash once more.</summary>
    public async Task<(int Count, bool IsComplete)> PurgeAsync(
        InstanceFilter filter,
        Func<string, string, CancellationToken, Task>? archive,
        CancellationToken cancellation
    )
    {
        var (count, after) = (0, 0L);
        while (!cancellation.IsCancellationRequested)
        {
            var page = Read(reader => reader.Instances(filter, after, PurgePage));
            foreach (var row in page)
            {
                if (archive is not null)
                    await archive(row.Id, Read(reader => reader.Export(row)), cancellation);
            }
            // An instance of the same id may have been started since.
            count += await SubmitAsync(
                "purge",
                to => (page.Count(row => to.Find(row.Id)?.Number == row.Number && to.Remove(row.Number)), (Action?)null)
            );
            if (page.Count < PurgePage)
                return (count, true);
            after = page[^1].Number;
        }
        return (count, false);
    }

    /// <summary>From now on what waits or ends unfinished is left to the next start.</summary>
    public void BeginNothing()
    {
        _draining.Cancel();
        _timers.Dispose();
        _activities.Stop();
    }

    /// <summary>Begins nothing new, finishes turns and activities within the token, and closes the store.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        BeginNothing();
        await Task.WhenAny(_inFlight.WhenIdleAsync(cancellation), Faulted);
        if (_inFlight.Running > 0 && !Faulted.IsFaulted)
            LogCutOff(_inFlight.Running);
        await DisposeAsync();
    }

    /// <summary>Ends at once, as a crash would: what is not committed is lost and what runs is run again.</summary>
    public ValueTask DisposeAsync()
    {
        if (_stopped)
            return ValueTask.CompletedTask;
        _stopped = true;
        BeginNothing();
        _stopping.Cancel();
        _committer?.Stop(NotRunning());
        // The last to close folds the write-ahead log into the file, which a reader cannot.
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        _committer?.Dispose();
        Watch.Fail(NotRunning());
        _ownership?.Dispose();
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(EventIds.WorkCutOff, LogLevel.Warning, "{Count} turns or activities run again after the next start")]
    private partial void LogCutOff(int count);
}
