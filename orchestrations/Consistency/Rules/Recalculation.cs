using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>K-HT-01: every percentage can be computed again and is rounded half up.</summary>
internal sealed class Recalculation : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        [.. Achievements(facts), .. Progress(facts), .. Absorption(facts), .. Efficiency(facts), .. Lists(facts)];

    private static IEnumerable<Contradiction> Achievements(PrintedFacts facts) =>
        from fact in facts.Values
        where fact.Role == ColumnRole.Achievement && !AchievementColumns.IsRealisation(facts, fact)
        let own = Own(facts, fact)
        where own is not null && !IndicatorFormula.IsCapped(own.Value, fact.Value, Highest(facts))
        let finding = Compare(
            own.Value,
            fact.Printed,
            fact.Table.Place,
            $"Capaian \"{fact.Indicator}\" {fact.Year}",
            "realisasi / target × 100"
        )
        where finding is not null
        select finding;

    // A row is judged by its own target and realisation where it has them.
    private static decimal? Own(PrintedFacts facts, IndicatorFact fact)
    {
        var row = facts
            .Values.Where(other => other.Row == fact.Row && other.Table == fact.Table && other.Year == fact.Year)
            .ToList();
        var target = row.Find(other => other.Role == ColumnRole.Target)?.Value;
        var realisation = row.Find(other => other.Role == ColumnRole.Realisation)?.Value;
        return target is not null && realisation is not null
            ? facts.Achievement(fact.Indicator, target.Value, realisation.Value)
            : facts.AchievementOf(fact.Indicator, fact.Year);
    }

    private static decimal Highest(PrintedFacts facts) =>
        facts
            .Values.Where(fact => fact.Role == ColumnRole.Achievement)
            .Select(fact => fact.Value)
            .DefaultIfEmpty()
            .Max();

    private static IEnumerable<Contradiction> Progress(PrintedFacts facts) =>
        from fact in facts.Values
        where fact.Role == ColumnRole.Progress
        let end = facts
            .Values.FirstOrDefault(other => other.Row == fact.Row && other.Role == ColumnRole.EndTarget)
            ?.Value
        let realisation = facts.ValueOf(fact.Indicator, ColumnRole.Realisation, facts.Report.Year)
        where end is > 0m && realisation is not null
        let finding = Compare(
            realisation.Value / end.Value * 100m,
            fact.Printed,
            fact.Table.Place,
            $"Tingkat kemajuan \"{fact.Indicator}\"",
            "realisasi / target akhir × 100"
        )
        where finding is not null
        select finding;

    private static IEnumerable<Contradiction> Absorption(PrintedFacts facts) =>
        from table in facts.Tables
        where table.HasAll(ColumnRole.Ceiling, ColumnRole.Spent, ColumnRole.Absorption)
        from row in table.Table.Rows
        let ceiling = table.Amount(row, ColumnRole.Ceiling)
        let spent = table.Amount(row, ColumnRole.Spent)
        let printed = table.Cell(row, ColumnRole.Absorption)
        where ceiling is > 0m && spent is not null && NumberParser.Parse(printed, NumberKind.Percent).Value is not null
        let name = table.Has(ColumnRole.Programme)
            ? table.Cell(row, ColumnRole.Programme)
            : table.Cell(row, ColumnRole.Indicator)
        let finding = Compare(
            spent.Value / ceiling.Value * 100m,
            printed,
            table.Place,
            $"Capaian anggaran \"{name}\"",
            "realisasi / pagu × 100"
        )
        where finding is not null
        select finding;

    private static IEnumerable<Contradiction> Efficiency(PrintedFacts facts) =>
        from fact in facts.Values
        where fact.Role == ColumnRole.Efficiency
        let ceiling = fact.Table.Amount(fact.Row, ColumnRole.Ceiling)
        let spent = fact.Table.Amount(fact.Row, ColumnRole.Spent)
        let achievement = Own(facts, fact)
        where ceiling is > 0m && spent is > 0m && achievement is not null
        let ratio = achievement.Value / (spent.Value / ceiling.Value)
        let difference = achievement.Value - spent.Value / ceiling.Value * 100m
        where !PrintedNumber.Fits(difference, fact.Printed)
        let finding = Compare(
            ratio,
            fact.Printed,
            fact.Table.Place,
            $"Tingkat efisiensi \"{fact.Indicator}\"",
            "capaian kinerja / capaian anggaran × 100"
        )
        where finding is not null
        select finding;

    // "pagu … dengan realisasi … atau sebesar …%" in a list.
    private static IEnumerable<Contradiction> Lists(PrintedFacts facts) =>
        from sentence in facts.Sentences
        let amounts = TextNumbers.Amounts(sentence.Text)
        let percents = TextNumbers.Percentages(sentence.Text)
        // Amounts that are not the budget's are another rule's.
        where
            sentence.InList
            && amounts.Count == 2
            && percents.Count == 1
            && amounts[0].Value > 0m
            && (
                facts.Budget.Count == 0
                || facts.Money.Owners(amounts[0].Value).Any(owner => owner.Ceiling == amounts[0].Value)
            )
            && sentence.Lower[amounts[0].End..amounts[1].At].Contains("realisasi", StringComparison.Ordinal)
        let finding = Compare(
            amounts[1].Value / amounts[0].Value * 100m,
            percents[0].Printed,
            sentence.Place,
            "Persentase realisasi",
            "realisasi / anggaran × 100",
            sentence.Text
        )
        where finding is not null
        select finding;

    private static Contradiction? Compare(
        decimal value,
        string printed,
        string place,
        string what,
        string formula,
        string? quote = null
    )
    {
        if (PrintedNumber.Fits(value, printed))
            return null;
        var decimals = PrintedNumber.Decimals(printed);
        var cut = PrintedNumber.IsCut(value, printed);
        return new(
            "K-HT-01",
            what + (cut ? " dipotong, bukan dibulatkan." : $" tidak sama dengan {formula}."),
            [place],
            cut ? "Bulatkan setengah ke atas, seperti angka lain." : "Hitung ulang.",
            printed,
            $"{IndonesianNumber.Number(value, decimals)} ({IndonesianNumber.Number(value, decimals + 2)})",
            IndonesianNumber.Natural(NumberParser.Parse(printed, NumberKind.Percent).Value!.Value - value, 2) + " poin",
            quote
        );
    }
}

