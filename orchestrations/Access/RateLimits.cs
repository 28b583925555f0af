using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Access;

/// <param name="RetryAfter">Until the next may come; zero where this one may.</param>
public readonly record struct RateAnswer(bool IsAllowed, TimeSpan RetryAfter)
{
    /// <summary>The value of a <c>Retry-After</c> header.</summary>
    public string RetrySeconds =>
        Math.Max(1, (long)Math.Ceiling(RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// Counts in a table what may be done only so often, by purpose and key, in windows that begin with the first. All
/// processes share the count. Keys are mailboxes and addresses, so only their keyed hash is stored.
/// </summary>
public sealed class RateLimits(OfficeStorage storage, LinkTokens tokens, TimeProvider clock)
{
    private const int Attempts = 20;

    /// <summary>Counts one more. Nothing is counted past the limit, so waiting for the window's end is enough.</summary>
    public async Task<RateAnswer> TakeAsync(
        string purpose, string key, int limit, TimeSpan window, CancellationToken cancellation)
    {
        var (partition, row) = (
            Keys.Join("rate", purpose),
            BlobVault.HashOf(System.Text.Encoding.UTF8.GetBytes(tokens.Seal("rate", key))));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = clock.GetUtcNow();
            var standing = await storage.Access.FindAsync<RateRow>(partition, row, cancellation);
            var isNew = standing is null || standing.From + window <= now || standing.From > now;
            if (!isNew && standing!.Count >= limit) return new RateAnswer(false, standing.From + window - now);

            var next = new RateRow
            {
                PartitionKey = partition,
                RowKey = row,
                From = isNew ? now : standing!.From,
                Count = isNew ? 1 : standing!.Count + 1,
            };
            if (await TryWriteAsync(next, standing, cancellation)) return new RateAnswer(true, TimeSpan.Zero);
        }

        // So many at once that none gets through: that is past any limit.
        return new RateAnswer(false, TimeSpan.FromSeconds(5));
    }

    private async Task<bool> TryWriteAsync(RateRow next, RateRow? standing, CancellationToken cancellation)
    {
        if (standing is null) return await storage.Access.TryInsertAsync(next, cancellation);
        try
        {
            await storage.Access.UpdateEntityAsync(next, standing.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return false;
        }
    }
}
