using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Web;

namespace Sakip.Functions.Access;

/// <param name="Section">The last part of the section's URL; empty for the office's first page.</param>
internal sealed record NavigationItem(string Section, string Label, string Url);

/// <summary>
/// The sections that somebody may open, in the order of the year's work. What a page's function allows is what the menu
/// shows, so that the two cannot differ.
/// </summary>
internal sealed class Navigation
{
    private static readonly (string Section, string Label)[] Known =
    [
        ("", "Beranda"),
        ("tugas", "Tugas saya"),
        ("rencana", "Rencana kinerja"),
        ("anggaran", "Anggaran"),
        ("perjanjian", "Perjanjian kinerja"),
        ("persetujuan", "Tautan persetujuan"),
        ("triwulan", "Laporan triwulan"),
        ("temuan", "Temuan"),
        ("angka", "Angka"),
        ("narasi", "Narasi"),
        ("laporan", "Laporan tahunan"),
        ("dokumen", "Dokumen"),
        ("audit", "Jejak audit"),
        ("pesan", "Pesan"),
        ("pengaturan", "Pengaturan"),
        ("keadaan", "Keadaan sistem"),
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
                    $"/kantor/{request.Unit}/{request.Year}" + (item.Section.Length == 0 ? "" : "/" + item.Section)
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
