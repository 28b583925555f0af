using System.Globalization;
using Sakip.Embedded.Engine.History;
using Sakip.Embedded.Engine.Inspection;

namespace Sakip.Commands;

/// <summary>The table of the instances, readable at 100 columns. Times are UTC.</summary>
internal static class InstanceListing
{
    private const int IdWidth = 40;
    private const int AgeWidth = 9;
    private const int WaitWidth = 31;

    public static void Write(IReadOnlyList<InstanceReport> reports, DateTime now, TextWriter output)
    {
        Line(output, "INSTANS", "UMUR", "MENUNGGU", "SEJAK");
        foreach (var report in reports)
        {
            var waits = report.Waits.DefaultIfEmpty().ToArray();
            Line(output, report.InstanceId, Age(now - report.Created), Describe(waits[0]), Since(waits[0]));
            foreach (var wait in waits.Skip(1)) Line(output, "", "", Describe(wait), Since(wait));
            if (report.Stuck is { } obstacle) output.WriteLine($"  MACET: {Describe(obstacle)}");
        }
    }

    // A text that is too long for its column keeps its own line, whole, so that it can be copied.
    private static void Line(TextWriter output, string id, string age, string wait, string since)
    {
        if (id.Length > IdWidth)
        {
            output.WriteLine(id);
            id = "";
        }

        var start = $"{id,-IdWidth}  {age,AgeWidth}  ";
        if (wait.Length > WaitWidth)
        {
            output.WriteLine(start + wait);
            (start, wait) = (new string(' ', start.Length), "");
        }

        output.WriteLine($"{start}{wait,-WaitWidth}  {since}".TrimEnd());
    }

    private static string Describe(Waiting? wait) => wait switch
    {
        null => "-",
        { Kind: WaitingKind.Activity } => $"kegiatan {wait.Name}",
        { Kind: WaitingKind.SubOrchestration } => $"alur {wait.Name}",
        { Kind: WaitingKind.Event } => $"peristiwa {wait.Name}",
        _ => $"waktu {Instant(wait.Due)}",
    };

    private static string Describe(Obstacle obstacle) => obstacle switch
    {
        { Kind: ObstacleKind.NotBegun } => "belum pernah dijalankan",
        { Kind: ObstacleKind.NothingToWaitFor } => "tidak menunggu apa pun",
        { Kind: ObstacleKind.ActivityWithoutOutcome, Wait: { } wait } =>
            $"kegiatan {wait.Name} belum ada hasilnya sejak {Instant(wait.Since)}",
        { Kind: ObstacleKind.TimerOverdue, Wait: { } wait } => $"seharusnya lanjut pada {Instant(wait.Due)}",
        { Kind: ObstacleKind.ChildMissing, Wait: { } wait } => $"alur {wait.Name} tidak ada",
        _ => $"alur {obstacle.Wait?.Name} sudah selesai tetapi hasilnya tidak sampai",
    };

    private static string Since(Waiting? wait) => wait is null ? "" : Instant(wait.Since);

    private static string Instant(DateTime? time) =>
        time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string Age(TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => Count(age.TotalDays, "hari"),
        { TotalHours: >= 2 } => Count(age.TotalHours, "jam"),
        _ => Count(Math.Max(0, age.TotalMinutes), "menit"),
    };

    private static string Count(double amount, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(amount)} {unit}");
}
