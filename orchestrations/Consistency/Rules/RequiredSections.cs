using System.Text.RegularExpressions;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>K-DK-01: what a performance report must have is there, in order (Permenpan-RB 53/2014, lampiran II).</summary>
internal sealed partial class RequiredSections : IPrintedRule
{
    private static readonly (SectionKind Kind, string Name, FindingLevel? AtMost)[] Required =
    [
        (SectionKind.ExecutiveSummary, "Ikhtisar eksekutif", FindingLevel.Warning),
        (SectionKind.Introduction, "Bab I Pendahuluan", null),
        (SectionKind.Planning, "Bab II Perencanaan kinerja", null),
        (SectionKind.Agreement, "Perjanjian kinerja", null),
        (SectionKind.Accountability, "Bab III Akuntabilitas kinerja", null),
        (SectionKind.Results, "Capaian kinerja organisasi", null),
        (SectionKind.LastYear, "Perbandingan dengan tahun lalu", null),
        (SectionKind.SeveralYears, "Perbandingan dengan beberapa tahun terakhir", null),
        (SectionKind.PlanEnd, "Perbandingan dengan target jangka menengah", null),
        (
            SectionKind.Benchmark,
            "Perbandingan dengan standar nasional, atau pernyataan bahwa pembandingnya tidak ada",
            null
        ),
        (SectionKind.Causes, "Penyebab keberhasilan atau kegagalan dan solusi", null),
        (SectionKind.Efficiency, "Efisiensi penggunaan sumber daya", null),
        (SectionKind.Programmes, "Program dan kegiatan yang menunjang", null),
        (SectionKind.Budget, "Realisasi anggaran", null),
        (SectionKind.Closing, "Bab IV Penutup", null),
        (SectionKind.ReviewStatement, "Pernyataan telah direviu", FindingLevel.Warning),
    ];

    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        IsPart(facts)
            ? [NotHandedIn(facts), .. OutOfOrder(facts), .. Benchmarks(facts)]
            : [.. Missing(facts), .. OutOfOrder(facts), .. Benchmarks(facts), .. Annexes(facts)];

    // Less than half of the outline is a part of a report, its tables for example, not a report with so many gaps.
    private static bool IsPart(PrintedFacts facts) => Absent(facts).Count * 2 > Required.Length;

    private static List<string> Absent(PrintedFacts facts)
    {
        var kinds = facts.Report.Sections.Select(section => section.Kind).ToHashSet();
        return [.. Required.Where(required => !kinds.Contains(required.Kind)).Select(required => required.Name)];
    }

    private static Contradiction NotHandedIn(PrintedFacts facts) =>
        new(
            "K-DK-01",
            "Yang diserahkan sebagian dari laporan; bagian lainnya tidak diperiksa.",
            ["Susunan laporan"],
            "Untuk memeriksa seluruhnya, serahkan laporan yang utuh.",
            "tidak diserahkan: " + string.Join("; ", Absent(facts)),
            AtMost: FindingLevel.Info
        );

    private static IEnumerable<Contradiction> Missing(PrintedFacts facts)
    {
        var kinds = facts.Report.Sections.Select(section => section.Kind).ToHashSet();
        return from required in Required
            where !kinds.Contains(required.Kind) && !(required.Kind == SectionKind.Benchmark && SaysNone(facts))
            select new Contradiction(
                "K-DK-01",
                $"Bagian wajib tidak ada: {required.Name}.",
                ["Susunan laporan"],
                "Tambahkan bagiannya.",
                "tidak ada",
                required.Name,
                AtMost: required.AtMost
            );
    }

