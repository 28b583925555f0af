using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <param name="RetryAfter">Until the next may come; zero where this one may.</param>
/// <param name="Count">How many there were with this one; of a limit that is spread over rows, only in its row.</param>
internal readonly record struct RateAnswer(bool IsAllowed, TimeSpan RetryAfter, int Count = 0)
{
    /// <summary>The value of a <c>Retry-After</c> header.</summary>
    public string RetrySeconds =>
        Math.Max(1, (long)Math.Ceiling(RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// Counts in a table what may be done only so often, by purpose and key, in windows that begin with the first. All
/// processes share the count. Keys are mailboxes and addresses, so only their keyed hash is stored.
/// </summary>
internal sealed class RateLimits(OfficeStorage storage, LinkTokens tokens, TimeProvider clock)
{
    // A limit that many people share is split over several rows, so that their writes seldom conflict.
    private const int RowLimit = 1000;
    private const int MostRows = 16;

    /// <summary>
    /// Counts one more, exactly. Nothing is counted past the limit, so waiting for the window's end is enough. Whoever
    /// meets another at a row tries again: each such meeting is one that was counted, so there are at most as many as the limit.
    /// </summary>
    public async Task<RateAnswer> TakeAsync(
        string purpose,
        string key,
        int limit,
        TimeSpan window,
        CancellationToken cancellation
    )
    {
        var (partition, row) = (
            Keys.Join("rate", purpose),
            BlobVault.HashOf(System.Text.Encoding.UTF8.GetBytes(tokens.Seal("rate", key)))
        );
        var rows = Math.Clamp(limit / RowLimit, 1, MostRows);
        var first = RandomNumberGenerator.GetInt32(rows);
        var refused = TimeSpan.MaxValue;
        for (var step = 0; step < rows; step++)
        {
            var number = (first + step) % rows;
            var share = (limit / rows) + (number < limit % rows ? 1 : 0);
            var answer = await TakeRowAsync(
                partition,
                number == 0 ? row : Keys.Join(row, number.ToString(CultureInfo.InvariantCulture)),
                share,
                window,
                cancellation
            );
            if (answer.IsAllowed)
                return answer;
            if (answer.RetryAfter < refused)
                refused = answer.RetryAfter;
        }

        return new RateAnswer(false, refused);
    }

    private async Task<RateAnswer> TakeRowAsync(
        string partition,
        string row,
        int limit,
        TimeSpan window,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var standing = await storage.Access.FindAsync<RateRow>(partition, row, cancellation);
            var isNew = standing is null || standing.From + window <= now || standing.From > now;
            if (!isNew && standing!.Count >= limit)
                return new RateAnswer(false, standing.From + window - now);

            var next = new RateRow
            {
                PartitionKey = partition,
                RowKey = row,
                From = isNew ? now : standing!.From,
                Count = isNew ? 1 : standing!.Count + 1,
            };
            if (await TryWriteAsync(next, standing, cancellation))
                return new RateAnswer(true, TimeSpan.Zero, next.Count);
        }
    }

    private async Task<bool> TryWriteAsync(RateRow next, RateRow? standing, CancellationToken cancellation)
    {
        if (standing is null)
            return await storage.Access.TryInsertAsync(next, cancellation);
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
