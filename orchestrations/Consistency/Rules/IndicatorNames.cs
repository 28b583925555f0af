namespace Sakip.Consistency;

/// <summary>K-IN-03: indicators, objectives and their parts are called by one name everywhere.</summary>
internal sealed class IndicatorNames : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        [.. Indicators(facts), .. Objectives(facts), .. Scopes(facts), .. Slips(facts)];

    private static IEnumerable<Contradiction> Indicators(PrintedFacts facts) =>
        from table in facts.Tables
        let names = table
            .Table.Rows.Select(row => table.Cell(row, ColumnRole.Indicator))
            .Where(name => name.Length > 0)
            .Distinct()
            .ToList()
        from name in names
        let master = facts.Resolve(name, names)
        where master is not null && !Names.Same(name, master)
        select new Contradiction(
            "K-IN-03",
            "Nama indikator berbeda dengan perjanjian kinerja.",
            [table.Place, "Lampiran perjanjian kinerja"],
            "Gunakan nama yang diperjanjikan, atau catat perubahan namanya.",
            name,
            master
        );

    private static IEnumerable<Contradiction> Objectives(PrintedFacts facts)
    {
        var agreed = facts.InForce?.Indicators.Select(row => row.Objective).OfType<string>().Distinct().ToList() ?? [];
        if (agreed.Count == 0)
            yield break;
        foreach (var table in facts.Tables.Where(table => table.Has(ColumnRole.Objective)))
        {
            foreach (
                var name in table
                    .Table.Rows.Select(row => table.Cell(row, ColumnRole.Objective))
                    .Where(n => n.Length > 0)
                    .Distinct()
            )
            {
                if (agreed.Exists(objective => Names.Same(objective, name)))
                    continue;
                var like = agreed.MaxBy(objective => Names.Likeness(objective, name))!;
                yield return new(
                    "K-IN-03",
                    "Rumusan sasaran berbeda dengan perjanjian kinerja.",
                    [table.Place, "Lampiran perjanjian kinerja"],
                    "Gunakan rumusan yang diperjanjikan.",
                    name,
                    like
                );
            }
        }
    }

    // A programme's indicator that is the agreed one but for a word run together or left out.
    private static IEnumerable<Contradiction> Slips(PrintedFacts facts)
    {
        if (facts.PerformanceTable is not { } table || !table.Has(ColumnRole.ProgrammeIndicator))
            return [];
        return from name in table.Table.Rows.Select(row => table.Cell(row, ColumnRole.ProgrammeIndicator)).Distinct()
            from master in facts.Masters
            let own = Names.Normalise(name).Split(' ')
            let right = Names.Normalise(master).Split(' ')
            let extra = own.Except(right).ToList()
            let lacking = right.Except(own).ToList()
            where
                extra.Count > 0
                && lacking.Count > extra.Count
                && Names.Likeness(name, master) >= 0.7
                && extra.All(word =>
                    lacking.Exists(other => other.Length >= 6 && word.StartsWith(other, StringComparison.Ordinal))
                )
            select new Contradiction(
                "K-IN-03",
                "Nama indikator program hampir sama dengan indikator kinerja utama, tetapi tidak lengkap.",
                [table.Place, "Lampiran perjanjian kinerja"],
                "Gunakan nama yang diperjanjikan.",
                name,
                master
            );
    }

    // "Provinsi" and "Kabupaten/Kota" are sibling scopes: an indicator of the one must not measure the other.
    private static IEnumerable<Contradiction> Scopes(PrintedFacts facts)
    {
        if (facts.PerformanceTable is not { } table || !table.Has(ColumnRole.ProgrammeIndicator))
            yield break;
        foreach (var row in table.Table.Rows.Where(row => row.Level == RowLevel.SubActivity))
        {
            var name = Names.Normalise(table.Cell(row, ColumnRole.Programme));
            var indicator = table.Cell(row, ColumnRole.ProgrammeIndicator);
            if (
                !name.EndsWith("provinsi", StringComparison.Ordinal)
                || !Names.Normalise(indicator).EndsWith("kabupaten kota", StringComparison.Ordinal)
            )
            {
                continue;
            }

            yield return new(
                "K-IN-03",
                "Indikator sub kegiatan mengukur lingkup lain daripada namanya.",
                [table.Place],
                "Gunakan indikator sub kegiatan itu sendiri.",
                indicator,
                table.Cell(row, ColumnRole.Programme)
            );
        }
    }
}
