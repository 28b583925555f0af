using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Audit;

/// <param name="Actor">Code of an official; null for everybody.</param>
/// <param name="Text">Part of the action or of what it was done to.</param>
internal sealed record AuditFilter(string? Actor, string? Text, DateTimeOffset? From, DateTimeOffset? Until)
{
    public bool IsEmpty => Actor is null && Text is null && From is null && Until is null;

    public bool Takes(AuditEntry entry)
    {
        var intent = entry.Intent;
        return (Actor is null || intent.Actor == Actor)
            && (From is null || intent.At >= From)
            && (Until is null || intent.At < Until)
            && (
                Text is null
                || intent.Action.Contains(Text, StringComparison.OrdinalIgnoreCase)
                || intent.Entity.Contains(Text, StringComparison.OrdinalIgnoreCase)
                || intent.Note?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true
            );
    }
}

/// <param name="Before">Where the next, older page begins; null on the last.</param>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Before, long Total);

/// <summary>
/// The chain in pages, newest first. It only ever grows, so what a search has read is remembered; the check of the chain
/// reads the table itself.
/// </summary>
internal sealed class AuditPages(OfficeStorage storage, AuditBook book)
{
    private const int Size = 50;

    /// <summary>What an entry takes in memory, about.</summary>
    private const long EntrySize = 1024;

    public async Task<AuditPage> ReadAsync(
        OfficeYear office,
        AuditFilter filter,
        long? before,
        CancellationToken cancellation,
        int size = Size
    )
    {
        var head = await book.HeadAsync(office, cancellation);
        var upper = Math.Min(before ?? long.MaxValue, head.Sequence + 1);
        var found = filter.IsEmpty
            ? await StretchAsync(office, Math.Max(1, upper - size - 1), upper, cancellation)
            : (await AllAsync(office, head, cancellation)).Where(entry =>
                entry.Sequence < upper && filter.Takes(entry)
            );
        AuditEntry[] shown = [.. found.Reverse().Take(size + 1)];
        return new AuditPage(
            [.. shown.Take(size)],
            shown.Length > size ? shown[size - 1].Sequence : null,
            head.Sequence
        );
    }

    private async Task<IReadOnlyList<AuditEntry>> AllAsync(
        OfficeYear office,
        AuditHead head,
        CancellationToken cancellation
    )
    {
        var key = (nameof(AuditPages), unit: office.Unit, year: office.Year);
        var known = storage.Memory.Find<IReadOnlyList<AuditEntry>>(key) ?? [];
        // A chain that is shorter or another one than what was read (a restored year) is read anew.
        if (
            known.Count > head.Sequence
            || (known.Count == head.Sequence && known.Count > 0 && known[^1].Hash != head.Hash)
        )
        {
            known = [];
        }

        if (known.Count == head.Sequence)
            return known;
        var all = new List<AuditEntry>(known);
        await foreach (var entry in book.AfterAsync(office, known.Count, cancellation))
            all.Add(entry);
        storage.Memory.Keep(key, all, all.Count * EntrySize);
        return all;
    }

    private async Task<IEnumerable<AuditEntry>> StretchAsync(
        OfficeYear office,
        long lower,
        long upper,
        CancellationToken cancellation
    )
    {
        var stretch = new List<AuditEntry>();
        await foreach (
            var row in storage.Audit.QueryAsync<AuditRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {Keys.Partition(office)} and RowKey ge {Key(lower)} and RowKey lt {Key(upper)}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            stretch.Add(SakipJson.Read<AuditEntry>(row.Entry));
        }

        return stretch;
    }

    private static string Key(long sequence) => FormattableString.Invariant($"entry|{sequence:D10}");
}
