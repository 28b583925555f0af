using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sakip.Kernel;

/// <summary>Cleans every text of a JSON body while it is read, and makes it tidy.</summary>
internal sealed class IncomingText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Clean(ref reader) is { } text ? TidyText.Block(text) : null;

    public override string ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => Clean(ref reader) ?? "";

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    internal static string? Clean(ref Utf8JsonReader reader)
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

/// <summary>A text that is taken as it was typed, such as a passphrase.</summary>
internal sealed class VerbatimText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IncomingText.Clean(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
