using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Reads what belongs to a step: its subject and plan, its rows, and the window that sets its dates.</summary>
internal sealed class StepStore(OfficeStorage storage, PlanStore plans, IWindows windows, TimeProvider clock)
{
    public async Task<(Subject Subject, ApprovalPolicy Policy, OfficePlan Plan)> ReadAsync(
        ApprovalInput input,
        CancellationToken cancellation
    )
    {
        var subject =
            Subject.Parse(input.Subject)
            ?? throw new ArgumentException($"'{input.Subject}' is no subject.", nameof(input));
        var office = await plans.PlanAsync(subject.Office, cancellation);
        var plan = AgreementParties.Of(office, subject, office.Zone.DateAt(clock.GetUtcNow()));
        return (subject, ApprovalPolicy.Of(input.Kind, plan), plan);
    }

    public Task<SubjectRows> RowsAsync(Subject subject, CancellationToken cancellation) =>
        SubjectRows.ReadAsync(storage, Keys.Partition(subject), cancellation);

    public Task<ApprovalRow?> FindAsync(Subject subject, string step, int attempt, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<ApprovalRow>(Keys.Partition(subject), RowKeys.Approval(step, attempt), cancellation);

    public Task<ClaimRow?> ClaimAsync(Subject subject, string step, int attempt, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<ClaimRow>(Keys.Partition(subject), RowKeys.Claim(step, attempt), cancellation);

    public Task<WindowInForce> InForceAsync(
        OfficePlan plan,
        SubUnitReportSubject report,
        CancellationToken cancellation
    ) => windows.WindowAsync(plan, report.Quarter, report.Round, cancellation);

    /// <summary>The window of a sub-unit's report as it holds now; null where the step has none.</summary>
    public async Task<ReportingWindow?> WindowAsync(OfficePlan plan, Subject subject, CancellationToken cancellation) =>
        subject is SubUnitReportSubject report ? (await InForceAsync(plan, report, cancellation)).Dates : null;

    /// <summary>The window that a step opens with: an extension that nobody has heard of yet moves it when its event comes.</summary>
    public async Task<ReportingWindow?> OpeningWindowAsync(
        OfficePlan plan,
        Subject subject,
        ApprovalInput input,
        CancellationToken cancellation
    ) =>
        input.Extensions == 0 && subject is SubUnitReportSubject { Round: 1 } report
            ? plan.Windows.Single(window => window.Quarter == report.Quarter)
            : await WindowAsync(plan, subject, cancellation);
}
