using Azure;
using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Web.Api;

internal enum KeyState
{
    /// <summary>The key was free: whoever asked runs the request.</summary>
    Claimed,
    Answered,
    InFlight,
    OtherRequest,
}

/// <param name="Row">The row that the claim wrote; null where another request has the key.</param>
/// <param name="Answer">The kept answer, where there is one.</param>
internal sealed record KeyClaim(KeyState State, TableEntity? Row, CapturedAnswer? Answer);

/// <summary>Answers kept under idempotency keys. The insert of the row decides who runs the request.</summary>
internal sealed class KeptAnswers(OfficeStorage storage, TimeProvider clock)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>How long a request may take; after it, whoever began it has crashed and the key is free again.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const int Chunk = 60 * 1024;
    private const int Chunks = 10;

    public async Task<KeyClaim> ClaimAsync(string owner, string key, string request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var row = new TableEntity(Keys.Join("key", owner), Keys.Join(key))
        {
            ["Request"] = request,
            ["Until"] = now + Lease,
        };
        while (true)
        {
            try
            {
                row.ETag = (await storage.Requests.AddEntityAsync(row, cancellation)).Headers.ETag ?? ETag.All;
                return new KeyClaim(KeyState.Claimed, row, null);
            }
            catch (RequestFailedException taken) when (taken.Status == 409)
            {
                var standing = await storage.Requests.GetEntityIfExistsAsync<TableEntity>(
                    row.PartitionKey,
                    row.RowKey,
                    cancellationToken: cancellation
                );
                if (!standing.HasValue)
                    continue;
                if (standing.Value!.GetDateTimeOffset("Until") > now)
                    return Judge(standing.Value!, request);
                await TryDeleteAsync(standing.Value!, cancellation);
            }
        }
    }

    /// <summary>Keeps the answer. False when it is too large to be kept.</summary>
    public async Task<bool> KeepAsync(TableEntity row, CapturedAnswer answer, CancellationToken cancellation)
    {
        if (answer.Body.Length > Chunk * Chunks)
            return false;
        row["Until"] = clock.GetUtcNow() + Lifetime;
        row["Status"] = answer.Status;
        row["Headers"] = SakipJson.Text(answer.Headers);
        foreach (var (number, part) in answer.Body.Chunk(Chunk).Index())
            row[Part(number)] = part;
        await storage.Requests.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
        return true;
    }

    public Task ForgetAsync(TableEntity row, CancellationToken cancellation)
    {
        return storage.Requests.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
    }

    private static KeyClaim Judge(TableEntity standing, string request)
    {
        if (standing.GetString("Request") != request)
            return new KeyClaim(KeyState.OtherRequest, null, null);
        if (standing.GetInt32("Status") is not { } status)
            return new KeyClaim(KeyState.InFlight, null, null);
        var body = Enumerable
            .Range(0, Chunks)
            .Select(number => standing.GetBinary(Part(number)) ?? [])
            .SelectMany(part => part);
        var answer = new CapturedAnswer(
            status,
            SakipJson.Read<KeyValuePair<string, string>[]>(standing.GetString("Headers")),
            [.. body]
        );
        return new KeyClaim(KeyState.Answered, null, answer.With("Idempotency-Replayed", "true"));
    }

    private async Task TryDeleteAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await storage.Requests.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation);
        }
        catch (RequestFailedException passed) when (passed.Status is 404 or 412)
        {
            // Another request took the expired key.
        }
    }

    private static string Part(int number) => FormattableString.Invariant($"Body{number}");
}
