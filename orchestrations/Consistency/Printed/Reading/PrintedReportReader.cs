using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <param name="Report">Null where there are problems.</param>
internal sealed record ReadReport(PrintedReport? Report, IReadOnlyList<ReadProblem> Problems);

/// <summary>Reads a printed report from JSON of the published schema, and says by path what is not of it.</summary>
internal static class PrintedReportReader
{
    private const int Deepest = 32;

    private static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static ReadReport Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(
                WithoutMark(json),
                new() { CommentHandling = JsonCommentHandling.Disallow, MaxDepth = Deepest }
            );
            using var schema = JsonDocument.Parse(Schema());
            var problems = SchemaCheck
                .Run(schema.RootElement, document.RootElement)
                .Concat(Years(document.RootElement))
                .ToList();
            return problems.Count > 0
                ? new(null, problems)
                : new(document.Deserialize<PrintedReport>(CanonicalJson.Options), []);
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            var column = (broken.BytePositionInLine ?? 0) + 1;
            return new(
                null,
                [
                    new(
                        $"baris {line} kolom {column}",
                        "bukan JSON yang dapat dibaca. Serahkan dokumen Word (.docx) laporan itu, atau JSON menurut skema laporan-tercetak."
                    ),
                ]
            );
        }
    }

    /// <summary>The report as JSON of the published schema.</summary>
    public static string Write(PrintedReport report) => JsonSerializer.Serialize(report, Writing) + "\n";

    /// <summary>The published schema, as it is embedded.</summary>
    public static byte[] Schema()
    {
        using var stream = typeof(PrintedReportReader).Assembly.GetManifestResourceStream(
            "laporan-tercetak.schema.json"
        )!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) =>
        json.Span is [0xEF, 0xBB, 0xBF, ..] ? json[3..] : json;

    // What no schema says: the plan's period runs forward.
    private static IEnumerable<ReadProblem> Years(JsonElement root)
    {
        if (
            root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("period", out var period)
            && period.ValueKind == JsonValueKind.Object
            && period.TryGetProperty("startYear", out var start)
            && period.TryGetProperty("endYear", out var end)
            && start.ValueKind == JsonValueKind.Number
            && end.ValueKind == JsonValueKind.Number
            && start.TryGetInt32(out var first)
            && end.TryGetInt32(out var last)
            && last < first
        )
        {
            yield return new("period.endYear", $"lebih kecil daripada startYear ({last} < {first})");
        }
    }
}