    // The review statement stands before or after the body; all others follow the outline.
    private static IEnumerable<Contradiction> OutOfOrder(PrintedFacts facts)
    {
        var rank = Required
            .Where(one => one.Kind != SectionKind.ReviewStatement)
            .Select((one, i) => (one.Kind, i))
            .ToDictionary(pair => pair.Kind, pair => pair.i);
        var firsts = facts
            .Report.Sections.Where(section => rank.ContainsKey(section.Kind))
            .DistinctBy(section => section.Kind)
            .ToList();
        for (var i = 1; i < firsts.Count; i++)
        {
            var before = firsts.Take(i).MaxBy(section => rank[section.Kind])!;
            if (rank[firsts[i].Kind] > rank[before.Kind] || !Rigid(firsts[i].Kind, before.Kind))
                continue;
            yield return new(
                "K-DK-01",
                $"\"{firsts[i].Heading}\" berdiri sesudah \"{before.Heading}\".",
                [$"Bagian \"{firsts[i].Heading}\"", $"Bagian \"{before.Heading}\""],
                "Susun bagian menurut urutannya.",
                firsts[i].Heading,
                $"sebelum \"{before.Heading}\""
            );
        }
    }

    // Within the achievements practice varies in where causes, efficiency and benchmark stand; chapters do not move.
    private static bool Rigid(SectionKind late, SectionKind early) => !(Free(late) && Free(early));

    private static bool Free(SectionKind kind) =>
        kind is SectionKind.Causes or SectionKind.Efficiency or SectionKind.Benchmark or SectionKind.Programmes;

    private static IEnumerable<Contradiction> Benchmarks(PrintedFacts facts) =>
        from section in facts.Report.Sections
        where section.Kind == SectionKind.Benchmark
        where
            !(section.Blocks ?? []).Any(block =>
                block.Table is not null || block.List is { Count: > 0 } || !string.IsNullOrWhiteSpace(block.Paragraph)
            )
        select new Contradiction(
            "K-DK-01",
            "Pembanding nasional tidak diisi dan tidak dinyatakan tidak ada.",
            [$"Bagian \"{section.Heading}\""],
            "Isi pembandingnya, atau tulis alasan mengapa tidak ada."
        );

    private static bool SaysNone(PrintedFacts facts) =>
        facts.Sentences.Any(sentence =>
            sentence.Has("pembanding", "standar nasional", "benchmark")
            && sentence.Has(
                "tidak ada pembanding",
                "belum ada pembanding",
                "pembanding nasional tidak ada",
                "tidak terdapat standar nasional",
                "belum terdapat standar nasional",
                "tidak tersedia pembanding"
            )
        );

    private static IEnumerable<Contradiction> Annexes(PrintedFacts facts)
    {
        var report = facts.Report;
        foreach (
            var listed in report.AnnexesListed.Where(listed => !report.Annexes.Any(annex => IsSame(annex, listed)))
        )
        {
            yield return new(
                "K-DK-01",
                $"Lampiran \"{listed}\" disebut tetapi tidak dilampirkan.",
                ["Lampiran"],
                "Lampirkan, atau keluarkan dari daftarnya.",
                "tidak ada",
                listed
            );
        }

        foreach (
            var annex in report.Annexes.Where(annex =>
                report.AnnexesListed.Count > 0 && !report.AnnexesListed.Any(listed => IsSame(annex, listed))
            )
        )
        {
            yield return new(
                "K-DK-01",
                $"Lampiran \"{annex}\" dilampirkan tetapi tidak disebut.",
                ["Lampiran"],
                "Tambahkan ke daftar lampiran.",
                annex,
                "tidak disebut",
                AtMost: FindingLevel.Warning
            );
        }

        var hasAgreement =
            report.Agreements.Count > 0
            || report.Annexes.Any(annex =>
                Names.Normalise(annex).Contains("perjanjian kinerja", StringComparison.Ordinal)
            );
        if (
            hasAgreement
            || report.AnnexesListed.Any(listed =>
                Names.Normalise(listed).Contains("perjanjian kinerja", StringComparison.Ordinal)
            )
        )
        {
            yield break;
        }

        yield return new(
            "K-DK-01",
            "Perjanjian kinerja tidak dilampirkan.",
            ["Lampiran"],
            "Lampirkan perjanjian kinerjanya.",
            "tidak ada",
            "Perjanjian kinerja"
        );
    }

    private static bool IsSame(string one, string other) =>
        Names.Same(one, other) || Names.Likeness(WithoutYear(one), WithoutYear(other)) >= 0.6;

    private static string WithoutYear(string annex) => Year().Replace(annex, " ");

    [GeneratedRegex(
        @"\b(?:tahun\s+)?(?:19|20)[0-9][0-9]\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Year();
}
