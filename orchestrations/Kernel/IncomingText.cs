using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sakip.Kernel;

/// <summary>Cleans every text of a JSON body while it is read.</summary>
internal sealed class IncomingText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Clean(ref reader);

    public override string ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => Clean(ref reader) ?? "";

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    private static string? Clean(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is { } text ? CleanText.Of(text) : null;
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException("A text holds half a character.", half);
        }
    }
}
