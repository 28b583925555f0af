using Azure.Data.Tables;
using Sakip.Storage;

namespace Sakip.Signing;

/// <param name="Hash">The hash in full.</param>
internal sealed record RegisteredDocument(Subject Subject, string Hash);

/// <summary>
/// Which matter a document's hash belongs to, for the page behind the code in its signature. The file that is shown is
/// always the latest of its matter, so the code in a first signature also finds the file with both.
/// </summary>
internal sealed class DocumentRegister(OfficeStorage storage, TimeProvider clock)
{
    /// <summary>As many of the hash's digits as codes carry: 128 bits, and a code that prints small.</summary>
    public const int CodeLength = 32;

    private const string Partition = "document";

    public Task KeepAsync(Subject subject, string hash, CancellationToken cancellation)
    {
        return storage.Years.UpsertEntityAsync(
            new RecordRow
            {
                PartitionKey = Partition,
                RowKey = hash[..CodeLength],
                Kind = subject.Kind,
                Hash = hash,
                At = clock.GetUtcNow(),
                Body = subject.Dotted,
            },
            TableUpdateMode.Replace,
            cancellation
        );
    }

    /// <param name="hash">The whole hash or its first digits as a code has them.</param>
    public async Task<RegisteredDocument?> FindAsync(string hash, CancellationToken cancellation)
    {
        var wanted = hash.ToLowerInvariant();
        if (wanted.Length is not (CodeLength or 64) || !wanted.All(char.IsAsciiHexDigitLower))
            return null;
        var row = await storage.Years.FindAsync<RecordRow>(Partition, wanted[..CodeLength], cancellation);
        return
            row is not null
            && row.Hash.StartsWith(wanted, StringComparison.Ordinal)
            && Subject.Parse(row.Body!) is { } subject
            ? new RegisteredDocument(subject, row.Hash)
            : null;
    }
}
