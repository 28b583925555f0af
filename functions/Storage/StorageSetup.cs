using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Storage;

/// <summary>
/// Makes the tables and containers, and seals old audit chains, before the first function runs. Where storage is away the
/// app starts all the same and is not ready: what is missing is made as soon as storage answers. What time does not mend
/// ends the start.
/// </summary>
internal sealed partial class StorageSetup(
    OfficeStorage storage,
    AuditStart audit,
    IHostApplicationLifetime app,
    ILogger<StorageSetup> log
) : IHostedService, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _over = new();
    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _making = Task.CompletedTask;

    /// <summary>Whether all is there that a function expects.</summary>
    public bool IsDone { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _making = MakeAsync(_over.Token);
        await Task.WhenAny(_making, _tried.Task, Task.Delay(Patience, cancellationToken));
        if (_making.IsCompleted)
            await _making;
        else
            _ = EndWithAsync(_making);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _over.CancelAsync();

    public void Dispose() => _over.Dispose();

    private async Task MakeAsync(CancellationToken cancellation)
    {
        for (var wait = FirstWait; ; wait = wait < LongestWait / 2 ? wait * 2 : LongestWait)
        {
            try
            {
                await storage.CreateAsync(cancellation);
                await audit.RunAsync(cancellation);
                IsDone = true;
                return;
            }
            catch (Exception failure) when (ActivityFaults.IsAway(failure) && !cancellation.IsCancellationRequested)
            {
                LogAway(ActivityFaults.Lean(failure).Message);
            }

            _tried.TrySetResult();
            await Task.Delay(wait, cancellation);
        }
    }

    // The app runs already: it ends as it would have ended at its start.
    private async Task EndWithAsync(Task making)
    {
        try
        {
            await making;
        }
        catch (OperationCanceledException)
        {
            // The app ends.
        }
        catch (Exception failure)
        {
            LogRefused(failure);
            app.StopApplication();
        }
    }

    [LoggerMessage(
        EventIds.StorageAwayAtStart,
        LogLevel.Warning,
        "Storage is away while the app starts; it is tried again: {Reason}"
    )]
    private partial void LogAway(string reason);

    [LoggerMessage(
        EventIds.StorageRefusedAtStart,
        LogLevel.Critical,
        "Tables and containers cannot be made: the app ends."
    )]
    private partial void LogRefused(Exception failure);
}
