using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>What the API answers about a file that it only looked at.</summary>
internal static class PlanAnswers
{
    public static object Of(ImportPreview preview) =>
        new
        {
            preview.Hash,
            preview.Base,
            preview.CanApply,
            preview.Reading.Counts,
            preview.Reading.Warnings,
            preview.Reading.Cleaned,
            preview.Differences,
            preview.NewRevisions,
        };

    public static object Of(BudgetRevision revision, Budget current) =>
        new
        {
            Sequence = revision.Budget.Sequence,
            Before = current.Ceiling(),
            After = revision.Budget.Ceiling(),
            Targets = revision.TargetChanges,
        };
}
