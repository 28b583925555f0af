using System.Globalization;
using Microsoft.DurableTask.Protobuf;
using Sakip.Host.Clock;
using Sakip.Host.Durable.Store;
using Sakip.Host.Start;

namespace Sakip.Commands;

/// <summary>Lists what has not finished, what it waits for, what will not go on by itself, and what failed.</summary>
internal static class Doctor
{
    /// <summary>The file of a data folder that holds the engine's instances.</summary>
    public const string Database = "engine.db";

    /// <summary>How long something that should happen by itself may take before it counts as stuck.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <returns>0 when nothing is stuck or failed, 1 when something is.</returns>
    public static async Task<int> RunAsync(CommandLine line, TextWriter output, CancellationToken cancellation)
    {
        var isWell = true;
        foreach (var folder in line.Folders(Database))
        {
            isWell &= Look(folder, output);
            if (!File.Exists(Path.Combine(folder, "azurite", "process.json")))
                continue;
            await using var session = await StorageSession.OpenAsync(folder, cancellation);
            isWell &= await EngineAgainstTables.ListAsync(
                session,
                Path.Combine(folder, Database),
                Begun(folder),
                output,
                cancellation
            );
            isWell &= await FailedLetters.ListAsync(session, output, cancellation);
        }

        return isWell ? 0 : 1;
    }

    private static bool Look(string folder, TextWriter output)
    {
        var database = Path.Combine(folder, Database);
        var now = Now(database);
        var reports = EngineInspection.Read(database, now, Patience);
        var failed = EngineDatabase.Read(database, store => store.All(OrchestrationStatus.Failed));
        var stuck = reports.Count(report => report.Stuck is not null);
        var state = DataFolder.IsInUse(folder) ? "berjalan" : "tidak berjalan";
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{folder}: aplikasi {state}; {now:yyyy-MM-dd HH:mm} UTC; "
                    + $"{reports.Count} belum selesai, {stuck} macet, {failed.Count} gagal"
            )
        );
        if (reports.Count > 0)
            InstanceListing.Write(reports, now.UtcDateTime, output);
        if (failed.Count > 0)
            InstanceListing.Write(failed, now.UtcDateTime, output);
        return stuck == 0 && failed.Count == 0;
    }

    // Of an app that has stopped nothing is on its way.
    private static DateTime Begun(string folder) =>
        DataFolder.IsInUse(folder) ? Now(Path.Combine(folder, Database)).UtcDateTime - Patience : DateTime.MaxValue;

    // An app on a virtual clock keeps its instant; the ages are counted on that clock.
    private static DateTimeOffset Now(string database) =>
        EngineDatabase.Read(database, store => store.Meta(ClockMemory.Key)) is { } kept
            ? DateTimeOffset.ParseExact(kept, "O", CultureInfo.InvariantCulture)
            : TimeProvider.System.GetUtcNow();
}
