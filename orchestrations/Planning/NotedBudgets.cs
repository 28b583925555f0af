namespace Sakip.Planning;

/// <summary>A budget version that was noted: no figure of the agreement's annex changed with it.</summary>
/// <param name="Stage">As it is named in the year, for example "Pergeseran ke-1".</param>
internal sealed record NotedBudget(string Stage, string Number, DateOnly Date, string Explanation);

/// <summary>
/// Tells which versions of a year's budget call for a revised agreement. Its annex has targets and the amount of each
/// programme: money that moves inside a programme changes nothing in it.
/// </summary>
internal static class NotedBudgets
{
    /// <param name="before">The version that the revision follows.</param>
    /// <param name="template">Whose agreement it is: its annex has programmes, activities or sub-activities.</param>
    public static bool ChangesAnnex(Budget before, BudgetRevision revision, AgreementTemplate? template = null) =>
        revision.TargetChanges.Count > 0
        || !Figures(before, template).SequenceEqual(Figures(revision.Budget, template));

    /// <summary>The version to work with under an agreement: the one that it names, or the last one noted after it.</summary>
    /// <param name="agreed">The version that the agreement in force names.</param>
    /// <param name="later">The versions after it, in order.</param>
    public static Budget InForce(Budget agreed, IEnumerable<BudgetRevision> later, AgreementTemplate? template = null)
    {
        var standing = agreed;
        foreach (var revision in later)
        {
            if (ChangesAnnex(standing, revision, template))
                break;
            standing = revision.Budget;
        }

        return standing;
    }

    /// <param name="revisions">Every revision of the year, in order.</param>
    public static IReadOnlyList<NotedBudget> Of(
        Budget original,
        IReadOnlyList<BudgetRevision> revisions,
        AgreementTemplate? template = null
    )
    {
        var versions = new List<Budget> { original };
        var noted = new List<NotedBudget>();
        foreach (var revision in revisions)
        {
            var isNoted = !ChangesAnnex(versions[^1], revision, template);
            versions.Add(revision.Budget);
            if (isNoted)
            {
                noted.Add(
                    new NotedBudget(
                        BudgetStages.Name(versions),
                        revision.Budget.Number,
                        revision.Budget.Date,
                        revision.Explanation
                    )
                );
            }
        }

        return noted;
    }

    private static IEnumerable<(string Code, decimal Amount)> Figures(Budget budget, AgreementTemplate? template) =>
        AgreementTemplates
            .Rows(budget, template)
            .Select(row => (row.Code, row.Amount))
            .OrderBy(one => one.Code, StringComparer.Ordinal);
}
