using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>What a form gave: the submission, or what is wrong with which field.</summary>
internal sealed record SubmissionReading(Submission? Submission, IReadOnlyDictionary<string, string> Errors)
{
    /// <summary>Rows that were left empty; the sender is asked whether there is nothing to report.</summary>
    public IReadOnlyList<SubmissionGap> Gaps { get; init; } = [];
}

/// <summary>What the form asks for.</summary>
internal sealed record SubmissionSheet
{
    public required Quarter Quarter { get; init; }

    public required IReadOnlyList<Indicator> Indicators { get; init; }

    public required IReadOnlyList<Budget.SubActivity> SubActivities { get; init; }

    public required IReadOnlyList<ActionItem> Actions { get; init; }

    /// <summary>The budget version in force.</summary>
    public required Budget Budget { get; init; }

    public required AgreementTerms? Terms { get; init; }

    /// <summary>What was locked last quarter, for comparison; null in the first.</summary>
    public required QuarterlyFigures? Before { get; init; }

    /// <summary>What was handed in before it was returned, or locked before it was reopened; null the first time.</summary>
    public required Submission? Returned { get; init; }

    public required RatingScale Scale { get; init; }

    public required CalculationPolicy Policy { get; init; }

    /// <summary>What the finance system has spent by the quarter's end, where it was imported.</summary>
    public BudgetRealisation? Finance { get; init; }

    /// <summary>What evidence may prove: codes of indicators, sub-activities and action-plan items.</summary>
    public IReadOnlyList<string> Owners() =>
        [
            .. Indicators.Select(one => one.Code),
            .. SubActivities.Select(one => one.Code),
            .. Actions.Select(one => one.Code),
        ];
}

/// <summary>Puts a sub-unit's form together and reads it.</summary>
internal sealed class SubmissionDesk(
    OfficeStorage storage,
    BlobVault vault,
    PlanStore plans,
    AgreementRecords agreements,
    QuarterRecords quarters,
    BudgetRealisations finance
)
{
    public async Task<SubmissionSheet> SheetAsync(OpenedLink link, CancellationToken cancellation)
    {
        return await SheetAsync(
            link.Plan,
            (SubUnitReportSubject)link.Subject,
            await ReturnedAsync(link, cancellation),
            cancellation
        );
    }

    public async Task<SubmissionSheet> SheetAsync(
        OfficePlan plan,
        SubUnitReportSubject report,
        Submission? returned,
        CancellationToken cancellation
    )
    {
        var standing = await storage.Memory.ReadAsync(
            "form " + report.Quarter.Code(),
            report.Office,
            () => StandingAsync(plan, report.Quarter, CancellationToken.None),
            cancellation
        );
        var carriers = Carriers.In(plan, report.Quarter);
        var reported = IndicatorTerms.In(plan, report.Quarter);
        return new SubmissionSheet
        {
            Quarter = report.Quarter,
            Indicators =
            [
                .. plan
                    .StrategicPlan.Indicators()
                    .Where(indicator => carriers.Of(indicator) == report.SubUnit && reported.Stands(indicator.Code)),
            ],
            SubActivities = [.. standing.Budget.SubActivities().Where(sub => carriers.Of(sub) == report.SubUnit)],
            Actions =
            [
                .. plan.ActionPlan.Where(item =>
                    carriers.Of(item) == report.SubUnit && reported.Stands(item.Indicator)
                ),
            ],
            Budget = standing.Budget,
            Terms = standing.Terms,
            Before = standing.Before,
            Returned = returned,
            Scale = plan.RatingScale,
            Policy = plan.Policy,
            Finance = standing.Finance,
        };
    }

    /// <summary>What the forms of all sub-units compare with.</summary>
    private async Task<Standing> StandingAsync(OfficePlan plan, Quarter quarter, CancellationToken cancellation)
    {
        var office = plan.Office;
        var terms = (await agreements.ReadAsync(office, cancellation)).LastOrDefault().Snapshot?.Terms;
        return new Standing(
            terms,
            await plans.BudgetInForceAsync(plan, terms?.BudgetSequence ?? 0, cancellation),
            await quarters.BeforeAsync(office, quarter, cancellation),
            await finance.ReadAsync(office, quarter, cancellation)
        );
    }

    private sealed record Standing(
        AgreementTerms? Terms,
        Budget Budget,
        QuarterlyFigures? Before,
        BudgetRealisation? Finance
    );

    public async Task<SubmissionReading> ReadAsync(
        OpenedLink link,
        IReadOnlyDictionary<string, string> form,
        CancellationToken cancellation
    ) => SubmissionForm.Read(await SheetAsync(link, cancellation), link.Approval.SubUnit!, form);

    /// <summary>What was handed in for this report and is to be approved or verified.</summary>
    public async Task<Submission?> HandedInAsync(OpenedLink link, CancellationToken cancellation)
    {
        return link.State?.Hash is { } hash
            ? SakipJson.Read<Submission>(await vault.SnapshotAsync(hash, cancellation))
            : null;
    }

    /// <summary>What was handed in as a revision; null where there is no such revision.</summary>
    public async Task<Submission?> RevisionAsync(Subject report, int revision, CancellationToken cancellation)
    {
        if (revision < 1)
            return null;
        var claim = await storage.Subjects.FindAsync<ClaimRow>(
            Keys.Partition(report),
            RowKeys.Claim(ApprovalPolicy.Of(ApprovalKind.ReportSubmission).Step, revision),
            cancellation
        );
        return claim?.BodyHash is { } hash
            ? SakipJson.Read<Submission>(await vault.SnapshotAsync(hash, cancellation))
            : null;
    }

    /// <summary>Why the revision before this one was returned.</summary>
    public async Task<string?> ReturnNoteAsync(OpenedLink link, CancellationToken cancellation)
    {
        var rows = link.Rows ?? await SubjectRows.ReadAsync(storage, Keys.Partition(link.Subject), cancellation);
        foreach (var kind in (ApprovalKind[])[ApprovalKind.ReportVerification, ApprovalKind.ReportApproval])
        {
            var claim = rows.Claim(ApprovalPolicy.Of(kind).Step, link.Approval.Attempt - 1);
            if (claim is { Decision: nameof(Decision.Returned) })
                return claim.Note;
        }

        return null;
    }

    private async Task<Submission?> ReturnedAsync(OpenedLink link, CancellationToken cancellation)
    {
        if (link.Approval.Attempt > 1)
            return await RevisionAsync(link.Subject, link.Approval.Attempt - 1, cancellation);
        var report = (SubUnitReportSubject)link.Subject;
        if (report.Round == 1)
            return null;
        var locked = (await quarters.ReadAsync(report.Office, cancellation)).FirstOrDefault(one =>
            one.Quarter == report.Quarter
        );
        return locked is null
            ? null
            : new Submission(
                [.. locked.Indicators.Where(figure => figure.SubUnit == report.SubUnit)],
                [.. locked.SubActivities.Where(figure => figure.SubUnit == report.SubUnit)],
                [.. locked.Actions.Where(figure => figure.SubUnit == report.SubUnit)]
            );
    }
}
