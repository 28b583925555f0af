using Microsoft.DurableTask.Client;
using Sakip.Storage;

namespace Sakip.Planning;

/// <summary>What a file would do, before it does it.</summary>
/// <param name="Hash">Names the file as kept; what is applied is exactly that file.</param>
/// <param name="Base">Version of the plan that it was compared with; 0 where none stands.</param>
/// <param name="NewRevisions">Numbers of the budget revisions that are not stored yet.</param>
internal sealed record ImportPreview(
    string Hash,
    PlanReading Reading,
    int Base,
    IReadOnlyList<PlanDifference> Differences,
    IReadOnlyList<int> NewRevisions
)
{
    /// <summary>The kind of change within the year that stands in the file; null where there is none.</summary>
    public YearChangeKind? Change { get; init; }

    public bool CanApply => Reading.Succeeded && (Base == 0 || Differences.Count > 0 || NewRevisions.Count > 0);
}

internal enum ImportOutcome
{
    Started,
    Changed,
    Unchanged,

    /// <summary>The file has errors, or would touch what is signed.</summary>
    Refused,

    /// <summary>The plan is no longer the one that the file was compared with.</summary>
    Conflict,
}

internal sealed record ImportResult(ImportOutcome Outcome, ImportPreview Preview, PlanVersion? Standing = null);

