using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace Sakip.Host.Durable.History;

/// <summary>A history in a file, its events in the JSON that protobuf itself defines for them.</summary>
internal sealed record HistoryFile(string InstanceId, string Name, IReadOnlyList<HistoryEvent> Events)
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static HistoryFile Read(string json)
    {
        var file = JsonNode.Parse(json);
        return file?["instanceId"] is { } id && file["name"] is { } name && file["events"] is JsonArray events
            ? new((string)id!, (string)name!, [.. events.Select(e => Json.Parse<HistoryEvent>(e!.ToJsonString()))])
            : throw new JsonException("The text holds no history.");
    }

    public string Write() =>
        new JsonObject
        {
            ["instanceId"] = InstanceId,
            ["name"] = Name,
            ["events"] = new JsonArray([
                .. Events.Select(happened => JsonNode.Parse(JsonFormatter.Default.Format(happened))),
            ]),
        }.ToJsonString(Readable) + "\n";
}
