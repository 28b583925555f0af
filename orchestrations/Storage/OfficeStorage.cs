using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>The tables and containers of the app, by name. Every part of the app reaches storage through it.</summary>
internal sealed class OfficeStorage(TableServiceClient tables, BlobServiceClient blobs)
{
    /// <summary>Offices, years and their records (plan, budget versions, agreements, evaluations).</summary>
    public TableClient Years { get; } = tables.GetTableClient("Years");

    /// <summary>Rows of subjects: state, approvals, claims, messages, changes.</summary>
    public TableClient Subjects { get; } = tables.GetTableClient("Subjects");

    /// <summary>Changes on their way to mailbox, orchestrator and audit chain.</summary>
    public TableClient Intents { get; } = tables.GetTableClient("Intents");

    /// <summary>Who has to act on what, by year.</summary>
    public TableClient Waiting { get; } = tables.GetTableClient("Waiting");

    /// <summary>The messages of each official, and those that could not be delivered.</summary>
    public TableClient Inbox { get; } = tables.GetTableClient("Inbox");

    /// <summary>The audit chain, by year.</summary>
    public TableClient Audit { get; } = tables.GetTableClient("Audit");

    /// <summary>Sessions, sign-in codes and rate limits.</summary>
    public TableClient Access { get; } = tables.GetTableClient("Access");

    /// <summary>Answers kept under idempotency keys; each row has an end.</summary>
    public TableClient Requests { get; } = tables.GetTableClient("Requests");

    /// <summary>Receivers of state changes and the deliveries to them.</summary>
    public TableClient Webhooks { get; } = tables.GetTableClient("Webhooks");

    /// <summary>Writes of one partition that may go out together.</summary>
    public GroupedWrites Grouped { get; } = new(TimeProvider.System);

    /// <summary>What pages read together.</summary>
    public OfficeMemory Memory { get; } = new();

    /// <summary>Content-addressed documents; created only, never overwritten.</summary>
    public BlobContainerClient Documents { get; } = blobs.GetBlobContainerClient("documents");

    public BlobContainerClient Evidence { get; } = blobs.GetBlobContainerClient("evidence");

    /// <summary>Content-addressed JSON: plans, submissions, evaluations.</summary>
    public BlobContainerClient Snapshots { get; } = blobs.GetBlobContainerClient("snapshots");

    /// <summary>Files as they were uploaded, until their preview is over.</summary>
    public BlobContainerClient Uploads { get; } = blobs.GetBlobContainerClient("uploads");

    /// <summary>Heads of audit chains; in Azure under an immutability policy.</summary>
    public BlobContainerClient Anchors { get; } = blobs.GetBlobContainerClient("anchors");

    /// <summary>Every table.</summary>
    public IReadOnlyList<TableClient> Tables =>
        [Years, Subjects, Intents, Waiting, Inbox, Audit, Access, Requests, Webhooks];

    /// <summary>Every container.</summary>
    public IReadOnlyList<BlobContainerClient> Containers => [Documents, Evidence, Snapshots, Anchors, Uploads];

    /// <summary>Makes what is missing; where all is there, that is two calls.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var table in tables.QueryAsync(cancellationToken: cancellation))
            known.Add(table.Name);
        await foreach (var container in blobs.GetBlobContainersAsync(cancellationToken: cancellation))
            known.Add(container.Name);
        await Task.WhenAll([
            .. Tables
                .Where(table => !known.Contains(table.Name))
                .Select(table => table.CreateIfNotExistsAsync(cancellation)),
            .. Containers
                .Where(container => !known.Contains(container.Name))
                .Select(container =>
                    container.CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellation)
                ),
        ]);
    }
}

internal static class TableReads
{
    /// <summary>The row, or null where there is none.</summary>
    public static async Task<T?> FindAsync<T>(
        this TableClient table,
        string partition,
        string row,
        CancellationToken cancellation = default
    )
        where T : Row
    {
        var answer = await table.GetEntityIfExistsAsync<T>(partition, row, cancellationToken: cancellation);
        return answer.HasValue ? answer.Value : null;
    }

    /// <summary>Whether a decision has been committed: its change's row stands.</summary>
    public static async Task<bool> IsDoneAsync(
        this OfficeStorage storage,
        Subject subject,
        string change,
        CancellationToken cancellation
    ) =>
        await storage.Subjects.FindAsync<ChangeRow>(Keys.Partition(subject), RowKeys.Change(change), cancellation)
            is not null;

    /// <summary>Rows of a partition whose row key begins with a prefix, in key order.</summary>
    public static AsyncPageable<T> UnderAsync<T>(
        this TableClient table,
        string partition,
        string prefix,
        CancellationToken cancellation = default
    )
        where T : Row =>
        table.QueryAsync<T>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {Keys.After(prefix)}"
            ),
            cancellationToken: cancellation
        );

    /// <summary>Every step of a year that waits for somebody, read to its end.</summary>
    public static async Task<IReadOnlyList<WaitingRow>> WaitingAsync(
        this OfficeStorage storage,
        OfficeYear office,
        CancellationToken cancellation
    ) => await storage.WaitingIn(office, cancellation).ToListAsync(cancellation);

    /// <summary>Every step of a year that waits for somebody.</summary>
    public static AsyncPageable<WaitingRow> WaitingIn(
        this OfficeStorage storage,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        return storage.Waiting.QueryAsync<WaitingRow>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Partition(office)}"),
            cancellationToken: cancellation
        );
    }

    /// <summary>Inserts the row unless it is there. True when this call inserted it.</summary>
    public static async Task<bool> TryInsertAsync(
        this TableClient table,
        Row row,
        CancellationToken cancellation = default
    )
    {
        try
        {
            await table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return false;
        }
    }

    /// <summary>
    /// Reads a row, changes it and replaces it, again when another writer came between. The change answers false to
    /// leave the row as it is; then, and where there is no row, nothing is written.
    /// </summary>
    public static async Task<T?> ChangeAsync<T>(
        this TableClient table,
        string partition,
        string row,
        Func<T, bool> change,
        CancellationToken cancellation
    )
        where T : Row
    {
        while (true)
        {
            var found = await table.FindAsync<T>(partition, row, cancellation);
            if (found is null || !change(found))
                return found;
            try
            {
                var answer = await table.UpdateEntityAsync(found, found.ETag, TableUpdateMode.Replace, cancellation);
                found.ETag = answer.Headers.ETag ?? found.ETag;
                return found;
            }
            catch (RequestFailedException failure) when (failure.Status == 412)
            {
                // Another writer was first: look again.
            }
        }
    }
}
