using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-NR-01: what is said to be reached, missed or exceeded is so.</summary>
internal sealed partial class TargetWords : ITextRule
{
    private enum Claim
    {
        Met,
        Exceeded,
        Missed,
    }

    public IEnumerable<Contradiction> Check(PrintedFacts facts) => [.. Sentences(facts), .. Cells(facts)];

    private static IEnumerable<Contradiction> Sentences(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where
            sentence.Section.Kind != SectionKind.LegalBasis
            && sentence.Has("capai", "enuh", "lampau", "lebih")
            && !Exceptions.IsOne(sentence)
        let claim = ClaimOf(sentence)
        where claim is not null
        let finding = Patterns.PlanWord().IsMatch(sentence.Lower)
            ? AgainstPlanEnd(facts, sentence, claim.Value.Claim, claim.Value.Words)
            : AgainstTarget(facts, sentence, claim.Value.Claim, claim.Value.Words)
        where finding is not null
        select finding;

    private static (Claim Claim, string Words)? ClaimOf(Sentence sentence)
    {
        if (sentence.IsWish)
        {
            return Done().Match(sentence.Lower) is { Success: true } done ? (Claim.Met, done.Value) : null;
        }

        if (None().Match(sentence.Lower) is { Success: true } none)
        {
            return (none.Groups["not"].Success ? Claim.Met : Claim.Missed, none.Value);
        }

        if (Missing().Match(sentence.Lower) is { Success: true } missed)
            return (Claim.Missed, missed.Value);
        if (Exceeding().Match(sentence.Lower) is { Success: true } over)
            return (Claim.Exceeded, over.Value);
        return Meeting().Match(sentence.Lower) is { Success: true } met ? (Claim.Met, met.Value) : null;
    }

    // Numbers of targets reached are K-DK-04's.
    private static Contradiction? AgainstTarget(PrintedFacts facts, Sentence sentence, Claim claim, string words)
    {
        var named = facts.Mentions.In(sentence).Select(mention => mention.Indicator).Distinct().ToList();
        var subjects =
            named.Count > 0 ? named
            : facts.Mentions.OfSection(sentence.Section) is { } own ? [own]
            : sentence.Has("kinerja", "sasaran", "capaian", "indikator") && !IsOfMoney(sentence) ? [.. facts.Masters]
            : [];
        var year = sentence.Years.Count > 0 ? sentence.Years.Max(one => one.Year) : facts.Report.Year;
        var reached = subjects
            .Select(indicator => (Indicator: indicator, Value: facts.AchievementOf(indicator, year)))
            .Where(pair => pair.Value is not null)
            .ToList();
        if (reached.Count == 0 || reached.Count < subjects.Count)
            return null;
        var wrong = reached
            .Where(pair =>
                claim switch
                {
                    Claim.Met => pair.Value < 100m,
                    Claim.Exceeded => pair.Value <= 100m,
                    _ => pair.Value >= 100m,
                }
            )
            .ToList();
        var some = named.Count == 0 && (Part().IsMatch(sentence.Lower) || claim != Claim.Met);
        if (wrong.Count == 0 || some && wrong.Count < reached.Count)
            return null;
        return new(
            "K-NR-01",
            $"Kalimat menyebut \"{words}\", padahal capaian \"{wrong[0].Indicator}\" {year} tidak demikian.",
            [
                sentence.Place,
                .. facts
                    .ValuesOf(wrong[0].Indicator, ColumnRole.Realisation, year)
                    .Select(fact => fact.Table.Place)
                    .Distinct()
                    .Take(1),
            ],
            "Sesuaikan kalimatnya dengan capaian.",
            words,
            string.Join("; ", wrong.Select(pair => IndonesianNumber.Percent(pair.Value!.Value, 2))),
            null,
            sentence.Text
        );
    }

    private static Contradiction? AgainstPlanEnd(PrintedFacts facts, Sentence sentence, Claim claim, string words)
    {
        if (
            sentence.Has("target tahunan", "target kinerja tahunan")
            || !sentence.Has("kinerja", "capaian", "sasaran", "target")
        )
        {
            return null;
        }

        var progress = facts
            .Values.Where(fact => fact.Role == ColumnRole.EndTarget)
            .Select(fact =>
                (
                    fact.Indicator,
                    fact.Table,
                    End: fact.Value,
                    Actual: facts.ValueOf(fact.Indicator, ColumnRole.Realisation, facts.Report.Year)
                )
            )
            .Where(row => row.Actual is not null && row.End > 0m)
            .ToList();
        var short_ = progress
            .Where(row => facts.Achievement(row.Indicator, row.End, row.Actual!.Value) < 100m)
            .ToList();
        var wrong = claim == Claim.Missed ? short_.Count == 0 && progress.Count > 0 : short_.Count > 0;
        if (!wrong)
            return null;
        return new(
            "K-NR-01",
            $"Kalimat menyebut \"{words}\" terhadap target rencana strategis, padahal target akhirnya {(claim == Claim.Missed ? "sudah" : "belum")} tercapai.",
            [sentence.Place, progress[0].Table.Place],
            "Sebut tingkat kemajuannya, bukan ketercapaian.",
            words,
            string.Join(
                "; ",
                (short_.Count > 0 ? short_ : progress).Select(row =>
                    $"{IndonesianNumber.Natural(row.Actual!.Value, 0)} dari {IndonesianNumber.Natural(row.End, 0)}"
                )
            ),
            null,
            sentence.Text
        );
    }

    // The words of an analysis column beside the achievement of the row.
    private static IEnumerable<Contradiction> Cells(PrintedFacts facts) =>
        from table in facts.Tables
        where table.HasAll(ColumnRole.Indicator, ColumnRole.Analysis)
        from row in table.Table.Rows
        let words = table.Cell(row, ColumnRole.Analysis)
        let lower = words.ToLowerInvariant()
        let fact = facts.Values.FirstOrDefault(one => one.Row == row && one.Role == ColumnRole.Realisation)
        where fact is not null && words.Length > 0
        let achievement = facts.AchievementOf(fact.Indicator, fact.Year)
        where
            achievement is not null
            && (CellMissed().IsMatch(lower) ? achievement >= 100m : CellMet().IsMatch(lower) && achievement < 100m)
        select new Contradiction(
            "K-NR-01",
            $"Analisis \"{fact.Indicator}\" tidak sesuai capaiannya.",
            [table.Place],
            "Sesuaikan analisisnya.",
            words.Length > 80 ? words[..80] + "…" : words,
            IndonesianNumber.Percent(achievement.Value, 2)
        );

    private static bool IsOfMoney(Sentence sentence) =>
        sentence.Has("anggaran", "keuangan", "serapan")
        && !sentence.Has("capaian kinerja", "target kinerja", "sasaran strategis");

    [GeneratedRegex(
        @"\b(?:telah|sudah|berhasil|dapat)\s+(?:[0-9]+%\s+|berhasil\s+)?(?:memenuhi|mencapai)\s+(?:target|sasaran yang)|\btelah tercapai\b(?! [0-9])|\bmencapai target (?:yang (?:telah )?)?(?:ditetapkan|ditentukan|diperjanjikan)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Meeting();

    /// <summary>What even a sentence about the future says of the past.</summary>
    [GeneratedRegex(
        @"\b(?:telah|sudah)\s+(?:memenuhi|mencapai)\s+target\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Done();

    [GeneratedRegex(
        @"\b(?:telah|sudah|berhasil|mampu)?\s*(?:melampaui|melebihi)\s+target\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Exceeding();

    /// <summary>"Tidak ada indikator yang (belum) mencapai target".</summary>
    [GeneratedRegex(
        @"\btidak (?:ada|terdapat)(?: satu ?pun)?\s+(?:target |indikator |sasaran |kinerja )+yang\s+(?<not>(?:belum|tidak|gagal)\s+)?(?:dapat\s+|berhasil\s+)?(?:mencapai|memenuhi|tercapai|terpenuhi)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex None();

    [GeneratedRegex(
        @"\b(?:belum|tidak|gagal)\s+(?:dapat\s+|berhasil\s+|mampu\s+|sepenuhnya\s+)?(?:memenuhi|mencapai)\s+(?:target|sasaran)\b|\b(?:target|indikator|sasaran|kinerja)\b[^,.;]{0,60}\b(?:belum|tidak)\s+(?:dapat\s+)?(?:tercapai|terpenuhi)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Missing();

    [GeneratedRegex(
        @"\b(?:beberapa|sejumlah|sebagian|sebagian besar|[0-9]+)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Part();

    [GeneratedRegex(
        @"^(?:tercapai|mencapai|telah tercapai|melampaui|berhasil)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CellMet();

    [GeneratedRegex(
        @"^(?:tidak|belum)\s+(?:ter|men|me)?capai",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CellMissed();
}
