using System.Text.Json;

namespace Sakip.Consistency;

/// <summary>A regulation that performance reports cite, as its gazette has it.</summary>
/// <param name="Kind">For example "Undang-Undang"; ministries are not told apart.</param>
/// <param name="Gazette">Number in Lembaran Negara or Berita Negara of its year.</param>
/// <param name="Supplement">Number of the Tambahan Lembaran Negara.</param>
/// <param name="Until">Last day in force; null while it is.</param>
public sealed record Regulation(
    string Kind, string Number, int Year, string Title, int? Gazette = null, int? Supplement = null,
        DateOnly? Until = null,
    string? ReplacedBy = null)
{
    /// <summary>The register that comes with the app: regulations of the centre that every report may cite.</summary>
    public static IReadOnlyList<Regulation> Register { get; } = Read();

    private static List<Regulation> Read()
    {
        using var stream = typeof(Regulation).Assembly.GetManifestResourceStream("regulations.json")!;
        return JsonSerializer.Deserialize<List<Regulation>>(stream, JsonSerializerOptions.Web)!;
    }
}
