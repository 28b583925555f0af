using Sakip.Evaluation;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>Makes the agreement that a plan, a budget version and the parties of a day call for.</summary>
internal static class AgreementDrafting
{
    /// <summary>What keeps a draft from being made at all: no party, or one person on both sides.</summary>
    public static string? Obstacle(OfficePlan plan, DateOnly on)
    {
        var directory = new OfficeDirectory(plan);
        var (first, second) = (directory.FirstParty(on), directory.SecondParty(on));
        return (first, second) switch
        {
            (null, _) => $"Jabatan pihak pertama ({NameOf(plan, plan.Agreement.FirstParty)}) sedang tidak terisi.",
            (_, null) => $"Jabatan pihak kedua ({NameOf(plan, plan.Agreement.SecondParty)}) sedang tidak terisi.",
            _ when first.Official.Code == second.Official.Code =>
                $"{first.Official.FullName()} menduduki jabatan kedua pihak; seorang pejabat tidak dapat berjanji kepada dirinya.",
            _ => null,
        };
    }

    /// <summary>The year's first agreement, or the one that a budget's revision alone calls for.</summary>
    public static AgreementSnapshot Draft(
        OfficePlan plan,
        BudgetRevision? revision,
        AgreementTerms? earlier,
        DateOnly on
    )
    {
        if (revision is null)
            return Draft(plan, 0, null, earlier, plan.Budget, on);
        var order = new RevisionOrder(
            RevisionCause.BudgetRevised,
            revision.Budget.Sequence,
            revision.Reason,
            revision.Explanation,
            revision.TargetChanges,
            Actor.System.Official
        );
        return Draft(plan, revision.Budget.Sequence, order, earlier, revision.Budget, on);
    }

    /// <param name="revision">The number of the agreement: 0 for the year's first.</param>
    /// <param name="order">What the revision was called for by; null for the first agreement.</param>
    /// <param name="earlier">Terms of the agreement in force; null for the first.</param>
    /// <param name="budget">The budget version that it stands on.</param>
    public static AgreementSnapshot Draft(
        OfficePlan plan,
        int revision,
        RevisionOrder? order,
        AgreementTerms? earlier,
        Budget budget,
        DateOnly on
    )
    {
        var targets = Targets(
            earlier?.Targets ?? plan.AnnualPlan.Targets,
            order?.TargetChanges ?? [],
            order?.Retired ?? [],
            isNew: order?.Change is not null
        );
        var directory = new OfficeDirectory(plan);
        return new AgreementSnapshot(
            plan.Unit.Code,
            plan.Year,
            new AgreementTerms(revision, on, budget.Sequence, targets),
            plan.Agreement.Place,
            directory.FirstParty(on)!.Snapshot(),
            directory.SecondParty(on)!.Snapshot(),
            [.. Indicators(plan, targets)],
            [
                .. budget.Programmes.Select(programme => new AgreedProgramme(
                    programme.Code,
                    programme.AgreementName ?? programme.Name,
                    programme.Ceiling(),
                    programme.FundSource
                )),
            ],
            order?.Reason,
            order?.Explanation,
            earlier?.Revision
        )
        {
            Template = plan.Agreement.Template,
            Rows = Rows(plan.Agreement.Template, budget),
        };
    }

    // A leading post answers for programmes, which the snapshot has for every agreement.
    private static List<AgreedProgramme>? Rows(AgreementTemplate? template, Budget budget) =>
        template is AgreementTemplate.Administrator or AgreementTemplate.Pengawas
            ?
            [
                .. AgreementTemplates
                    .Rows(budget, template)
                    .Select(row => new AgreedProgramme(row.Code, row.Name, row.Amount, row.FundSource)),
            ]
            : null;

    private static List<AnnualTarget> Targets(
        IReadOnlyList<AnnualTarget> standing,
        IReadOnlyList<AnnualTarget> changes,
        IReadOnlyList<string> retired,
        bool isNew
    ) =>
        [
            .. standing
                .Where(target => !retired.Contains(target.Indicator))
                .Select(target => changes.FirstOrDefault(change => change.Indicator == target.Indicator) ?? target),
            // Only a change of the strategic plan brings indicators; any other order may name one that was retired since.
            .. isNew ? changes.Where(change => standing.All(target => target.Indicator != change.Indicator)) : [],
        ];

    private static IEnumerable<AgreedIndicator> Indicators(OfficePlan plan, IReadOnlyList<AnnualTarget> targets) =>
        from objective in plan.StrategicPlan.Objectives()
        from indicator in objective.Indicators
        join target in targets on indicator.Code equals target.Indicator
        select new AgreedIndicator(objective.Statement, indicator.Code, indicator.Name, indicator.Measure, target);

    private static string NameOf(OfficePlan plan, string post) =>
        plan.Posts.FirstOrDefault(candidate => candidate.Code == post)?.Name ?? post;
}
