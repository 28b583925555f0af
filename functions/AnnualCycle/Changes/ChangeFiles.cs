using Microsoft.AspNetCore.Http;
using Sakip.Functions.Planning;
using Sakip.Functions.Web;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.AnnualCycle.Changes;

/// <summary>Reads the files that changes within the year come in, and refuses those of another office or year.</summary>
internal sealed class ChangeFiles(PlanStore plans, Uploads uploads, IEnumerable<PlanCheck> checks)
{
    private readonly IReadOnlyList<PlanCheck> _checks = [.. checks];

    /// <summary>The plan in a file that was uploaded before; null where there is none.</summary>
    public async Task<ChangeFile?> FindAsync(string hash, OfficePlan plan, CancellationToken cancellation)
    {
        if (hash.Length != 64 || await uploads.FindAsync(hash, cancellation) is not { } file)
            return null;
        if (PlanFile.Read(file, _checks).Plan is { } read)
            return StrategicFile.Elsewhere(read, plan) is null ? new ChangeFile(hash, read, plan.Budget) : null;
        var current = await plans.LatestBudgetAsync(plan.Office, cancellation);
        return PlannedMoves.RevisionIn(file) is { } revision
            ? new ChangeFile(hash, plan with { Budget = revision.Budget }, current)
            : null;
    }

    /// <summary>The plan that came with a form, or was uploaded before it; null and a fault where there is none.</summary>
    public async Task<OfficePlan?> GivenAsync(
        HttpRequest request,
        PostedForm form,
        OfficePlan plan,
        CancellationToken cancellation
    )
    {
        if (form.Text(ChangeForms.File) is { Length: 64 } hash && await FindAsync(hash, plan, cancellation) is { } kept)
            return kept.Plan;
        var (file, error) = await PlanUpload.FormAsync(request, cancellation);
        if (file is null)
        {
            form.Fault(PlanUpload.Field, error!);
            return null;
        }

        var reading = PlanFile.Read(file, _checks);
        foreach (var fault in reading.Errors.Take(5))
        {
            form.Fault(
                PlanUpload.Field,
                fault.Cell is { } cell ? $"{cell}: {fault.Message}" : $"{fault.Path}: {fault.Message}"
            );
        }

        if (reading.Plan is not { } given || StrategicFile.Elsewhere(given, plan) is not { } elsewhere)
            return reading.Plan;
        form.Fault(PlanUpload.Field, elsewhere.Message);
        return null;
    }
}
