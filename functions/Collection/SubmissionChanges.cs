using Sakip.Collection;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Collection;

/// <summary>What a revision changed against the one before, for the verifier and for who sent it.</summary>
internal static class SubmissionChanges
{
    public static IReadOnlyList<PageTable> Of(OfficePlan plan, Submission? before, Submission? now)
    {
        if (before is null || now is null)
            return [];
        var old = Cells(plan, before).ToDictionary(cell => cell.Label, cell => cell.Value);
        var changed = Cells(plan, now)
            .Where(cell => old.GetValueOrDefault(cell.Label, "–") != cell.Value)
            .Select(cell => (IReadOnlyList<string>)[cell.Label, old.GetValueOrDefault(cell.Label, "–"), cell.Value])
            .ToList();
        return
        [
            new PageTable(
                "Perubahan sejak revisi sebelumnya",
                ["Isian", "Sebelumnya", "Sekarang"],
                changed.Count == 0
                    ?
                    [
                        ["Tidak ada isian yang berubah", "", ""],
                    ]
                    : changed
            ),
        ];
    }

    private static IEnumerable<(string Label, string Value)> Cells(OfficePlan plan, Submission submission) =>
        from table in SubmissionTables.Of(plan, submission)
        from row in table.Rows
        from at in Enumerable.Range(1, table.Heads.Count - 1)
        select ($"{row[0]}: {table.Heads[at]}", row[at]);
}
