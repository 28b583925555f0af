using System.Globalization;
using System.Text.Json;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

internal static class StoredRows
{
    /// <summary>How to reach what an office's app stores, while its emulator runs.</summary>
    internal static string Connection(RehearsalOptions options)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(options.Data, "azurite", "process.json")));
        var state = json.RootElement;
        var account = state.GetProperty("Account").GetString();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={state.GetProperty("Key").GetString()};"
                + $"BlobEndpoint=http://127.0.0.1:{state.GetProperty("BlobPort").GetInt32()}/{account};"
                + $"TableEndpoint=http://127.0.0.1:{state.GetProperty("TablePort").GetInt32()}/{account};"
        );
    }
}
