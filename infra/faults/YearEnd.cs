using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Rehearsal;
using Sakip.Storage;

namespace Sakip.Faults;

/// <summary>
/// What a year leaves behind: every row, document, snapshot, message and entry of the audit chain; without what differs
/// by nature: nonces, codes, ETags, and what hangs on the bytes of a signature.
/// </summary>
internal static class YearEnd
{
    private static readonly HashSet<string> Different =
    [
        "odata.etag",
        "Timestamp",
        "Nonce",
        "CodeHash",
        "CodeTries",
        "CodesSent",
        "CodeExpiresAt",
        "Failures",
        "LastError",
        // What a crash cut off is sent by the next sweep, and that may come on a Saturday.
        "NextTryAt",
    ];

    /// <summary>Reads what a rehearsal left in its data folder, whose app has stopped.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(RehearsalOptions options, CancellationToken cancellation)
    {
        var (connection, stop) = await HostOfApps.StartStorage(options.Data);
        try
        {
            return await ReadAsync(connection, options, cancellation);
        }
        finally
        {
            await stop();
        }
    }

    /// <summary>What only one of two years left behind, or more often than the other.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<string> calm, IReadOnlyList<string> disturbed)
    {
        var (one, other) = (calm.ToLookup(line => line), disturbed.ToLookup(line => line));
        return
        [
            .. calm.Union(disturbed)
                .Where(line => one[line].Count() != other[line].Count())
                .Select(line =>
                    $"{one[line].Count()} kali tanpa gangguan, {other[line].Count()} kali dengan gangguan: {line}"
                ),
        ];
    }

    /// <summary>One line for each, in order.</summary>
    /// <exception cref="RehearsalException">The audit chain is broken.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(
        string connection,
        RehearsalOptions options,
        CancellationToken cancellation
    )
    {
        var (tables, blobs) = (new TableServiceClient(connection), new BlobServiceClient(connection));
        var contents = await StoredContents.ReadAsync(blobs, cancellation);
        var lines = new List<string>(contents.Lines);
        await foreach (var table in tables.QueryAsync(cancellationToken: cancellation))
        {
            // How often somebody tried is counted there, and a failure is tried again.
            if (table.Name == "Access")
                continue;
            await foreach (
                var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: cancellation)
            )
            {
                if (IsOfCode(row) || table.Name == "Audit")
                    continue;
                var line = $"{table.Name} {contents.Resolve(Text(row))}";
                // What a failure made sign again is entered for each time; it is one document.
                if (row.PartitionKey != "document" || !lines.Contains(line))
                    lines.Add(line);
            }
        }

        lines.AddRange(Letters(options.Mailbox));
        lines.AddRange(
            await ChainAsync(
                new AuditBook(new OfficeStorage(tables, blobs), SealOf(options)),
                options.Unit,
                contents,
                cancellation
            )
        );
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    // Codes are asked for again after a failure, and every change of a code is a row.
    private static bool IsOfCode(TableEntity row) =>
        row.RowKey.Contains("code:", StringComparison.Ordinal) || row.GetString("Kind") == "OneTimeCode";

    // Its line in the lists says that a letter went out; its own row only where it was tried more than once.
    private static bool IsOwnMark(TableEntity row, string column) =>
        column == "SentAt" && row.RowKey.StartsWith(RowKeys.MessagePrefix, StringComparison.Ordinal);

    // A document bears when it was asked for, and whoever waits for the last letter asks later.
    private static bool IsWhenAsked(TableEntity row, string column) =>
        column is "At" or "Body" && row.RowKey.StartsWith("document|", StringComparison.Ordinal);

    private static string Text(TableEntity row) =>
        string.Join(
            "; ",
            row.Where(column =>
                    !Different.Contains(column.Key) && !IsOwnMark(row, column.Key) && !IsWhenAsked(row, column.Key)
                )
                .OrderBy(column => column.Key, StringComparer.Ordinal)
                .Select(column =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        // What a crash cut off goes out a little later, with the date that it had.
                        $"{column.Key}={(column is { Key: "SentAt", Value: not null } ? "yes" : column.Value)}"
                    )
                )
        );

    // By their keys: a message that went out twice is two lines.
    // A letter that lists several steps is one letter; how many it lists stands beside it.
    private static IEnumerable<string> Letters(string mailbox) =>
        from letter in new Mailbox(mailbox).Look()
        where letter.Code is null
        group letter by letter.File into file
        let first = file.MinBy(letter => letter.Id, StringComparer.Ordinal)
        select string.Create(
            CultureInfo.InvariantCulture,
            $"pesan {first.Id} {first.To} {first.Date:O} {first.Subject} ({file.Count()})"
        );

    private static AuditSeal SealOf(RehearsalOptions options) =>
        new(Options.Create(new AuditOptions { Key = File.ReadAllText(Path.Combine(options.Data, "kunci-audit")) }));

    // Numbers and hashes of the chain shift with every code that was asked for again.
    private static async Task<List<string>> ChainAsync(
        AuditBook book,
        string unit,
        StoredContents contents,
        CancellationToken cancellation
    )
    {
        var verdict = await book.VerifyAsync(new OfficeYear(unit, 2024), cancellation);
        if (!verdict.IsIntact)
            throw new RehearsalException($"Rantai audit rusak: {verdict.Explanation}");
        var lines = new List<string>();
        await foreach (var entry in book.ReadAsync(new OfficeYear(unit, 2024), cancellation))
        {
            if (entry.Intent.Action != "SendCode")
                lines.Add("audit " + contents.Resolve(JsonSerializer.Serialize(entry.Intent)));
        }

        return lines;
    }
}
