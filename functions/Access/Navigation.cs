using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Web;

namespace Sakip.Functions.Access;

/// <param name="Section">The last part of the section's URL; empty for the office's first page.</param>
internal sealed record NavigationItem(string Section, string Label, string Url, string Group);

/// <summary>
/// The sections that somebody may open, in the order of the year's work. What a page's function allows is what the menu
/// shows, so that the two cannot differ.
/// </summary>
internal sealed class Navigation
{
    private const string Work = "Kerja";
    private const string Plans = "Rencana";
    private const string Results = "Hasil";
    private const string Upkeep = "Sistem";

    /// <summary>The list of one's own tasks, whose number the menu shows.</summary>
    public const string Tasks = "tugas";

    private static readonly (string Section, string Label, string Group)[] Known =
    [
        ("", "Beranda", Work),
        (Tasks, "Tugas saya", Work),
        ("triwulan", "Laporan triwulan", Work),
        ("temuan", "Temuan", Work),
        ("persetujuan", "Menunggu keputusan", Work),
        ("rencana", "Rencana kinerja", Plans),
        ("pohon", "Pohon kinerja", Plans),
        ("anggaran", "Anggaran", Plans),
        ("perjanjian", "Perjanjian kinerja", Plans),
        ("perubahan", "Perubahan dalam tahun", Plans),
        ("angka", "Angka", Results),
        ("narasi", "Narasi", Results),
        ("laporan", "Laporan tahunan", Results),
        ("dokumen", "Dokumen", Results),
        ("pesan", "Pesan", Upkeep),
        ("audit", "Jejak audit", Upkeep),
        ("pengaturan", "Pengaturan", Upkeep),
        ("keadaan", "Keadaan sistem", Upkeep),
    ];

    private readonly Dictionary<string, AllowAttribute> _sections = Find();

    public IReadOnlyList<NavigationItem> Of(PageRequest request)
    {
        return
        [
            .. Known
                .Where(item =>
                    _sections.TryGetValue(item.Section, out var allow) && allow.Who.Any(who => request.Caller.Is(who))
                )
                .Select(item => new NavigationItem(
                    item.Section,
                    item.Label,
                    $"/kantor/{request.Unit}/{request.Year}" + (item.Section.Length == 0 ? "" : "/" + item.Section),
                    item.Group
                )),
        ];
    }

    private static Dictionary<string, AllowAttribute> Find()
    {
        var sections = new Dictionary<string, AllowAttribute>(StringComparer.Ordinal);
        foreach (var method in typeof(Navigation).Assembly.GetTypes().SelectMany(type => type.GetMethods()))
        {
            var route = method
                .GetParameters()
                .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
                .FirstOrDefault(trigger => trigger is not null)
                ?.Route;
            if (route is null || method.GetCustomAttribute<AllowAttribute>() is not { AsksWho: true } allow)
                continue;
            if (!route.StartsWith(Routes.Office, StringComparison.Ordinal))
                continue;
            var section = route[Routes.Office.Length..].TrimStart('/');
            if (!section.Contains('/', StringComparison.Ordinal))
                sections.TryAdd(section, allow);
        }

        return sections;
    }
}
