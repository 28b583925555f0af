using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Sakip.Kernel;

namespace Sakip.Recovery;

/// <summary>
/// A row as one line of JSON that loses nothing: text, whole numbers and truth values as themselves, every other type
/// under its name.
/// </summary>
internal static class RowJson
{
    private static readonly HashSet<string> Own = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public static string Write(TableEntity row)
    {
        var values = new JsonObject();
        foreach (
            var (name, value) in row.Where(pair => !Own.Contains(pair.Key))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        )
        {
            if (value is not null)
                values[name] = Value(name, value);
        }

        return new JsonObject
        {
            ["p"] = row.PartitionKey,
            ["r"] = row.RowKey,
            ["v"] = values,
        }.ToJsonString(SakipJson.Options);
    }

    /// <exception cref="RecoveryException">The line is no row.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            var json = JsonNode.Parse(line)!;
            var row = new TableEntity((string)json["p"]!, (string)json["r"]!);
            foreach (var (name, value) in json["v"]!.AsObject())
                row[name] = Value(value!);
            return row;
        }
        catch (Exception wrong)
            when (wrong
                    is System.Text.Json.JsonException
                        or InvalidOperationException
                        or FormatException
                        or NullReferenceException
            )
        {
            throw new RecoveryException("Cadangan berisi baris yang tidak dapat dibaca.");
        }
    }

    private static JsonNode Value(string name, object value) =>
        value switch
        {
            string text => JsonValue.Create(text),
            bool truth => JsonValue.Create(truth),
            int number => JsonValue.Create(number),
            long number => Named("long", number.ToString(CultureInfo.InvariantCulture)),
            double number => Named("double", number.ToString("R", CultureInfo.InvariantCulture)),
            DateTimeOffset at => Named("date", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
            Guid id => Named("guid", id.ToString()),
            byte[] bytes => Named("bytes", Convert.ToBase64String(bytes)),
            BinaryData bytes => Named("bytes", Convert.ToBase64String(bytes.ToMemory().Span)),
            _ => throw new RecoveryException($"Kolom {name} berjenis {value.GetType().Name}, yang tidak dikenal."),
        };

    private static object Value(JsonNode node)
    {
        if (node is JsonValue plain)
        {
            return plain.GetValueKind() switch
            {
                System.Text.Json.JsonValueKind.String => plain.GetValue<string>(),
                System.Text.Json.JsonValueKind.Number => plain.GetValue<int>(),
                _ => plain.GetValue<bool>(),
            };
        }

        var (kind, text) = node.AsObject().Single() is var pair ? (pair.Key, (string)pair.Value!) : default;
        return kind switch
        {
            "long" => long.Parse(text, CultureInfo.InvariantCulture),
            "double" => double.Parse(text, CultureInfo.InvariantCulture),
            "date" => DateTimeOffset.ParseExact(
                text,
                "O",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            ),
            "guid" => Guid.Parse(text),
            "bytes" => Convert.FromBase64String(text),
            _ => throw new FormatException(kind),
        };
    }

    private static JsonObject Named(string kind, string text) => new() { [kind] = text };
}