/// <summary>K-HT-01: one way of writing numbers.</summary>
internal sealed class NumberStyle : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        var places = facts
            .Tables.SelectMany(table =>
                table
                    .Table.Rows.SelectMany(row =>
                        row.Cells.Zip(table.Table.Columns, (cell, column) => (cell, column.Role, table.Place))
                    )
                    .Where(cell =>
                        cell.Role
                            is >= ColumnRole.Target
                                and <= ColumnRole.Progress
                                or >= ColumnRole.Ceiling
                                and <= ColumnRole.Efficiency
                                or ColumnRole.OwnAchievement
                    )
            )
            .Select(cell => (cell.cell, cell.Place))
            .Concat(
                facts.Sentences.SelectMany(s =>
                    TextNumbers.Percentages(s.Text).Select(number => (number.Printed, s.Place))
                )
            );
        var comma = places.FirstOrDefault(place => Mark(place.Item1) == ',');
        var dot = places.FirstOrDefault(place => Mark(place.Item1) == '.');
        if (comma.Item1 is null || dot.Item1 is null)
            yield break;
        yield return new(
            "K-HT-01",
            "Tanda desimal tidak seragam: koma dan titik dipakai bergantian.",
            [dot.Place, comma.Place],
            "Gunakan koma untuk desimal di seluruh laporan.",
            dot.Item1,
            comma.Item1,
            AtMost: FindingLevel.Info
        );
    }

    private static char? Mark(string printed)
    {
        var digits = printed.TrimEnd('%', ' ');
        var mark = digits.LastIndexOfAny(['.', ',']);
        return
            mark > 0 && digits.Length - mark - 1 is 1 or 2 && digits.All(c => char.IsAsciiDigit(c) || c is '.' or ',')
            ? digits[mark]
            : null;
    }
}

/// <summary>K-HT-02: overhead is not charged to an indicator unseen.</summary>
internal sealed class OverheadShown : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        var overhead = facts.Programmes.Where(programme => IsOverhead(programme.Name)).ToList();
        foreach (
            var table in facts.Tables.Where(table =>
                table.HasAll(ColumnRole.Indicator, ColumnRole.Ceiling, ColumnRole.Efficiency)
            )
        )
        {
            foreach (var row in table.Table.Rows)
            {
                if (
                    table.Amount(row, ColumnRole.Ceiling) is not { } amount
                    || facts.Resolve(table.Cell(row, ColumnRole.Indicator), []) is null
                )
                {
                    continue;
                }

                if (overhead.Find(programme => IsPartOf(facts, programme, amount)) is not { } programme)
                    continue;
                yield return new(
                    "K-HT-02",
                    $"Efisiensi \"{table.Cell(row, ColumnRole.Indicator)}\" memuat program penunjang.",
                    [table.Place],
                    "Keluarkan program penunjang, atau tunjukkan terpisah.",
                    IndonesianNumber.Rupiah(amount),
                    $"{IndonesianNumber.Rupiah(amount - programme.Ceiling)} tanpa \"{programme.Name}\"",
                    IndonesianNumber.Rupiah(programme.Ceiling)
                );
            }
        }
    }

    public static bool IsOverhead(string name) =>
        Names.Normalise(name).Contains("penunjang urusan", StringComparison.Ordinal);

    // The amount is the sum of some programmes, the overhead among them.
    private static bool IsPartOf(PrintedFacts facts, BudgetFact overhead, decimal amount)
    {
        var sums = new HashSet<decimal> { overhead.Ceiling };
        foreach (var other in facts.Programmes.Where(programme => programme != overhead).Take(16))
        {
            sums.UnionWith(sums.Select(sum => sum + other.Ceiling).ToList());
        }

        return sums.Contains(amount);
    }
}
