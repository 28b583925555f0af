using System.Globalization;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine.Inspection;
using Sakip.Embedded.Hosting;

namespace Sakip.Commands;

/// <summary>Lists what has not finished, what it waits for, and what will not go on by itself.</summary>
internal static class Doctor
{
    /// <summary>How long something that should happen by itself may take before it counts as stuck.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <returns>0 when nothing is stuck, 1 when something is.</returns>
    public static int Run(CommandLine line, TextWriter output)
    {
        var stuck = 0;
        foreach (var folder in line.Folders("engine.db"))
        {
            var database = Path.Combine(folder, "engine.db");
            var now = Now(database);
            var reports = EngineInspection.Read(database, now, Patience);
            var here = reports.Count(report => report.Stuck is not null);
            var state = DataFolder.IsInUse(folder) ? "berjalan" : "tidak berjalan";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{folder}: aplikasi {state}; {now:yyyy-MM-dd HH:mm} UTC; "
                + $"{reports.Count} belum selesai, {here} macet"));
            if (reports.Count > 0) InstanceListing.Write(reports, now.UtcDateTime, output);
            stuck += here;
        }

        return stuck == 0 ? 0 : 1;
    }

    // An app on a virtual clock keeps its instant; the ages are counted on that clock.
    private static DateTimeOffset Now(string database) =>
        EngineInspection.ReadMeta(database, ClockMemory.Key) is { } kept
            ? DateTimeOffset.ParseExact(kept, "O", CultureInfo.InvariantCulture)
            : TimeProvider.System.GetUtcNow();
}
