using System.Globalization;
using System.Text.Json;
using Sakip.Host.Durable;
using Sakip.Host.Durable.Store;
using Sakip.Storage;

namespace Sakip.Commands;

/// <summary>The table of the instances, readable at 100 columns. Times are UTC.</summary>
internal static class InstanceListing
{
    private const int TextWidth = 82;
    private const int TimeWidth = 16;

    public static void Write(IReadOnlyList<InstanceReport> reports, DateTime now, TextWriter output)
    {
        Line(output, "INSTANS, dan yang ditunggunya", "UMUR, dan SEJAK");
        foreach (var report in reports)
        {
            Line(output, report.Instance.Id, Age(now - report.Instance.Created));
            var status = StatusOf(report);
            if (status is not null)
                Line(output, $"    {status}", "");
            foreach (var wait in report.Waits.Where(wait => status is null || wait.Kind != WaitingKind.Event))
                Line(output, $"    {Describe(wait)}", Instant(wait.Since));
            if (report.Stuck is { } obstacle)
                Line(output, $"    MACET: {Describe(obstacle)}", "");
        }
    }

    public static void Write(IReadOnlyList<InstanceRow> failed, DateTime now, TextWriter output)
    {
        Line(output, "INSTANS YANG GAGAL, dan sebabnya", "UMUR, dan SEJAK");
        foreach (var instance in failed)
        {
            Line(output, instance.Id, Age(now - instance.Created));
            Line(
                output,
                $"    GAGAL: {instance.Output?.ReplaceLineEndings(" ") ?? "tanpa keterangan"}",
                Instant(instance.Updated)
            );
        }
    }

    // What the instance says of itself tells more than that it waits for some event.
    private static string? StatusOf(InstanceReport report) =>
        Standing.Read(report.Instance.CustomStatus) is { } trouble ? trouble.Waits
        : report.Instance.CustomStatus?.StartsWith('"') == true
            ? JsonSerializer.Deserialize<string>(report.Instance.CustomStatus)
        : null;

    // A text that is too long for its column keeps its own line, whole, so that it can be copied.
    private static void Line(TextWriter output, string text, string time)
    {
        if (text.Length > TextWidth)
        {
            output.WriteLine(text);
            text = "";
        }

        output.WriteLine($"{text, -TextWidth}  {time, TimeWidth}".TrimEnd());
    }

    private static string Describe(Waiting wait) =>
        wait switch
        {
            { Kind: WaitingKind.Activity } => $"kegiatan {wait.Name}",
            { Kind: WaitingKind.SubOrchestration } => $"alur {wait.Name}",
            { Kind: WaitingKind.Event } => "peristiwa",
            _ => $"waktu {Instant(wait.Due)}",
        };

    private static string Describe(Obstacle obstacle) =>
        obstacle switch
        {
            { Kind: ObstacleKind.NotBegun } => "belum pernah dijalankan",
            { Kind: ObstacleKind.ActivityWithoutOutcome, Wait: { } wait } =>
                $"kegiatan {wait.Name} belum ada hasilnya sejak {Instant(wait.Since)}",
            { Kind: ObstacleKind.TimerOverdue, Wait: { } wait } => $"seharusnya lanjut pada {Instant(wait.Due)}",
            { Kind: ObstacleKind.ChildMissing, Wait: { } wait } => $"alur {wait.Name} tidak ada",
            _ => $"alur {obstacle.Wait?.Name} sudah selesai tetapi hasilnya tidak sampai",
        };

    private static string Instant(DateTime? time) =>
        time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string Age(TimeSpan age) =>
        age switch
        {
            { TotalDays: >= 2 } => Count(age.TotalDays, "hari"),
            { TotalHours: >= 2 } => Count(age.TotalHours, "jam"),
            _ => Count(Math.Max(0, age.TotalMinutes), "menit"),
        };

    private static string Count(double amount, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(amount)} {unit}");
}
