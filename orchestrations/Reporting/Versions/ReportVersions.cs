using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>Why a correction was asked for.</summary>
/// <param name="Narratives">Texts that their owners are asked for again; the others stand as they are.</param>
internal sealed record CorrectionRequest(
    int Version,
    string Reason,
    string By,
    string ByName,
    DateTimeOffset At,
    IReadOnlyList<string>? Narratives = null
);

internal enum CorrectionStart
{
    Started,

    /// <summary>Nothing is published yet: the report itself is still to be corrected.</summary>
    NothingPublished,

    /// <summary>A correction is already on its way.</summary>
    AlreadyRunning,
    ReasonMissing,
}

/// <summary>
/// Versions of a published report. A published one never changes: a correction runs the whole way again, from the check to
/// the signature, and says what it changed. Texts stand unless the planner has their owners asked again.
/// </summary>
internal sealed class ReportVersions(
    PlanStore plans,
    ReportRecords records,
    ReportCorrections corrections,
    CycleDesk cycles,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    public const int LongestReason = 1000;

    /// <summary>The correction that leads to a version; null where nobody asked for it.</summary>
    public Task<CorrectionRequest?> CorrectionAsync(OfficeYear office, int version, CancellationToken cancellation) =>
        corrections.FindAsync(office, version, cancellation);

    public async Task<CorrectionStart> StartAsync(
        OfficeYear office,
        string reason,
        IReadOnlyCollection<string> narratives,
        Actor by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            return CorrectionStart.ReasonMissing;
        if ((await records.AllAsync(office, cancellation)).LastOrDefault() is not { } latest)
            return CorrectionStart.NothingPublished;
        var plan = await plans.PlanAsync(office, cancellation);
        var version = latest.Version + 1;
        var name = plan.Officials.FirstOrDefault(official => official.Code == by.Official)?.FullName() ?? by.Official;
        var request = new CorrectionRequest(
            version,
            reason.Trim(),
            by.Official,
            name,
            clock.GetUtcNow(),
            [.. plan.Report.Narratives.Select(text => text.Section).Where(narratives.Contains)]
        );
        var change = new SubjectChange(new AnnualReportSubject(office, version), "start-correction", request.At)
            .By(by, AuditAction.StartCorrection, latest.Record.PdfHash, request.Reason)
            .Insert(ReportCorrections.Row(request), ReportCorrections.Key);
        if (await dispatcher.CommitAsync(change, client, cancellation) != CommitResult.Committed)
            return CorrectionStart.AlreadyRunning;
        await cycles.ReopenAsync(office, cancellation);
        await AssembleAsync(office, version, client, cancellation);
        return CorrectionStart.Started;
    }

    /// <summary>The version that is being made: the one after the last published, if somebody asked for it, else the first.</summary>
    public async Task<int?> RunningAsync(OfficeYear office, CancellationToken cancellation)
    {
        var latest = (await records.AllAsync(office, cancellation)).LastOrDefault()?.Version ?? 0;
        if (latest == 0)
            return 1;
        return await corrections.FindAsync(office, latest + 1, cancellation) is null ? null : latest + 1;
    }

    /// <summary>
    /// The correction that is on its way, also where its version is published and the year is only to be closed; null
    /// where nobody corrects the report.
    /// </summary>
    public async Task<CorrectionRequest?> CorrectionAsync(OfficeYearRow year, CancellationToken cancellation)
    {
        var latest = (await records.AllAsync(year.Office, cancellation)).LastOrDefault()?.Version ?? 0;
        return await corrections.FindAsync(year.Office, latest + 1, cancellation)
            ?? (
                year.State == OfficeYearState.Correcting
                    ? await corrections.FindAsync(year.Office, latest, cancellation)
                    : null
            );
    }

    /// <summary>Starts the assembly of a version that was asked for.</summary>
    public static Task<string> AssembleAsync(
        OfficeYear office,
        int version,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        return client.ScheduleNewOrchestrationInstanceAsync(
            ReportAssembly.V2,
            new ReportAssemblyInput(office.Unit, office.Year, version),
            new StartOrchestrationOptions(new AnnualReportSubject(office, version).InstanceId),
            cancellation
        );
    }
}
