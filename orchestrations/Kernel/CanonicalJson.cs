using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sakip.Kernel;

/// <summary>
/// JSON with one form for one content: properties in the order of their declaration, enums by name, numbers without
/// trailing zeros (87 and 87.0 are one number), dictionaries sorted by key.
/// </summary>
internal static class CanonicalJson
{
    public static JsonSerializerOptions Options { get; } = Make(indented: true);

    private static readonly JsonSerializerOptions Compact = Make(indented: false);

    public static string Serialize<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    public static T Deserialize<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The document is the literal null.");

    /// <summary>SHA-256 of the compact canonical form, lower-case hex.</summary>
    public static string Hash<T>(T value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Compact))));

    private static JsonSerializerOptions Make(bool indented) =>
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            NewLine = "\n",
            NumberHandling = JsonNumberHandling.Strict,
            // Only quotes and control characters are escaped: the files are read by people, never put into HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(), new DecimalConverter(), new SortedConverter() },
        };

    private sealed class DecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDecimal();

        // Dividing by a one with 28 decimals strips trailing zeros.
        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
    }

    private sealed class SortedConverter : JsonConverter<IReadOnlyDictionary<string, int>>
    {
        public override IReadOnlyDictionary<string, int> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => JsonSerializer.Deserialize<Dictionary<string, int>>(ref reader, options) ?? [];

        public override void Write(
            Utf8JsonWriter writer,
            IReadOnlyDictionary<string, int> value,
            JsonSerializerOptions options
        )
        {
            writer.WriteStartObject();
            foreach (var (key, number) in value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.WriteNumber(key, number);
            }

            writer.WriteEndObject();
        }
    }
}
