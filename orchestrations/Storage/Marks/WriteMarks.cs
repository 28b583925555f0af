using System.Collections.Concurrent;
using System.Diagnostics;
using Azure;
using Azure.Data.Tables;

namespace Sakip.Storage;

/// <summary>Says that a process writes in a place; retention removes it when nobody can still ask for it.</summary>
internal sealed class MarkRow : Row
{
    public const string Partition = "written";

    public string Place { get; set; } = "";
    public string By { get; set; } = "";
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>
/// Tells other processes that this one writes in a place, and knows in which places others do. A mark stands before the
/// write that it announces and is good for all writes of the next minute, so that a busy office costs one more call a
/// minute. What has changed in all offices since the last look is one question.
/// </summary>
/// <param name="table">Where marks stand; asked for at the first of them.</param>
internal sealed class WriteMarks(Func<TableClient> table)
{
    /// <summary>How long a mark is good for.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long after a mark what it announced may take effect: its window, the tries of a call, and what the clocks of
    /// two answers differ by.
    /// </summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromMinutes(3);

    /// <summary>How long a mark is kept: as long as anybody remembers what was read before it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(8);

    // A look that hangs does not keep the next one.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    // Answers name their second.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    private readonly string _me = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, Marking> _marked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _others = new(StringComparer.Ordinal);
    private readonly Lock _access = new();

    private Task _look = Task.CompletedTask;
    private Task? _next;
    private long _lookedAt = long.MinValue;
    private DateTimeOffset _known;

    private sealed record Marking(long At, Lazy<Task> Done);

    /// <summary>Announces a write in a place; it may begin when this has ended.</summary>
    public Task MarkAsync(string place, CancellationToken cancellation)
    {
        var marking = _marked.AddOrUpdate(
            place,
            Begin,
            (name, standing) =>
                Stopwatch.GetElapsedTime(standing.At) < Window && !IsBroken(standing) ? standing : Begin(name)
        );
        var done = marking.Done.Value;
        if (done.IsCompletedSuccessfully)
            return Task.CompletedTask;
        // For all who write: not on behalf of the first, whose request may be over before.
        return StorageBudget.Current is { } budget
            ? budget.SpendAsync(_ => done, cancellation)
            : done.WaitAsync(cancellation);
    }

    /// <summary>Knows of every mark that stood when this was called, or so long before.</summary>
    public Task LookAsync(TimeSpan before) =>
        LookSinceAsync(Stopwatch.GetTimestamp() - (long)(before.TotalSeconds * Stopwatch.Frequency));

    /// <summary>Knows of every mark that stood at an instant, as <see cref="Stopwatch"/> has the time.</summary>
    public async Task LookSinceAsync(long instant)
    {
        Task look;
        lock (_access)
        {
            var isOld = _lookedAt < instant || _look.IsFaulted || _look.IsCanceled;
            look = isOld ? _next ??= Apart(NextAsync) : _look;
        }

        await (StorageBudget.Current is { } budget ? budget.SpendAsync(_ => look, CancellationToken.None) : look);
    }

    // One after the other: who comes while one is under way waits for the next, with all who come meanwhile.
    private async Task NextAsync()
    {
        Task before;
        lock (_access)
            before = _look;
        await Task.WhenAny(before, Task.Delay(Patience));
        Task look;
        lock (_access)
        {
            (_lookedAt, _next) = (Stopwatch.GetTimestamp(), null);
            look = _look = ReadAsync();
        }

        await look;
    }

    /// <summary>Whether what was read of a place at an instant, as storage has the time, may have been changed by others.</summary>
    public bool IsDoubtful(string place, DateTimeOffset read) =>
        _others.TryGetValue(place, out var marked) && marked >= read - Horizon;

    /// <summary>What became of a write in a place is not known: it may still take effect.</summary>
    public void Doubt(string place) => Know(place, TimeProvider.System.GetUtcNow());

    private Marking Begin(string place) =>
        new(Stopwatch.GetTimestamp(), new Lazy<Task>(() => Apart(() => PutAsync(place))));

    private static bool IsBroken(Marking marking) =>
        marking.Done is { IsValueCreated: true, Value: { IsFaulted: true } or { IsCanceled: true } };

    private static Task Apart(Func<Task> act)
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(act);
    }

    private Task<Response> PutAsync(string place) =>
        table()
            .UpsertEntityAsync(
                new MarkRow
                {
                    PartitionKey = MarkRow.Partition,
                    RowKey = $"{place}|{_me}",
                    Place = place,
                    By = _me,
                    ExpiresAt = TimeProvider.System.GetUtcNow() + Kept,
                },
                TableUpdateMode.Replace
            );

    private async Task ReadAsync()
    {
        DateTimeOffset since;
        lock (_access)
            since = (_known == default ? TimeProvider.System.GetUtcNow() - Horizon : _known) - Slack;
        DateTimeOffset? asked = null;
        await foreach (
            var page in table()
                .QueryAsync<MarkRow>(
                    TableClient.CreateQueryFilter($"PartitionKey eq {MarkRow.Partition} and Timestamp ge {since}")
                )
                .AsPages()
        )
        {
            asked ??= page.GetRawResponse().Headers.Date;
            foreach (var mark in page.Values.Where(mark => mark.By != _me))
                Know(mark.Place, mark.Timestamp!.Value);
        }

        lock (_access)
            _known = asked > _known ? asked.Value : _known;
    }

    private void Know(string place, DateTimeOffset at) =>
        _others.AddOrUpdate(place, at, (_, known) => known > at ? known : at);
}
