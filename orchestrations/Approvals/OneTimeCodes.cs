using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using Sakip.Storage;

namespace Sakip.Approvals;

internal enum CodeCheck
{
    Right,
    Wrong,

    /// <summary>None is out, or it has expired, or too many wrong ones were given: a new one must be asked for.</summary>
    Dead,
}

/// <summary>Six-digit codes that prove a mailbox: ten minutes, five tries, one decision. Only a keyed hash is stored.</summary>
internal sealed class OneTimeCodes(
    OfficeStorage storage,
    LinkTokens tokens,
    TimeProvider clock,
    IOptions<LinkOptions> options
)
{
    private const string Purpose = "one-time-code";

    public static string NewNonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>
    /// Makes a code for the step and stores its hash; a code that was out before dies. A link that was replaced in
    /// between keeps its own state.
    /// </summary>
    public async Task<string> IssueAsync(ApprovalRow approval, CancellationToken cancellation)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        await storage.Subjects.ChangeAsync<ApprovalRow>(
            approval.PartitionKey,
            approval.RowKey,
            row =>
            {
                row.CodeHash = tokens.Seal(Purpose, Bound(row, code));
                row.CodeExpiresAt = clock.GetUtcNow() + options.Value.CodeLifetime;
                row.CodeTries = 0;
                return true;
            },
            cancellation
        );
        return code;
    }

    /// <summary>Counts a try before it looks, so that parallel guesses cannot outrun the limit.</summary>
    public async Task<CodeCheck> CheckAsync(ApprovalRow approval, string code, CancellationToken cancellation)
    {
        if (
            approval.CodeHash is null
            || approval.CodeExpiresAt < clock.GetUtcNow()
            || approval.CodeTries >= options.Value.CodeTries
        )
        {
            return CodeCheck.Dead;
        }

        approval.CodeTries++;
        try
        {
            var answer = await storage.Subjects.UpdateEntityAsync(
                approval,
                approval.ETag,
                TableUpdateMode.Replace,
                cancellation
            );
            approval.ETag = answer.Headers.ETag ?? throw new InvalidOperationException("A stored row has no ETag.");
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return CodeCheck.Wrong;
        }

        return tokens.IsSealed(Purpose, Bound(approval, code), approval.CodeHash) ? CodeCheck.Right : CodeCheck.Wrong;
    }

    /// <summary>Ends a code that decided other steps than its own.</summary>
    public Task SpendAsync(ApprovalRow approval, CancellationToken cancellation) =>
        storage.Subjects.ChangeAsync<ApprovalRow>(
            approval.PartitionKey,
            approval.RowKey,
            row =>
            {
                var isOut = row.CodeHash is not null;
                row.CodeHash = null;
                return isOut;
            },
            cancellation
        );

    private static string Bound(ApprovalRow approval, string code) =>
        $"{approval.PartitionKey}\n{approval.RowKey}\n{approval.Nonce}\n{code}";
}
