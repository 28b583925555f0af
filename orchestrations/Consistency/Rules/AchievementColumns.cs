using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-IN-05: a column headed "capaian" holds achievements, not realisations.</summary>
internal sealed class AchievementColumns : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from column in facts
            .Values.Where(fact => fact.Role == ColumnRole.Achievement)
            .GroupBy(fact => (fact.Table, fact.Year))
        let wrong = column.Where(fact => IsRealisation(facts, fact)).ToList()
        where wrong.Count > 0
        select new Contradiction(
            "K-IN-05",
            "Kolom capaian berisi realisasi.",
            [column.Key.Table.Place],
            "Isi dengan capaian, atau ubah judul kolomnya.",
            string.Join("; ", wrong.Select(fact => fact.Printed)),
            string.Join(
                "; ",
                wrong.Select(fact => IndonesianNumber.Percent(facts.AchievementOf(fact.Indicator, fact.Year)!.Value, 0))
            )
        );

    public static bool IsRealisation(PrintedFacts facts, IndicatorFact fact) =>
        facts.AchievementOf(fact.Indicator, fact.Year) is { } achievement
        && !PrintedNumber.Fits(achievement, fact.Printed)
        && facts.ValueOf(fact.Indicator, ColumnRole.Realisation, fact.Year) == fact.Value;
}
