using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sakip.Consistency;

/// <summary>A regulation that performance reports cite, as its gazette has it.</summary>
/// <param name="Kind">For example "Undang-Undang".</param>
/// <param name="By">The ministry of a "Peraturan Menteri"; ministries number on their own.</param>
/// <param name="Gazette">Number in Lembaran Negara or Berita Negara of its year.</param>
/// <param name="Supplement">Number of the Tambahan Lembaran Negara.</param>
/// <param name="Until">Last day in force; null while it is.</param>
/// <param name="IsSole">No other of its kind bears, or bore, the title.</param>
/// <param name="Confirmed">Facts that a public source other than the drafter's knowledge has confirmed.</param>
internal sealed record Regulation(
    string Kind,
    string Number,
    int Year,
    string Title,
    string? By = null,
    int? Gazette = null,
    int? Supplement = null,
    DateOnly? Until = null,
    string? ReplacedBy = null,
    [property: JsonPropertyName("sole")] bool IsSole = false,
    IReadOnlyList<string>? Confirmed = null
)
{
    public const string TitleFact = "title";
    public const string GazetteFact = "gazette";
    public const string EndFact = "end";
    public const string StateApparatus = "PANRB";
    public const string HomeAffairs = "Dalam Negeri";

    /// <summary>The register that comes with the app: regulations of the centre that every report may cite.</summary>
    public static IReadOnlyList<Regulation> Register { get; } = Read();

    [JsonIgnore]
    public string Name => $"{Kind} {(By is null ? "" : By + " ")}Nomor {Number.ToUpperInvariant()} Tahun {Year}";

    /// <summary>What nobody has confirmed may be pointed out, but accuses nobody.</summary>
    public bool Trusts(string fact) => Confirmed?.Contains(fact) == true;

    private static List<Regulation> Read()
    {
        using var stream = typeof(Regulation).Assembly.GetManifestResourceStream("regulations.json")!;
        return JsonSerializer.Deserialize<List<Regulation>>(stream, JsonSerializerOptions.Web)!;
    }
}
