using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Sakip.Rehearsal;

namespace Sakip.Faults;

/// <summary>
/// What a year leaves behind: every row, every message, every blob; without what differs by nature: nonces, codes,
/// ETags, and what hangs on the bytes of a signature.
/// </summary>
internal static class YearEnd
{
    private static readonly HashSet<string> Different =
    [
        "odata.etag", "Timestamp", "Nonce", "CodeHash", "CodeTries", "CodesSent", "CodeExpiresAt", "Hash", "ResultHash",
        "DocumentHash", "Body", "Entry", "Facts", "Failures", "LastError",
    ];

    /// <summary>One line for each row, message and kind of blob, in order.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(string connection, string mailbox, CancellationToken cancellation)
    {
        var lines = new List<string>();
        var tables = new TableServiceClient(connection);
        await foreach (var table in tables.QueryAsync(cancellationToken: cancellation))
        {
            var client = tables.GetTableClient(table.Name);
            await foreach (var row in client.QueryAsync<TableEntity>(cancellationToken: cancellation))
            {
                // Codes are asked for again after a failure, and every change of a code is a row and a link of the chain.
                if (!IsCode(row.RowKey) && !IsChain(table.Name, row.RowKey)) lines.Add($"{table.Name} {Text(row)}");
            }
        }

        var letters = new Mailbox(mailbox).Look();
        lines.AddRange(letters.Where(letter => letter.Code is null)
            .Select(letter => string.Create(CultureInfo.InvariantCulture, $"pesan {letter.Id} {letter.To} {letter.Date:O} {letter.Subject}")));
        lines.AddRange(await AnchorsAsync(connection, cancellation));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static async Task<List<string>> AnchorsAsync(string connection, CancellationToken cancellation)
    {
        var lines = new List<string>();
        var blobs = new BlobServiceClient(connection);
        await foreach (var container in blobs.GetBlobContainersAsync(cancellationToken: cancellation))
            lines.Add($"wadah {container.Name}");
        return lines;
    }

    private static bool IsCode(string key) => key.Contains("code:", StringComparison.Ordinal);

    // Entries of the chain are numbered, and a code more or less shifts the numbers.
    private static bool IsChain(string table, string key) =>
        table == "Audit" && (key.StartsWith("entry|", StringComparison.Ordinal) || key == "head");

    private static string Text(TableEntity row) => string.Join(
        "; ",
        row.Where(column => !Different.Contains(column.Key)).OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => string.Create(CultureInfo.InvariantCulture, $"{column.Key}={column.Value}")));
}