/// <summary>
/// Takes a plan in: the file is kept under its hash, shown as a preview as often as wanted, and applied whole or not at all.
/// </summary>
internal sealed class ImportDesk(
    PlanStore plans,
    PlanDesk desk,
    IYearStart years,
    Uploads uploads,
    IEnumerable<PlanCheck> checks
)
{
    private readonly IReadOnlyList<PlanCheck> _checks = [.. checks];

    /// <param name="unit">The office that the file must be for; null where it may be any.</param>
    public async Task<ImportPreview> PreviewAsync(byte[] file, string? unit, int? year, CancellationToken cancellation)
    {
        var preview = await PreviewAsync(BlobVault.HashOf(file), file, unit, year, cancellation);
        await uploads.KeepAsync(file, unit ?? preview.Reading.Plan?.Unit.Code, cancellation);
        return preview;
    }

    /// <summary>The preview of a kept file; null where there is no such file.</summary>
    public async Task<ImportPreview?> PreviewAsync(
        string hash,
        string? unit,
        int? year,
        CancellationToken cancellation
    ) =>
        await uploads.FindAsync(hash, cancellation) is { } file
            ? await PreviewAsync(hash, file, unit, year, cancellation)
            : null;

    /// <param name="expected">The version that the preview was made on.</param>
    /// <returns>Null where there is no such file.</returns>
    public async Task<ImportResult?> ApplyAsync(
        string hash,
        int expected,
        string? unit,
        int? year,
        Actor by,
        string reason,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await PreviewAsync(hash, unit, year, cancellation) is not { } preview)
            return null;
        if (preview.Reading.Plan is not { } plan)
            return new ImportResult(ImportOutcome.Refused, preview);
        if (preview.Base != expected)
            return await ConflictAsync(preview, plan, cancellation);
        if (expected == 0)
        {
            var started = await years.StartAsync(plan, client, cancellation, by);
            if (started == StartResult.AlreadyRunning)
                return await ConflictAsync(preview, plan, cancellation);
            await ReviseAsync(preview, plan, by, client, cancellation);
            return new ImportResult(ImportOutcome.Started, preview);
        }

        if (!preview.CanApply)
            return new ImportResult(ImportOutcome.Unchanged, preview);
        var changed = await desk.ChangeAsync(
            plan.Office,
            _ => plan,
            by,
            reason,
            new PlanChangeSettings(Base: expected),
            cancellation
        );
        if (changed.Outcome == PlanChangeOutcome.Conflict)
            return await ConflictAsync(preview, plan, cancellation);
        if (!changed.Stands)
        {
            var failed = preview with { Reading = preview.Reading with { Plan = null, Errors = changed.Errors } };
            return new ImportResult(ImportOutcome.Refused, failed);
        }

        await ReviseAsync(preview, plan, by, client, cancellation);
        return new ImportResult(ImportOutcome.Changed, preview);
    }

    private async Task<ImportPreview> PreviewAsync(
        string hash,
        byte[] file,
        string? unit,
        int? year,
        CancellationToken cancellation
    )
    {
        var reading = PlanFile.Read(file, _checks);
        if (reading.Plan is not { } plan)
            return new ImportPreview(hash, reading, 0, [], []);
        if (unit is not null && (plan.Unit.Code != unit || plan.Year != year))
            return new ImportPreview(hash, Refused(reading, Elsewhere(plan, unit, year)), 0, [], []);
        var standing = await plans.CurrentAsync(plan.Office, cancellation);
        // What is recorded of the year's changes is no part of what people edit: a file without it changes nothing of it.
        if (plan.Changes is null && standing is { Plan.Changes: { } recorded })
            reading = reading with { Plan = plan = plan with { Changes = recorded } };
        var errors = await desk.CheckAsync(plan, cancellation);
        var (fresh, broken) = await RevisionsAsync(reading, plan, cancellation);
        if (errors.Count + broken.Count > 0)
            reading = Refused(reading, [.. errors, .. broken]);
        return new ImportPreview(
            hash,
            reading,
            standing?.Version ?? 0,
            standing is { Plan: var current } ? PlanDifferences.Of(current, plan) : [],
            fresh
        )
        {
            Change = errors.Count == 0 ? null : ChangeIn(errors),
        };
    }

    private static YearChangeKind? ChangeIn(IReadOnlyList<PlanError> errors) =>
        errors.Any(error => error.Path == "$.annualPlan.targets") ? YearChangeKind.StrategicPlan
        : errors.Any(error => error.Path == "$.budget") ? YearChangeKind.Organisation
        : null;

    private async Task<(List<int> Fresh, List<PlanError> Errors)> RevisionsAsync(
        PlanReading reading,
        OfficePlan plan,
        CancellationToken cancellation
    )
    {
        var (fresh, errors) = (new List<int>(), new List<PlanError>());
        var stored = await plans.RevisionsAsync(plan.Office, cancellation);
        foreach (var revision in reading.Revisions)
        {
            var number = revision.Budget.Sequence;
            if (!stored.Contains(number))
            {
                fresh.Add(number);
            }
            else if (
                PlanWriter.Hash(await plans.RevisionAsync(plan.Office, number, cancellation))
                != PlanWriter.Hash(revision)
            )
            {
                errors.Add(
                    new PlanError(
                        $"$.revisions[{number - 1}]",
                        $"Perubahan anggaran ke-{number} sudah tersimpan dengan isi lain dan tidak dapat diubah.",
                        new CellPlace(SheetNames.BudgetVersions)
                    )
                );
            }
        }

        return (fresh, errors);
    }

    private async Task ReviseAsync(
        ImportPreview preview,
        OfficePlan plan,
        Actor by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        foreach (
            var revision in preview.Reading.Revisions.Where(one => preview.NewRevisions.Contains(one.Budget.Sequence))
        )
        {
            await desk.TryReviseBudgetAsync(plan.Office, revision, by, client, cancellation);
        }
    }

    private async Task<ImportResult> ConflictAsync(
        ImportPreview preview,
        OfficePlan plan,
        CancellationToken cancellation
    )
    {
        var versions = await plans.VersionsAsync(plan.Office, cancellation);
        return new ImportResult(ImportOutcome.Conflict, preview, versions.Count == 0 ? null : versions[^1]);
    }

    private static PlanReading Refused(PlanReading reading, params IReadOnlyList<PlanError> errors) =>
        reading with
        {
            Plan = null,
            Errors = errors,
        };

    internal static PlanError Elsewhere(OfficePlan plan, string unit, int? year) =>
        new(
            "$.unit.code",
            $"Berkas berisi rencana {plan.Unit.Code} tahun {plan.Year}, bukan {unit} tahun {year}.",
            new CellPlace(SheetNames.General)
        );
}
