using Sakip.Agreements;
using Sakip.Documents;

namespace Sakip.Reporting;

/// <summary>What the annual report shows of the year's agreements.</summary>
internal static class AgreementHistoryTables
{
    /// <summary>Table 2.3: targets and programmes of the agreement in force.</summary>
    public static Table InForce(ReportContext context)
    {
        var snapshot = context.Data.Agreements[^1].Snapshot;
        var rows = new List<Row> { Cells.Group("A. Sasaran Strategis, Indikator Kinerja, dan Target", 3) };
        foreach (var objective in snapshot.Indicators.GroupBy(indicator => indicator.Objective))
        {
            rows.Add(Cells.Group(objective.Key, 3) with { Style = RowStyle.Subgroup });
            rows.AddRange(
                objective.Select(indicator => new Row([
                    new Cell(context.Changes.Name(indicator.Indicator, indicator.Name)) { Indent = 1 },
                    AgreementTables.Target(context.Plan, indicator),
                    Cells.Centre(indicator.Measure),
                ]))
            );
        }

        if (Retired(context, snapshot) is { Count: > 0 } retired)
        {
            rows.Add(Cells.Group("Indikator yang dihentikan dalam tahun", 3) with { Style = RowStyle.Subgroup });
            rows.AddRange(
                retired.Select(indicator => new Row([
                    new Cell(context.Changes.Name(indicator.Indicator, indicator.Name)) { Indent = 1 },
                    AgreementTables.Target(context.Plan, indicator),
                    Cells.Centre(indicator.Measure),
                ]))
            );
        }

        rows.Add(Cells.Group("B. Program dan Anggaran", 3));
        rows.AddRange(
            snapshot.Programmes.Select(programme => new Row([
                new Cell(programme.Name) { Indent = 1 },
                Cells.Rupiah(programme.Amount),
                Cells.Centre(programme.FundSource),
            ])
            {
                Key = programme.Code,
            })
        );
        rows.Add(
            new Row(
                [
                    new Cell("Jumlah Anggaran") { Bold = true },
                    Cells.Rupiah(snapshot.Total(), new SumOfRows([.. snapshot.Programmes.Select(one => one.Code)])),
                    Cells.Centre(""),
                ],
                RowStyle.Total
            )
        );
        return new Table(
            [new(60), new(24), new(16)],
            [Cells.HeadRow("Sasaran dan Indikator/Program", "Target/Anggaran (Rp)", "Satuan/Keterangan")],
            rows
        )
        {
            Caption = new Caption("tabel-2-3", "2.3", AgreementTables.NameOf(snapshot)),
            ColumnNumbers = true,
        };
    }

    /// <summary>What earlier agreements of the year had and this one has no longer, as it was agreed last.</summary>
    private static List<AgreedIndicator> Retired(ReportContext context, AgreementSnapshot snapshot) =>
        [
            .. context
                .Data.Agreements.Select(pair => pair.Snapshot)
                .Reverse()
                .SelectMany(earlier => earlier.Indicators)
                .Where(one => snapshot.Indicators.All(now => now.Indicator != one.Indicator))
                .DistinctBy(one => one.Indicator),
        ];

    /// <summary>Table 2.4: what changed from agreement to agreement.</summary>
    public static Table Versions(ReportContext context)
    {
        var versions = context.Data.Agreements.Select(pair => pair.Snapshot).ToList();
        var rows = new List<Row>();
        foreach (var indicator in versions[^1].Indicators.Concat(Retired(context, versions[^1])))
        {
            rows.Add(
                new Row([
                    new Cell(context.Changes.Name(indicator.Indicator, indicator.Name)),
                    .. versions.Select(version =>
                        version.Indicators.FirstOrDefault(one => one.Indicator == indicator.Indicator) is { } agreed
                            ? AgreementTables.Target(context.Plan, agreed)
                            : Cells.Centre("-")
                    ),
                ])
            );
        }

        foreach (var programme in versions[^1].Programmes)
        {
            rows.Add(
                new Row([
                    new Cell(programme.Name),
                    .. versions.Select(version =>
                        Cells.Rupiah(version.Programmes.FirstOrDefault(one => one.Code == programme.Code)?.Amount)
                    ),
                ])
            );
        }

        rows.Add(
            new Row(
                [
                    new Cell("Jumlah Anggaran") { Bold = true },
                    .. versions.Select(version => Cells.Rupiah(version.Total())),
                ],
                RowStyle.Total
            )
        );
        return new Table(
            [new(46), .. versions.Select(_ => new Column(54.0 / versions.Count))],
            [
                Cells.HeadRow([
                    "Indikator/Program",
                    .. versions.Select(version =>
                        version.Terms.Revision == 0 ? "Perjanjian Awal" : $"Perubahan ke-{version.Terms.Revision}"
                    ),
                ]),
            ],
            rows
        )
        {
            Caption = new Caption("tabel-2-4", "2.4", $"Perubahan Perjanjian Kinerja Tahun {context.Year}"),
        };
    }
}
