using Azure.Data.Tables;
using Sakip.Storage;

namespace Sakip.Audit;

/// <param name="Actor">Code of an official; null for everybody.</param>
/// <param name="Text">Part of the action or of what it was done to.</param>
public sealed record AuditFilter(string? Actor, string? Text, DateTimeOffset? From, DateTimeOffset? Until)
{
    public bool IsEmpty => Actor is null && Text is null && From is null && Until is null;

    public bool Takes(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var intent = entry.Intent;
        return (Actor is null || intent.Actor == Actor) && (From is null || intent.At >= From) && (Until is null || intent.At < Until)
            && (Text is null || intent.Action.Contains(Text, StringComparison.OrdinalIgnoreCase)
                || intent.Entity.Contains(Text, StringComparison.OrdinalIgnoreCase)
                || intent.Note?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true);
    }
}

/// <param name="Before">Where the next, older page begins; null on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Before, long Total);

/// <summary>The chain in pages, newest first.</summary>
public sealed class AuditPages(OfficeStorage storage, AuditBook book)
{
    private const int Size = 50;
    private const int Stride = 500;

    public async Task<AuditPage> ReadAsync(
        string unit, int year, AuditFilter filter, long? before, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var head = await book.HeadAsync(unit, year, cancellation);
        var found = new List<AuditEntry>();
        var upper = Math.Min(before ?? long.MaxValue, head.Sequence + 1);
        while (upper > 1 && found.Count <= Size)
        {
            var lower = Math.Max(1, upper - (filter.IsEmpty ? Size + 1 : Stride));
            var stretch = new List<AuditEntry>();
            await foreach (var row in storage.Audit.QueryAsync<AuditRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {Keys.Partition(unit, year)} and RowKey ge {Key(lower)} and RowKey lt {Key(upper)}"),
                cancellationToken: cancellation))
            {
                stretch.Add(SakipJson.Read<AuditEntry>(row.Entry));
            }

            found.AddRange(stretch.Where(filter.Takes).Reverse());
            upper = lower;
        }

        return new AuditPage([.. found.Take(Size)], found.Count > Size ? found[Size - 1].Sequence : null, head.Sequence);
    }

    private static string Key(long sequence) => FormattableString.Invariant($"entry|{sequence:D10}");
}
