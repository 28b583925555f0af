using Azure;
using Azure.Data.Tables;

namespace Sakip.Storage;

/// <summary>A typed row of a table.</summary>
internal abstract class Row : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
}
