using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sakip.Embedded.Engine.History;

/// <summary>The stored form of histories and messages. A stored history outlives deployments: only add to it.</summary>
internal static class HistoryJson
{
    private static readonly HistoryJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    });

    public static string Write(IReadOnlyList<HistoryEvent> events)
        => JsonSerializer.Serialize(events, Context.IReadOnlyListHistoryEvent);

    public static string Write(HistoryEvent single) => JsonSerializer.Serialize(single, Context.HistoryEvent);

    public static string Write(IReadOnlyList<Waiting> waits)
        => JsonSerializer.Serialize(waits, Context.IReadOnlyListWaiting);

    public static string Write(ExportedHistory history) => JsonSerializer.Serialize(history, Context.ExportedHistory);

    public static string? Write(Failure? failure)
        => failure is null ? null : JsonSerializer.Serialize(failure, Context.Failure);

    public static string? Write(IReadOnlyDictionary<string, string>? tags)
        => tags is null or { Count: 0 }
            ? null
            : JsonSerializer.Serialize(tags, Context.IReadOnlyDictionaryStringString);

    public static IReadOnlyList<HistoryEvent> ReadEvents(string json)
        => JsonSerializer.Deserialize(json, Context.IReadOnlyListHistoryEvent)!;

    public static HistoryEvent ReadEvent(string json) => JsonSerializer.Deserialize(json, Context.HistoryEvent)!;

    public static IReadOnlyList<Waiting> ReadWaits(string json)
        => JsonSerializer.Deserialize(json, Context.IReadOnlyListWaiting)!;

    public static ExportedHistory ReadHistory(string json)
        => JsonSerializer.Deserialize(json, Context.ExportedHistory)
            ?? throw new JsonException("The text holds no history.");

    public static Failure? ReadFailure(string? json)
        => json is null ? null : JsonSerializer.Deserialize(json, Context.Failure);

    public static IReadOnlyDictionary<string, string>? ReadTags(string? json)
        => json is null ? null : JsonSerializer.Deserialize(json, Context.IReadOnlyDictionaryStringString);
}

[JsonSerializable(typeof(IReadOnlyList<HistoryEvent>))]
[JsonSerializable(typeof(IReadOnlyList<Waiting>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(ExportedHistory))]
internal sealed partial class HistoryJsonContext : JsonSerializerContext;
