using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>
/// What stands in the tables after a rehearsal, without what differs by nature: nonces, codes, ETags, and everything
/// that hangs on the bytes of a signature.
/// </summary>
internal static class StoredRows
{
    private static readonly string[] Tables = ["Years", "Subjects", "Intents", "Waiting", "Audit"];

    private static readonly HashSet<string> Different =
    [
        "odata.etag", "Timestamp", "Nonce", "CodeHash", "CodeTries", "CodesSent", "CodeExpiresAt", "Hash", "ResultHash",
        "DocumentHash", "Body", "Entry", "Facts", "Failures",
    ];

    public static async Task<IReadOnlyList<string>> ReadAsync(RehearsalOptions options)
    {
        await using var app = new AppProcess(options);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var service = new TableServiceClient(Connection(options));
        var rows = new List<string>();
        foreach (var table in Tables)
        {
            await foreach (var row in service.GetTableClient(table).QueryAsync<TableEntity>(
                cancellationToken: TestContext.Current.CancellationToken))
            {
                // Codes are asked for again after a kill, and every change of a code is a row.
                if (!row.RowKey.Contains("code:", StringComparison.Ordinal) && !IsChain(table, row)) rows.Add(table + " " + Text(row));
            }
        }

        return rows;
    }

    // Entries of the chain are numbered, and a code more or less shifts the numbers.
    private static bool IsChain(string table, TableEntity row) =>
        table == "Audit" && (row.RowKey.StartsWith("entry|", StringComparison.Ordinal) || row.RowKey == "head");

    private static string Text(TableEntity row) => string.Join(
        "; ",
        row.Where(column => !Different.Contains(column.Key)).OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => string.Create(CultureInfo.InvariantCulture, $"{column.Key}={column.Value}")));

    internal static string Connection(RehearsalOptions options)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(options.Data, "azurite", "process.json")));
        var state = json.RootElement;
        var account = state.GetProperty("Account").GetString();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={state.GetProperty("Key").GetString()};"
            + $"TableEndpoint=http://127.0.0.1:{state.GetProperty("TablePort").GetInt32()}/{account};");
    }
}
