using System.Reflection;
using Azure.Data.Tables;

namespace Sakip.Storage;

/// <summary>
/// What stands of a subject, read in one call: its state, steps, decisions, drafts and evidence; not its changes and
/// messages, which only grow.
/// </summary>
internal sealed class SubjectRows
{
    private readonly Dictionary<string, TableEntity> _rows;

    private SubjectRows(Dictionary<string, TableEntity> rows) => _rows = rows;

    public StateRow? State => Find<StateRow>(RowKeys.State);

    public static async Task<SubjectRows> ReadAsync(
        OfficeStorage storage,
        string partition,
        CancellationToken cancellation
    )
    {
        var (change, message) = (RowKeys.ChangePrefix, RowKeys.MessagePrefix);
        var (afterChanges, afterMessages) = (Keys.After(change), Keys.After(message));
        var found = await ByPartitionAsync(
            storage,
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and (RowKey lt {change} or (RowKey ge {afterChanges} and RowKey lt {message}) or RowKey ge {afterMessages})"
            ),
            cancellation
        );
        return found.GetValueOrDefault(partition) ?? new SubjectRows([]);
    }

    /// <summary>The rows that a filter finds, by their partition.</summary>
    public static async Task<Dictionary<string, SubjectRows>> ByPartitionAsync(
        OfficeStorage storage,
        string filter,
        CancellationToken cancellation
    )
    {
        var found = new Dictionary<string, SubjectRows>(StringComparer.Ordinal);
        await foreach (var row in storage.Subjects.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (!found.TryGetValue(row.PartitionKey, out var rows))
                found[row.PartitionKey] = rows = new SubjectRows([]);
            rows._rows[row.RowKey] = row;
        }

        return found;
    }

    public ApprovalRow? Approval(string step, int attempt) => Find<ApprovalRow>(RowKeys.Approval(step, attempt));

    public ClaimRow? Claim(string step, int attempt) => Find<ClaimRow>(RowKeys.Claim(step, attempt));

    /// <summary>The row under a key; null where there is none.</summary>
    public T? Find<T>(string key)
        where T : Row, new() => _rows.TryGetValue(key, out var entity) ? As<T>(entity) : null;

    /// <summary>Rows whose key begins with a prefix, in key order.</summary>
    public IReadOnlyList<T> Under<T>(string prefix)
        where T : Row, new() =>
        [
            .. _rows
                .Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal))
                .OrderBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => As<T>(row.Value)),
        ];

    /// <summary>A row as its type; properties that the row does not have keep their defaults.</summary>
    internal static T As<T>(TableEntity entity)
        where T : Row, new()
    {
        var row = new T();
        foreach (var property in typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (
                property.CanWrite
                && property.PropertyType != typeof(Azure.ETag)
                && entity.TryGetValue(property.Name, out var value)
                && value is not null
            )
            {
                property.SetValue(row, value);
            }
        }

        row.ETag = entity.ETag;
        return row;
    }
}
