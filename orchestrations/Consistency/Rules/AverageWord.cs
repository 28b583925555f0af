using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-AG-05: a weighted total is not an average.</summary>
internal sealed class AverageWord : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        if (facts.Money.Share is not { } total || facts.Programmes.Count < 2)
            yield break;
        var mean = facts.Programmes.Average(row => row.Share ?? 0m);
        foreach (
            var sentence in facts.Sentences.Where(s => s.Has("rata-rata") && s.Has("keuangan", "anggaran", "serapan"))
        )
        {
            foreach (var percent in TextNumbers.Percentages(sentence.Text))
            {
                if (!PrintedNumber.Fits(total, percent.Printed) || PrintedNumber.Fits(mean, percent.Printed))
                    continue;
                yield return new(
                    "K-AG-05",
                    "Serapan keseluruhan (berbobot) disebut rata-rata.",
                    [sentence.Place, facts.BudgetTable!.Place],
                    "Tulis \"serapan keseluruhan\", bukan \"rata-rata\".",
                    percent.Printed,
                    "rata-rata program " + IndonesianNumber.Percent(mean, 2),
                    IndonesianNumber.Number(percent.Value - mean, 2) + " poin",
                    sentence.Text
                );
            }
        }
    }
}
