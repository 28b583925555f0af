using System.ComponentModel.DataAnnotations;
using Azure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sakip.Functions.Storage;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Home;

/// <summary>Limits of <c>/health/ready</c>: section "Health".</summary>
internal sealed class HealthOptions
{
    public const string Section = "Health";

    /// <summary>How far the machine's clock may be from that of the storage service.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:15:00")]
    public TimeSpan LargestDrift { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long storage may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);
}

/// <param name="DriftSeconds">How far ahead of the storage service's clock the machine's is; null where it is not known.</param>
internal sealed record Readiness(string Status, string Tables, string Blobs, string Clock, double? DriftSeconds)
{
    public string Version => AppVersion.Text;

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsReady => Status == "ready";
}

/// <summary>
/// Asks both services of the office's account and compares clocks. Everybody may ask, so storage is asked at most once
/// in two seconds.
/// </summary>
internal sealed partial class ReadinessCheck(
    OfficeStorage storage,
    StorageSetup setup,
    IOptions<HealthOptions> options,
    ILogger<ReadinessCheck> log,
    TimeProvider machine
) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (DateTimeOffset At, Readiness Seen)? _last;

    public async Task<Readiness> LookAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_last is { } last && machine.GetUtcNow() - last.At < Fresh)
                return last.Seen;
            var seen = await AskAsync(cancellation);
            _last = (machine.GetUtcNow(), seen);
            return seen;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>How far ahead our clock is: the service's second began somewhere between its own and the next.</summary>
    public static TimeSpan Drift(DateTimeOffset asked, DateTimeOffset answered, DateTimeOffset theirs)
    {
        if (asked > theirs.AddSeconds(1))
            return asked - theirs.AddSeconds(1);
        return answered < theirs ? answered - theirs : TimeSpan.Zero;
    }

    private async Task<Readiness> AskAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Value.Patience);
        var tables = AnswerAsync("tables", TablesAsync, limit.Token, cancellation);
        var blobs = AnswerAsync("blobs", BlobsAsync, limit.Token, cancellation);
        TimeSpan?[] drifts = [await tables, await blobs];
        TimeSpan? drift = drifts
            .Where(one => one is not null)
            .OrderByDescending(one => one!.Value.Duration())
            .FirstOrDefault();
        var clockIsRight = drift is { } far && far.Duration() <= options.Value.LargestDrift;
        return new Readiness(
            clockIsRight && setup.IsDone && drifts.All(one => one is not null) ? "ready" : "not-ready",
            Word(drifts[0] is not null),
            Word(drifts[1] is not null),
            drift is null ? "unknown"
                : clockIsRight ? "ok"
                : "drifting",
            drift is null ? null : Math.Round(drift.Value.TotalSeconds, 1)
        );
    }

    // The drift that the answer shows; null when there was none.
    private async Task<TimeSpan?> AnswerAsync(
        string service,
        Func<CancellationToken, Task<Response>> ask,
        CancellationToken limit,
        CancellationToken cancellation
    )
    {
        try
        {
            var asked = machine.GetUtcNow();
            var answer = await ask(limit);
            return answer.Headers.Date is { } theirs ? Drift(asked, machine.GetUtcNow(), theirs) : TimeSpan.Zero;
        }
        catch (Exception failure)
            when (failure
                    is RequestFailedException
                        or OperationCanceledException
                        or AggregateException
                        or Azure.Identity.AuthenticationFailedException
                && !cancellation.IsCancellationRequested
            )
        {
            LogNotReady(service, failure.GetType().Name);
            return null;
        }
    }

    private async Task<Response> TablesAsync(CancellationToken cancellation)
    {
        var rows = storage.Years.QueryAsync<OfficeYearRow>(
            $"PartitionKey eq '{OfficeYearRow.Partition}'",
            maxPerPage: 1,
            ["RowKey"],
            cancellation
        );
        await foreach (var page in rows.AsPages().WithCancellation(cancellation))
            return page.GetRawResponse();
        throw new RequestFailedException("Tables gave no page.");
    }

    private async Task<Response> BlobsAsync(CancellationToken cancellation) =>
        (await storage.Documents.GetPropertiesAsync(cancellationToken: cancellation)).GetRawResponse();

    private static string Word(bool answered) => answered ? "ok" : "unreachable";

    [LoggerMessage(
        EventIds.StorageServiceSilent,
        LogLevel.Warning,
        "Storage service {Service} does not answer: {Reason}."
    )]
    private partial void LogNotReady(string service, string reason);
}
