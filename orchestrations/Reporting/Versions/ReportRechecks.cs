using System.Globalization;
using Microsoft.DurableTask.Client;
using Sakip.Consistency;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>The planner has mended what an attempt of the report stopped at.</summary>
internal sealed class ReportRecheckRow : Row
{
    public int Attempt { get; set; }
    public string By { get; set; } = "";
    public DateTimeOffset At { get; set; }

    /// <summary>When the instance was made that was told. The next one, of a cycle that is built again, is told too.</summary>
    public string? Told { get; set; }
}

/// <summary>
/// Keeps that the report is to be checked again, and tells its instance. One that has not begun is told by the sweep that
/// finds it running; one that has ended needs to hear nothing more.
/// </summary>
internal sealed class ReportRechecks(
    OfficeStorage storage,
    ReportVersions versions,
    ReportRecords records,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    private const string Prefix = "recheck|";

    /// <summary>Has the version that is being made, or else the last one, checked again.</summary>
    /// <param name="attempt">The attempt that was handed back.</param>
    public async Task AskAsync(
        OfficeYear office,
        int attempt,
        Actor by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var version =
            await versions.RunningAsync(office, cancellation)
            ?? (await records.AllAsync(office, cancellation))[^1].Version;
        var report = new AnnualReportSubject(office, version);
        var now = clock.GetUtcNow();
        var change = new SubjectChange(report, FormattableString.Invariant($"recheck:{attempt}"), now)
            .By(by, AuditAction.RecheckReport)
            .Insert(
                new ReportRecheckRow
                {
                    Attempt = attempt,
                    By = by.Official,
                    At = now,
                },
                FormattableString.Invariant($"{Prefix}{attempt:D4}")
            );
        await dispatcher.CommitAsync(change, client, cancellation);
        await TellAsync(report, client, cancellation);
    }

    /// <summary>Tells the report that is being made of what a crash, or its late beginning, has kept from it.</summary>
    public async Task TellAgainAsync(OfficeYear office, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await versions.RunningAsync(office, cancellation) is { } version)
            await TellAsync(new AnnualReportSubject(office, version), client, cancellation);
    }

    private async Task TellAsync(Subject report, DurableTaskClient client, CancellationToken cancellation)
    {
        OrchestrationMetadata? instance = null;
        await foreach (
            var row in storage.Subjects.UnderAsync<ReportRecheckRow>(Keys.Partition(report), Prefix, cancellation)
        )
        {
            instance ??= await client.GetInstanceAsync(report.InstanceId, cancellation);
            if (instance is null)
                return;
            var made = instance.CreatedAt.ToString("O", CultureInfo.InvariantCulture);
            if (row.Told == made)
                continue;
            await client.TellAsync(
                report.InstanceId,
                InstanceIds.Recheck(row.Attempt),
                new RecheckSignal(),
                cancellation
            );
            await storage.Subjects.ChangeAsync<ReportRecheckRow>(
                row.PartitionKey,
                row.RowKey,
                found =>
                {
                    found.Told = made;
                    return true;
                },
                cancellation
            );
        }
    }
}
