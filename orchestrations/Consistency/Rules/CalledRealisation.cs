using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-AG-04: what a sentence calls a realisation, a ceiling or what is left, is that.</summary>
internal sealed partial class CalledRealisation : ITextRule
{
    private enum Kind
    {
        Ceiling,
        Spent,
        Left,
    }

    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        if (facts.Spent is null)
            yield break;
        foreach (
            var sentence in facts.Sentences.Where(s => !s.InList && s.Lower.Contains("rp", StringComparison.Ordinal))
        )
        {
            if (YearNumbers.IsOfAnotherYear(facts, sentence))
                continue;
            var (from, node) = (0, (BudgetFact?)null);
            foreach (var amount in TextNumbers.Amounts(sentence.Text))
            {
                var head = sentence.Lower[from..amount.At];
                node = facts.Money.In(Names.Normalise(head)) ?? node;
                from = amount.End;
                if (
                    Claim().Matches(head).LastOrDefault(claim => !IsOfWhole(head, claim)) is { } claim
                    && !Earlier().IsMatch(head)
                    && Judge(facts, sentence, amount, KindOf(claim.Value), node) is { } finding
                )
                {
                    yield return finding;
                }
            }
        }
    }

    // "80,79% dari pagu, yaitu Rp…" does not call the amount a ceiling.
    private static bool IsOfWhole(string head, Match claim) =>
        OfWhole().IsMatch(head[..claim.Index]) && Aside().IsMatch(head[(claim.Index + claim.Length)..]);

    private static Kind KindOf(string claim) =>
        claim.StartsWith("sisa", StringComparison.Ordinal) ? Kind.Left
        : Spending().IsMatch(claim) ? Kind.Spent
        : Kind.Ceiling;

    private static Contradiction? Judge(
        PrintedFacts facts,
        Sentence sentence,
        TextNumber amount,
        Kind kind,
        BudgetFact? node
    )
    {
        var (ceiling, spent) = node is null ? (facts.Ceiling, facts.Spent!.Value) : (node.Ceiling, node.Spent ?? 0m);
        var right = kind switch
        {
            Kind.Spent => spent,
            Kind.Left => ceiling - spent,
            _ => ceiling,
        };
        if (amount.Means(right))
            return null;
        // A sentence without a name may still speak of a part; one with a name speaks of it alone.
        if (node is null && Known(facts, kind).Any(amount.Means) || IsAgreed(facts, sentence, amount))
        {
            return null;
        }

        var swapped =
            kind == Kind.Spent && amount.Means(ceiling)
            || kind == Kind.Ceiling && amount.Means(spent)
            || node is null && Known(facts, kind == Kind.Spent ? Kind.Ceiling : Kind.Spent).Any(amount.Means);
        var owners = facts.Money.Owners(amount.Value);
        var foreign = node is not null && !swapped && owners.Count > 0;
        // Another row of the budget may be meant by a shorter name.
        if (
            foreign
            && owners.Any(owner =>
                Begins(sentence, owner.Name) && (kind == Kind.Spent ? owner.Spent : owner.Ceiling) == amount.Value
            )
        )
        {
            return null;
        }

        return new(
            foreign ? "K-AG-01" : "K-AG-04",
            (swapped, foreign, kind) switch
            {
                (true, _, Kind.Spent) => "Jumlah yang disebut realisasi adalah pagu.",
                (true, _, Kind.Ceiling) => "Jumlah yang disebut pagu adalah realisasi.",
                (_, true, _) =>
                    $"Jumlah milik \"{facts.Money.Owners(amount.Value)[0].Name}\" tercantum pada \"{node!.Name}\".",
                (_, _, Kind.Left) => "Sisa anggaran bukan pagu dikurangi realisasi.",
                _ =>
                    $"Jumlah {(kind == Kind.Spent ? "realisasi" : "anggaran")} dalam teks tidak ada dalam tabel anggaran.",
            },
            [sentence.Place, facts.BudgetTable!.Place],
            "Gunakan jumlah dari tabel anggaran.",
            amount.Printed,
            IndonesianNumber.Rupiah(right),
            IndonesianNumber.Rupiah(amount.Value - right),
            sentence.Text
        );
    }

    private static bool Begins(Sentence sentence, string name) =>
        sentence.Normal.Contains(string.Join(' ', Names.Normalise(name).Split(' ').Take(2)), StringComparison.Ordinal);

    private static IEnumerable<decimal> Known(PrintedFacts facts, Kind kind) =>
        kind switch
        {
            Kind.Spent => facts
                .Budget.Where(row => row.Spent is not null)
                .Select(row => row.Spent!.Value)
                .Concat(PerIndicator(facts, ColumnRole.Spent)),
            Kind.Left => facts.Budget.Where(row => row.Spent is not null).Select(row => row.Ceiling - row.Spent!.Value),
            _ => facts.Budget.Select(row => row.Ceiling).Concat(PerIndicator(facts, ColumnRole.Ceiling)),
        };

    private static IEnumerable<decimal> PerIndicator(PrintedFacts facts, ColumnRole role) =>
        from table in facts.Tables
        where table.HasAll(ColumnRole.Indicator, role)
        from row in table.Table.Rows
        let amount = table.Amount(row, role)
        where amount is not null
        select amount.Value;

    // "semula", "sebelum perubahan" and the agreement's own amounts belong to another budget version.
    private static bool IsAgreed(PrintedFacts facts, Sentence sentence, TextNumber value) =>
        facts.Report.Agreements.Any(agreement =>
            agreement
                .Programmes.Select(row => row.Amount)
                .Append(agreement.Total)
                .Any(amount => NumberParser.Parse(amount, NumberKind.Rupiah).Value is { } agreed && value.Means(agreed))
        ) && sentence.Has("perjanjian", "semula", "sebelum perubahan", "anggaran murni", "anggaran induk");

    [GeneratedRegex(
        @"\bsisa(?: anggaran| pagu)?\b|\b(?:menggunakan|penggunaan|pengeluaran)(?: anggaran| dana| pagu)\b|\b(?:menyerap|menghabiskan|membelanjakan|terpakai)(?: anggaran| dana| pagu)?\b|\bserapan(?: anggaran)?\b|\brealisasi(?: (?:anggaran|keuangan|belanja))?|\bterealisasi\b|\bterserap\b|\bpenyerapan\b"
            + @"|\b(?:total |pagu )?anggaran\b|\bpagu\b|\bdianggarkan\b|\bdana\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Claim();

    [GeneratedRegex(
        @"\bdari\s+(?:total\s+|jumlah\s+|keseluruhan\s+)?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OfWhole();

    [GeneratedRegex(
        @"^\s*(?:[,(]|yaitu\b|yakni\b|atau\b)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Aside();

    [GeneratedRegex(
        "realisasi|serap|yerap|guna|habis|belanjakan|keluar|pakai",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Spending();

    [GeneratedRegex(
        @"\b(?:semula|sebelum perubahan|anggaran murni|anggaran induk|tahun (?:sebelumnya|lalu)|bertambah|berkurang|selisih|menurun|meningkat)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Earlier();
}
