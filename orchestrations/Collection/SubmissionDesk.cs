using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Evaluation;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>What a form gave: the submission, or what is wrong with which field.</summary>
public sealed record SubmissionReading(Submission? Submission, IReadOnlyDictionary<string, string> Errors);

/// <summary>What the form asks for.</summary>
/// <param name="Budget">The budget version in force.</param>
/// <param name="Before">What was locked last quarter, for comparison; null in the first.</param>
/// <param name="Returned">What was handed in before it was returned; null the first time.</param>
public sealed record SubmissionSheet(
    IReadOnlyList<Indicator> Indicators, IReadOnlyList<Budget.SubActivity> SubActivities, Budget Budget,
    AgreementTerms? Terms, QuarterlyFigures? Before, Submission? Returned);

/// <summary>Puts a sub-unit's form together and reads it.</summary>
public sealed class SubmissionDesk(
    OfficeStorage storage, BlobVault vault, PlanStore plans, AgreementRecords agreements, QuarterRecords quarters)
{
    public async Task<SubmissionSheet> SheetAsync(OpenedLink link, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        var (unit, year, subUnit) = (link.Subject.Unit, link.Subject.Year, link.Approval.SubUnit!);
        var inForce = (await agreements.ReadAsync(unit, year, cancellation)).LastOrDefault();
        var budget = await plans.BudgetAsync(unit, year, inForce.Snapshot?.Terms.BudgetSequence ?? 0, cancellation);
        var locked = await quarters.ReadAsync(unit, year, cancellation);
        return new SubmissionSheet(
            [.. link.Plan.StrategicPlan.Indicators().Where(indicator => indicator.SubUnit == subUnit)],
            [.. budget.SubActivities().Where(sub => sub.SubUnit == subUnit)],
            budget, inForce.Snapshot?.Terms, locked.LastOrDefault(), await ReturnedAsync(link, cancellation));
    }

    public async Task<SubmissionReading> ReadAsync(
        OpenedLink link, IReadOnlyDictionary<string, string> form, CancellationToken cancellation) =>
        SubmissionForm.Read(await SheetAsync(link, cancellation), link.Approval.SubUnit!, form);

    /// <summary>What was handed in for this report and is to be approved or verified.</summary>
    public async Task<Submission?> HandedInAsync(OpenedLink link, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.State?.Hash is { } hash
            ? SakipJson.Read<Submission>(await vault.SnapshotAsync(hash, cancellation))
            : null;
    }

    private async Task<Submission?> ReturnedAsync(OpenedLink link, CancellationToken cancellation)
    {
        if (link.Approval.Attempt == 1) return null;
        var claim = await storage.Subjects.FindAsync<ClaimRow>(
            Keys.Partition(link.Subject), RowKeys.Claim(link.Policy.Step, link.Approval.Attempt - 1), cancellation);
        return claim?.BodyHash is { } hash
            ? SakipJson.Read<Submission>(await vault.SnapshotAsync(hash, cancellation))
            : null;
    }
}
