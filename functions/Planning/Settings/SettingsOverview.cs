using System.Globalization;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Webhooks;

namespace Sakip.Functions.Planning.Settings;

/// <summary>The first page of the settings: what there is, and who changed what why.</summary>
internal sealed class SettingsOverview(PlanStore plans, WebhookDesk webhooks)
{
    private const int Shown = 20;

    public async Task<SettingsView> OfAsync(OfficePlan plan, Caller caller, CancellationToken cancellation)
    {
        var url = $"/kantor/{plan.Unit.Code}/{plan.Year}/pengaturan/";
        var cards = new List<SettingsCard>
        {
            new(
                "Jendela pelaporan",
                url + "jendela",
                "Kapan laporan triwulan dibuka dan ditutup.",
                $"{plan.Windows.Count} jendela"
            ),
            new("Hari libur", url + "hari-libur", "Dasar perhitungan hari kerja.", $"{plan.Holidays.Count} hari"),
        };
        if (caller.Is(Who.Planner))
        {
            cards.Add(
                new(
                    "Kebijakan hitung",
                    url + "kebijakan",
                    "Rumus, batas, dan pembulatan.",
                    $"versi {plan.Policy.Version}"
                )
            );
        }

        if (caller.Is(Who.Administrator))
            cards.AddRange(await AdministratorCardsAsync(plan, url, cancellation));
        var names = plan.Officials.ToDictionary(official => official.Code, official => official.FullName());
        var versions = await plans.VersionsAsync(plan.Office, cancellation);
        return new SettingsView(
            cards,
            versions.Count,
            [
                .. versions
                    .OrderByDescending(version => version.Number)
                    .Take(Shown)
                    .Select(version => new SettingsVersion(
                        version.Number,
                        PageWords.ShortMoment(version.At),
                        Name(names, version.By),
                        version.Reason
                    )),
            ]
        );
    }

    private async Task<List<SettingsCard>> AdministratorCardsAsync(
        OfficePlan plan,
        string url,
        CancellationToken cancellation
    )
    {
        var hooks = await webhooks.ListAsync(plan.Unit.Code, cancellation);
        return
        [
            new("Pegawai", url + "pegawai", "Menambah pegawai baru.", $"{plan.Officials.Count} pegawai"),
            new("Jabatan", url + "jabatan", "Menambah jabatan.", $"{plan.Posts.Count} jabatan"),
            new("Sub-unit", url + "sub-unit", "Menambah bagian atau tim.", $"{plan.SubUnits.Count} sub-unit"),
            new("Peran", url + "peran", "Siapa boleh apa.", $"{plan.Roles.Count} peran"),
            new(
                "Penempatan",
                url + "penempatan",
                "Siapa memegang jabatan apa.",
                $"{plan.Appointments.Count} penempatan"
            ),
            new("Kontak dan izin", url + "kontak", "Surel, WhatsApp, dan izinnya.", $"{plan.Officials.Count} pegawai"),
            new(
                "Pemberitahuan ke sistem lain (webhook)",
                url + "webhook",
                "Sistem lain yang diberi tahu bila keadaan berubah.",
                $"{hooks.Count} penerima"
            ),
        ];
    }

    private static string Name(Dictionary<string, string> names, string code) =>
        code == Actor.System.Official
            ? "Sistem"
            : names.GetValueOrDefault(code, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(code));
}
