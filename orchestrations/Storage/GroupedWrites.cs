using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace Sakip.Storage;

/// <summary>
/// Writes to one partition that come while another is under way go out together, as one batch. Each caller is answered
/// when its own write is durable; a batch that is refused is written one by one, so that one caller's failure is not
/// another's.
/// </summary>
/// <param name="clock">
/// Runs the moment in which writes gather: the machine's. A virtual clock stands still while a write is waited for.
/// </param>
internal sealed class GroupedWrites(TimeProvider clock)
{
    private const int LargestBatch = 100;

    // Writes that come within this time go out in one call. A person who decides alone does not notice the wait.
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(2);

    // Where many write, each of them waits for the others anyway: fewer and larger calls let all be done sooner.
    private static readonly TimeSpan BusyLinger = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<(string Table, string Partition), Lane> _lanes = [];

    public Task UpsertAsync(TableClient table, Row row)
    {
        return WriteAsync(table, new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
    }

    /// <summary>Rows of one partition that are written all or not at all: the first replaces, the others merge.</summary>
    public Task TogetherAsync(TableClient table, Row replaced, IEnumerable<Row> merged)
    {
        return WriteAsync(
            table,
            [
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, replaced),
                .. merged.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertMerge, row)),
            ]
        );
    }

    /// <summary>Deletes a row; one that is not there is no failure.</summary>
    public Task DeleteAsync(TableClient table, string partition, string row) =>
        WriteAsync(
            table,
            new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, row), ETag.All)
        );

    // What no batch can hold would never leave its lane, and everything behind it would wait for ever.
    private Task WriteAsync(TableClient table, params TableTransactionAction[] actions)
    {
        var (partition, keys) = (actions[0].Entity.PartitionKey, new HashSet<string>(StringComparer.Ordinal));
        if (actions.Length > LargestBatch)
            throw new ArgumentException($"Together at most {LargestBatch} rows are written.", nameof(actions));
        if (!actions.All(action => action.Entity.PartitionKey == partition && keys.Add(action.Entity.RowKey)))
        {
            throw new ArgumentException(
                "Rows that are written together lie in one partition, each under a key of its own.",
                nameof(actions)
            );
        }

        var written = _lanes.GetOrAdd((table.Name, partition), _ => new Lane(table, clock)).AddAsync(actions);
        // The write goes on for those who came with it; a request waits for its own part as long as it may.
        return StorageBudget.Current is { } budget ? budget.SpendAsync(_ => written, CancellationToken.None) : written;
    }

    private sealed record Waiting(TableTransactionAction[] Actions, TaskCompletionSource Done);

    private sealed class Lane(TableClient table, TimeProvider clock)
    {
        private readonly Lock _access = new();
        private readonly List<Waiting> _waiting = [];

        // On their way; those that are done know it.
        private List<Waiting> _taken = [];
        private bool _isWriting;

        // Several wrote together the last time.
        private bool _isBusy;

        public Task AddAsync(TableTransactionAction[] actions)
        {
            var added = new Waiting(
                actions,
                new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
            );
            lock (_access)
            {
                _waiting.Add(added);
                if (_isWriting)
                    return added.Done.Task;
                _isWriting = true;
            }

            // For all who come: not on behalf of the first, whose request may be over before.
            using (ExecutionContext.SuppressFlow())
                _ = Task.Run(WriteAllAsync);
            return added.Done.Task;
        }

        private async Task WriteAllAsync()
        {
            try
            {
                await Task.Delay(_isBusy ? BusyLinger : Linger, clock);
                while (Next() is { Count: > 0 } batch)
                {
                    _isBusy = batch.Count > 1;
                    if (await TryTogetherAsync(batch))
                        continue;
                    foreach (var one in batch)
                        await WriteAsync(one);
                }
            }
            catch (Exception failure)
            {
                // Nobody waits for this loop: who waits for a write is told, and the next write begins a new one.
                foreach (var one in Leave())
                    one.Done.TrySetException(failure);
            }
        }

        private Waiting[] Leave()
        {
            lock (_access)
            {
                Waiting[] left = [.. _waiting, .. _taken];
                _waiting.Clear();
                _isWriting = false;
                return left;
            }
        }

        // Two writes to one row keep their order: the second waits for the next batch.
        private List<Waiting> Next()
        {
            lock (_access)
            {
                var rows = new HashSet<string>(StringComparer.Ordinal);
                List<Waiting> batch =
                [
                    .. _waiting.TakeWhile(one =>
                        one.Actions.All(action => rows.Add(action.Entity.RowKey)) && rows.Count <= LargestBatch
                    ),
                ];
                _waiting.RemoveRange(0, batch.Count);
                _isWriting = batch.Count > 0;
                _taken = batch;
                return batch;
            }
        }

        private async Task<bool> TryTogetherAsync(List<Waiting> batch)
        {
            try
            {
                await table.SubmitTransactionAsync(batch.SelectMany(one => one.Actions));
            }
            catch (RequestFailedException)
            {
                return false;
            }
            catch (Exception failure)
            {
                foreach (var one in batch)
                    one.Done.TrySetException(failure);
                return true;
            }

            foreach (var one in batch)
                one.Done.TrySetResult();
            return true;
        }

        private async Task WriteAsync(Waiting one)
        {
            try
            {
                await table.SubmitTransactionAsync(one.Actions);
                one.Done.TrySetResult();
            }
            catch (RequestFailedException failure)
                when (failure.Status == 404 && one.Actions is [{ ActionType: TableTransactionActionType.Delete }])
            {
                one.Done.TrySetResult();
            }
            catch (Exception failure)
            {
                one.Done.TrySetException(failure);
            }
        }
    }
}
