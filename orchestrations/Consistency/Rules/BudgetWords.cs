using System.Text.RegularExpressions;
using Sakip.Evaluation;

namespace Sakip.Consistency;

/// <summary>K-AG-04: what a sentence calls a realisation or a ceiling is one.</summary>
internal sealed partial class CalledRealisation : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        if (facts.Spent is not { } spent) yield break;
        var ceilings = facts.Budget.Select(row => row.Ceiling).Append(facts.Ceiling).ToHashSet();
        var spendings = facts.Budget.Where(row => row.Spent is not null).Select(row => row.Spent!.Value).Append(spent).ToHashSet();
        foreach (var sentence in facts.Sentences.Where(s => !s.InList))
        {
            var from = 0;
            foreach (var amount in TextNumbers.Amounts(sentence.Text))
            {
                var head = sentence.Lower[from..amount.At];
                from = amount.End;
                if (Claim().Matches(head).LastOrDefault() is not { } claim || IsAbout(facts, sentence)) continue;
                var realised = claim.Value.StartsWith("realisasi", StringComparison.Ordinal);
                var (own, others, right) = realised ? (spendings, ceilings, spent) : (ceilings, spendings, facts.Ceiling);
                if (own.Contains(amount.Value)) continue;
                var swapped = others.Contains(amount.Value);
                yield return new(
                    "K-AG-04",
                    (swapped, realised) switch
                    {
                        (true, true) => "Jumlah yang disebut realisasi adalah pagu.",
                        (true, false) => "Jumlah yang disebut pagu adalah realisasi.",
                        _ => $"Jumlah {(realised ? "realisasi" : "anggaran")} dalam teks tidak ada dalam tabel anggaran.",
                    },
                    [sentence.Place, facts.BudgetTable!.Place], "Gunakan jumlah dari tabel anggaran.", amount.Printed,
                    IndonesianNumber.Rupiah(right), IndonesianNumber.Rupiah(amount.Value - right), sentence.Text);
            }
        }
    }

    // A sentence about another year speaks of amounts that the tables do not have.
    private static bool IsAbout(PrintedFacts facts, Sentence sentence) =>
        YearWord().Matches(sentence.Lower) is { Count: > 0 } years
        && !years.Any(match => match.Groups["year"].Value == facts.Report.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\b(?:realisasi(?: (?:anggaran|keuangan|belanja))?|(?:total |pagu )?anggaran|pagu)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Claim();

    [GeneratedRegex(@"\btahun(?: anggaran)? (?<year>20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex YearWord();
}

/// <summary>K-AG-05: a weighted total is not an average.</summary>
internal sealed class AverageWord : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        if (facts.Spent is not { } spent || facts.Ceiling == 0m) yield break;
        var total = spent / facts.Ceiling * 100m;
        var mean = facts.Programmes.Average(row => row.Spent!.Value / row.Ceiling * 100m);
        foreach (var sentence in facts.Sentences.Where(IsAverageOfMoney))
        {
            foreach (var percent in TextNumbers.Percentages(sentence.Text))
            {
                if (!PrintedNumber.Fits(total, percent.Printed) || PrintedNumber.Fits(mean, percent.Printed)) continue;
                yield return new(
                    "K-AG-05", "Serapan keseluruhan (berbobot) disebut rata-rata.", [sentence.Place, facts.BudgetTable!.Place],
                    "Tulis \"serapan keseluruhan\", bukan \"rata-rata\".", percent.Printed,
                    "rata-rata program " + IndonesianNumber.Percent(mean, 2), IndonesianNumber.Number(percent.Value - mean, 2) + " poin",
                    sentence.Text);
            }
        }
    }

    private static bool IsAverageOfMoney(Sentence sentence) =>
        sentence.Lower.Contains("rata-rata", StringComparison.Ordinal)
        && (sentence.Lower.Contains("keuangan", StringComparison.Ordinal) || sentence.Lower.Contains("anggaran", StringComparison.Ordinal)
            || sentence.Lower.Contains("serapan", StringComparison.Ordinal));
}

/// <summary>K-AG-06 on a printed report: low absorption that no sentence explains.</summary>
internal sealed class UnexplainedAbsorption : IPrintedRule
{
    private const decimal Threshold = 70m;
    private static readonly string[] Explaining = ["serapan", "terserap", "kendala", "efisiensi", "sisa", "disebabkan", "karena"];

    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from row in facts.Budget
        where row is { Level: RowLevel.SubActivity, Ceiling: > 0m, Spent: not null }
        let absorption = row.Spent / row.Ceiling * 100m
        let output = OutputOf(facts, row.Name)
        where LowAbsorption.NeedsExplanation(absorption ?? 100m, output, Threshold) && !IsExplained(facts, row.Name)
        select LowAbsorption.Contradiction(row.Name, absorption ?? 100m, output, Threshold, [facts.BudgetTable!.Place]);

    private static decimal? OutputOf(PrintedFacts facts, string name) => facts.PerformanceTable is { } table
        && table.Table.Rows.FirstOrDefault(row => Names.Same(table.Cell(row, ColumnRole.Programme), name)) is { } found
            ? table.Percent(found, ColumnRole.OwnAchievement)
            : null;

    private static bool IsExplained(PrintedFacts facts, string name)
    {
        var wanted = Names.Normalise(name);
        return facts.Sentences.Any(sentence => Explaining.Any(word => sentence.Lower.Contains(word, StringComparison.Ordinal))
            && Names.Normalise(sentence.Text).Contains(wanted, StringComparison.Ordinal));
    }
}
