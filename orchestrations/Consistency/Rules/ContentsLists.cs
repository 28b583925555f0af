namespace Sakip.Consistency;

/// <summary>K-DK-02: tables of contents and of tables repeat the headings and captions that there are.</summary>
internal sealed class ContentsLists : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        [.. Contents(facts), .. TableList(facts), .. Pages(facts)];

    private static IEnumerable<Contradiction> Contents(PrintedFacts facts)
    {
        var entries = facts.Report.Contents;
        if (entries.Count == 0)
            yield break;
        var headings = facts.Report.Sections.Where(section => section.Heading.Length > 0).ToList();
        var open = headings.ToList();
        foreach (var entry in entries)
        {
            if (open.Find(section => IsSame(section.Heading, entry.Title)) is { } found)
            {
                open.Remove(found);
                continue;
            }

            var like = open.Where(section => Likeness(section.Heading, entry.Title) >= 0.6)
                .MaxBy(section => Likeness(section.Heading, entry.Title));
            if (like is not null)
                open.Remove(like);
            yield return new(
                "K-DK-02",
                like is null
                    ? "Daftar isi memuat judul yang tidak ada dalam laporan."
                    : "Judul dalam daftar isi berbeda dengan judul bagiannya.",
                like is null ? ["Daftar isi"] : ["Daftar isi", $"Bagian \"{like.Heading}\""],
                "Buat daftar isi dari judul bagian.",
                entry.Title,
                like?.Heading ?? "tidak ada"
            );
        }

        // Headings deeper than the list goes are not missing from it.
        var deepest = headings
            .Where(section => entries.Any(entry => IsSame(section.Heading, entry.Title)))
            .Select(section => section.Level)
            .DefaultIfEmpty()
            .Max();
        foreach (var section in open.Where(section => section.Level <= deepest && !IsAnnex(section)))
        {
            yield return new(
                "K-DK-02",
                $"Judul \"{section.Heading}\" tidak ada dalam daftar isi.",
                ["Daftar isi", $"Bagian \"{section.Heading}\""],
                "Buat daftar isi dari judul bagian.",
                "tidak ada",
                section.Heading
            );
        }
    }

    private static bool IsAnnex(PrintedSection section) =>
        section.Kind == SectionKind.Cover
        || section.Heading.StartsWith("Lampiran", StringComparison.OrdinalIgnoreCase)
        || section.Kind == SectionKind.Annex;

    private static IEnumerable<Contradiction> TableList(PrintedFacts facts)
    {
        var entries = facts.Report.TableList;
        if (entries.Count == 0)
            yield break;
        var tables = facts.Tables.Where(table => table.Table is { Number: not null, Continues: false }).ToList();
        foreach (var entry in entries)
        {
            var table = tables.Find(one => Number(one.Table.Number!) == Number(entry.Number ?? ""));
            if (table is null)
            {
                yield return new(
                    "K-DK-02",
                    $"Daftar tabel memuat Tabel {entry.Number} yang tidak ada.",
                    ["Daftar tabel"],
                    "Buat daftar tabel dari judul tabel.",
                    $"{entry.Number} {entry.Title}",
                    "tidak ada"
                );
            }
            else if (table.Table.Caption is { } caption && !Names.Same(caption, entry.Title))
            {
                yield return new(
                    "K-DK-02",
                    $"Judul Tabel {entry.Number} dalam daftar tabel berbeda dengan judul tabelnya.",
                    ["Daftar tabel", table.Place],
                    "Buat daftar tabel dari judul tabel.",
                    entry.Title,
                    caption
                );
            }
        }

        foreach (
            var table in tables.Where(table =>
                entries.All(entry => Number(entry.Number ?? "") != Number(table.Table.Number!))
            )
        )
        {
            yield return new(
                "K-DK-02",
                $"{table.Place} tidak ada dalam daftar tabel.",
                ["Daftar tabel", table.Place],
                "Buat daftar tabel dari judul tabel.",
                "tidak ada",
                table.Table.Caption
            );
        }
    }

    // Pages run on: an entry never stands before the page of the one above it.
    private static IEnumerable<Contradiction> Pages(PrintedFacts facts)
    {
        foreach (
            var (name, entries) in new[]
            {
                ("Daftar isi", facts.Report.Contents),
                ("Daftar tabel", facts.Report.TableList),
            }
        )
        {
            (string Title, int Page)? before = null;
            foreach (var entry in entries)
            {
                if (
                    !int.TryParse(
                        entry.Page,
                        System.Globalization.NumberStyles.None,
                        System.Globalization.CultureInfo.InvariantCulture,
                        out var page
                    )
                )
                {
                    continue;
                }

                if (before is { } one && page < one.Page)
                {
                    yield return new(
                        "K-DK-02",
                        $"Halaman \"{entry.Title}\" lebih kecil daripada halaman judul sebelumnya.",
                        [name],
                        "Perbarui nomor halaman.",
                        entry.Page,
                        $"{one.Page} (\"{one.Title}\")"
                    );
                }

                before = (entry.Title, page);
            }
        }
    }

    private static string Number(string number) =>
        number.Replace("Tabel", "", StringComparison.OrdinalIgnoreCase).Trim().TrimEnd('.');

    // Numbers of headings count: "B. Realisasi Anggaran" is not "C. Realisasi Anggaran".
    private static bool IsSame(string one, string other) => Names.Same(one, other);

    private static double Likeness(string one, string other) =>
        Names.Likeness(Sections.WithoutNumber(one), Sections.WithoutNumber(other));
}
