using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-IN-04: a target is not below what was already reached.</summary>
internal sealed class TargetsChallenge : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from indicator in facts.Masters
        let target = facts.ValueOf(indicator, ColumnRole.Target, facts.Report.Year)
        let before = facts.ValueOf(indicator, ColumnRole.Realisation, facts.Report.Year - 1)
        let lower = facts.LowerIsBetter(indicator)
        where
            target is not null
            && before is not null
            && (lower ? target > before : target < before)
            && !IsReasoned(facts, indicator)
        select new Contradiction(
            "K-IN-04",
            $"Target \"{indicator}\" lebih {(lower ? "tinggi" : "rendah")} daripada realisasi {facts.Report.Year - 1}, tanpa alasan.",
            facts
                .Values.Where(f =>
                    f.Indicator == indicator && f.Role == ColumnRole.Realisation && f.Year == facts.Report.Year - 1
                )
                .Select(f => f.Table.Place)
                .Distinct()
                .ToList(),
            (lower ? "Turunkan" : "Naikkan") + " target atau tulis alasannya.",
            IndonesianNumber.Natural(target.Value, 0) + "%",
            IndonesianNumber.Natural(before.Value, 0) + "%",
            IndonesianNumber.Natural(target.Value - before.Value, 0) + " poin"
        );

    private static bool IsReasoned(PrintedFacts facts, string indicator)
    {
        var wanted = Names.Normalise(indicator);
        return facts.Sentences.Any(sentence =>
            sentence.Lower.Contains("target", StringComparison.Ordinal)
            && (
                sentence.Lower.Contains("karena", StringComparison.Ordinal)
                || sentence.Lower.Contains("alasan", StringComparison.Ordinal)
            )
            && Names.Normalise(sentence.Text).Contains(wanted, StringComparison.Ordinal)
        );
    }
}
