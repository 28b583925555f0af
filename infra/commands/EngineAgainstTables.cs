using System.Collections.Concurrent;
using Microsoft.DurableTask.Protobuf;
using Sakip.Audit;
using Sakip.Host.Durable.Store;
using Sakip.Kernel;
using Sakip.Recovery;
using Sakip.Storage;

namespace Sakip.Commands;

/// <summary>
/// Compares the engine with the tables. The emulator writes its tables every five seconds and the engine at once: where
/// both were killed, the engine may know what the tables have lost.
/// </summary>
internal static class EngineAgainstTables
{
    private const int Parallel = 16;

    /// <param name="before">An instance that began later may still be on its way to its row.</param>
    /// <returns>Whether both tell the same.</returns>
    public static async Task<bool> ListAsync(
        StorageSession session,
        string database,
        DateTime before,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        var reports = EngineInspection.Read(database, DateTimeOffset.UnixEpoch, TimeSpan.Zero);
        var open = reports.Select(report => report.Instance.Id).ToHashSet(StringComparer.Ordinal);
        var begun = reports.Where(report => report.Instance.Created < before).Select(report => report.Instance.Id);
        var completed = EngineDatabase.Read(database, store => store.All(OrchestrationStatus.Completed));
        var found = new ConcurrentBag<string>();
        await ForEachAsync(
            begun,
            async (id, token) =>
            {
                if (await IsUnknownAsync(session.Storage, id, token))
                    found.Add($"{id}: berjalan di mesin, dan tabel tidak mengenalnya");
            },
            cancellation
        );
        await ForEachAsync(
            completed.Select(row => row.Id),
            async (id, token) =>
            {
                if (
                    YearInstances.StepOf(id) is var (subject, step, attempt)
                    && await session.Storage.Subjects.FindAsync<ClaimRow>(
                        Keys.Partition(subject),
                        RowKeys.Claim(step, attempt),
                        token
                    )
                        is null
                )
                {
                    found.Add($"{id}: selesai di mesin, dan keputusannya tidak ada di tabel");
                }
            },
            cancellation
        );
        foreach (var office in await new AuditChains(session.Storage).AllAsync(cancellation))
        {
            foreach (var waiting in await session.Storage.WaitingAsync(office, cancellation))
            {
                var id = InstanceIds.Approval(Subject.Parse(waiting.Subject)!, waiting.Step, waiting.Attempt);
                if (!open.Contains(id))
                    found.Add($"{id}: ditunggu menurut tabel, dan tidak berjalan di mesin");
            }
        }

        if (found.IsEmpty)
            return true;
        output.WriteLine("Mesin dan tabel tidak sama. Bangun kembali tahunnya: ./run rebuild --unit KODE --year TAHUN");
        foreach (var line in found.Order(StringComparer.Ordinal))
            output.WriteLine($"  {line}");
        return false;
    }

    // A cycle has its year's row, a step the row that it was opened with; the others follow from these.
    private static async Task<bool> IsUnknownAsync(OfficeStorage storage, string id, CancellationToken cancellation)
    {
        if (YearInstances.StepOf(id) is var (subject, step, attempt))
        {
            return await storage.Subjects.FindAsync<ApprovalRow>(
                Keys.Partition(subject),
                RowKeys.Approval(step, attempt),
                cancellation
            )
                is null;
        }

        return id.Split(':') is ["cycle", var unit, var text]
            && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var year)
            && await storage.Years.FindAsync<OfficeYearRow>(
                OfficeYearRow.Partition,
                Keys.Partition(new OfficeYear(unit, year)),
                cancellation
            )
                is null;
    }

    private static Task ForEachAsync(
        IEnumerable<string> ids,
        Func<string, CancellationToken, ValueTask> look,
        CancellationToken cancellation
    ) =>
        System.Threading.Tasks.Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation },
            look
        );
}
