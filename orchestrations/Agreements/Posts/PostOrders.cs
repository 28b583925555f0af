using System.Text.Json.Serialization;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>An agreement of a post that was called for: its first of the year, or a revision.</summary>
/// <param name="Reason">Why it is revised; null for the first.</param>
internal sealed record PostOrder(
    string Post,
    int Revision,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RevisionReason? Reason = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Explanation = null
)
{
    /// <summary>When it was called for.</summary>
    [JsonIgnore]
    public DateTimeOffset At { get; init; }
}

/// <summary>Which agreements of posts were called for. Rows are only inserted, so a call that is made twice gives one.</summary>
internal sealed class PostOrders(OfficeStorage storage, TimeProvider clock)
{
    private const string Prefix = "post-order|";

    /// <summary>All of the year, each post's in their order.</summary>
    public async Task<IReadOnlyList<PostOrder>> ReadAsync(OfficeYear office, CancellationToken cancellation)
    {
        var orders = new List<PostOrder>();
        await foreach (var row in storage.Years.UnderAsync<RecordRow>(Keys.Partition(office), Prefix, cancellation))
            orders.Add(SakipJson.Read<PostOrder>(row.Body!) with { At = row.At });
        return [.. orders.OrderBy(order => order.Post, StringComparer.Ordinal).ThenBy(order => order.Revision)];
    }

    public async Task<PostOrder?> FindAsync(AgreementSubject subject, CancellationToken cancellation) =>
        await storage.Years.FindAsync<RecordRow>(
            Keys.Partition(subject.Office),
            Key(subject.Post!, subject.Revision),
            cancellation
        )
            is { } row
            ? SakipJson.Read<PostOrder>(row.Body!) with
            {
                At = row.At,
            }
            : null;

    /// <summary>True when this call kept it, false when it stood before.</summary>
    public Task<bool> TryKeepAsync(OfficeYear office, PostOrder order, CancellationToken cancellation) =>
        storage.Years.TryInsertAsync(
            new RecordRow
            {
                PartitionKey = Keys.Partition(office),
                RowKey = Key(order.Post, order.Revision),
                Kind = "post-order",
                At = clock.GetUtcNow(),
                Body = SakipJson.Text(order),
            },
            cancellation
        );

    private static string Key(string post, int revision) =>
        FormattableString.Invariant($"{Prefix}{post}|{revision:D4}");
}
