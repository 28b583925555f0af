using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Access;

/// <summary>
/// Six-digit codes that prove a mailbox at sign-in: ten minutes, five tries, once, and only in the browser that asked. A
/// mailbox that nobody has gets the same rows and answers, and no letter.
/// </summary>
internal sealed class SignInCodes(
    OfficeStorage storage,
    LinkTokens tokens,
    TimeProvider clock,
    IOptions<AccessOptions> options
)
{
    private const string Purpose = "sign-in-code";

    /// <summary>Makes a code; the one that this browser asked for before dies.</summary>
    public async Task<string> IssueAsync(string address, string browser, CancellationToken cancellation)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var row = new SignInCodeRow
        {
            PartitionKey = SignInCodeRow.Partition,
            RowKey = RowKey(address, browser),
            CodeHash = tokens.Seal(Purpose, Bound(address, browser, code)),
            ExpiresAt = clock.GetUtcNow() + options.Value.CodeLifetime,
        };
        await storage.Access.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        return code;
    }

    /// <summary>Counts a try before it looks, so that parallel guesses cannot outrun the limit; a right code is used up.</summary>
    public async Task<CodeCheck> CheckAsync(string address, string browser, string code, CancellationToken cancellation)
    {
        var row = await storage.Access.FindAsync<SignInCodeRow>(
            SignInCodeRow.Partition,
            RowKey(address, browser),
            cancellation
        );
        if (row is null || row.ExpiresAt <= clock.GetUtcNow() || row.Tries >= options.Value.CodeTries)
            return CodeCheck.Dead;
        row.Tries++;
        try
        {
            var answer = await storage.Access.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
            if (!tokens.IsSealed(Purpose, Bound(address, browser, code), row.CodeHash))
                return CodeCheck.Wrong;
            await storage.Access.DeleteEntityAsync(
                row.PartitionKey,
                row.RowKey,
                answer.Headers.ETag ?? ETag.All,
                cancellation
            );
            return CodeCheck.Right;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return CodeCheck.Wrong;
        }
    }

    private static string RowKey(string address, string browser) =>
        BlobVault.HashOf(Encoding.UTF8.GetBytes(Identity.Normal(address) + "\n" + browser));

    private static string Bound(string address, string browser, string code) =>
        $"{Identity.Normal(address)}\n{browser}\n{code}";
}
