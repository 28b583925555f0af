using System.Globalization;
using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Reporting;

internal static class ChapterTwo
{
    public static IEnumerable<Block> Build(ReportContext context) =>
        [
            new Heading(1, "PERENCANAAN KINERJA", "BAB II", "bab-2"),
            .. context.Narrative("perencanaan"),
            new Heading(2, "Rencana Strategis", "2.1", "renstra"),
            .. context.Narrative("renstra"),
            new Heading(3, "Tujuan dan Sasaran", "2.1.1"),
            .. Goals(context),
            StrategicPlanTable.Build(
                context,
                new Caption(
                    "tabel-2-1",
                    "2.1",
                    $"Tujuan dan Sasaran Jangka Menengah {context.ShortUnit} Tahun {context.Period}"
                )
            ),
            .. context.Changes.Below(YearChangeKind.StrategicPlan),
            new Heading(2, $"Rencana Kinerja Tahunan (RKT) Tahun {context.Year}", "2.2", "rkt"),
            .. context.Narrative("rkt"),
            AnnualPlanTable(context),
            .. TargetChanges(context),
            .. context.Changes.Below(YearChangeKind.StrategicPlan),
            new Heading(2, $"Perjanjian Kinerja Tahun {context.Year}", "2.3", "perjanjian"),
            .. context.Narrative("perjanjian"),
            AgreementHistoryTables.InForce(context),
            .. context.Changes.Below(YearChangeKind.StrategicPlan),
            .. AgreementHistory(context),
        ];

    private static IEnumerable<Block> Goals(ReportContext context)
    {
        foreach (var goal in context.Standing.Goals)
        {
            yield return new Paragraph($"Tujuan: {goal.Statement}.", ParagraphStyle.Flush) { KeepWithNext = true };
            yield return new BlockList(
                ListStyle.Bullet,
                goal.Objectives.Select(objective => $"Sasaran strategis: {objective.Statement}.")
            );
        }

        yield return new Paragraph([
            "Indikator dan targetnya untuk setiap tahun disajikan dalam ",
            new Reference("tabel-2-1"),
            ".",
        ]);
    }

    private static Table AnnualPlanTable(ReportContext context)
    {
        var number = 0;
        var rows = context
            .ByObjective()
            .SelectMany(pair =>
                pair.Indicators.Select(indicator => Planned(context, ++number, indicator))
                    .Prepend(Cells.Group(pair.Objective.Statement, 4))
            )
            .ToList();
        if (context.Evaluation.Retired is { } retired)
        {
            rows.Add(Cells.Group("Indikator yang dihentikan dalam tahun", 4));
            rows.AddRange(retired.Select(indicator => Planned(context, ++number, indicator)));
        }

        return new Table(
            [new(6), new(64), new(15), new(15)],
            [Cells.HeadRow("No.", "Sasaran/Indikator Kinerja", "Satuan", "Target")],
            rows
        )
        {
            Caption = new Caption("tabel-2-2", "2.2", $"Rencana Kinerja Tahunan {context.Year} {context.ShortUnit}"),
            ColumnNumbers = true,
        };
    }

    private static Row Planned(ReportContext context, int number, IndicatorEvaluation indicator) =>
        new([
            Cells.Number(number),
            new Cell(context.Changes.Name(indicator.Code, indicator.Name)),
            Cells.Centre(indicator.Measure),
            Cells.Value(indicator.Target?.Value, indicator.TargetText),
        ]);

    /// <summary>Targets that the year's plan had otherwise before a revised agreement.</summary>
    private static IEnumerable<Block> TargetChanges(ReportContext context)
    {
        var latest = context.Data.Agreements[^1].Snapshot;
        foreach (var planned in context.Plan.AnnualPlan.Targets)
        {
            var agreed = latest.Terms.Targets.FirstOrDefault(target => target.Indicator == planned.Indicator);
            if (agreed is null || agreed.Value == planned.Value)
                continue;
            var name = context.Plan.StrategicPlan.Indicators().First(one => one.Code == planned.Indicator).Name;
            yield return new Paragraph(
                $"Keterangan: target {name} semula {Text(planned.Value)}, diubah menjadi {Text(agreed.Value)} dengan "
                    + $"{AgreementTables.NameOf(latest)} tanggal {IndonesianDate.Long(latest.Terms.SignedOn)}.",
                ParagraphStyle.Note
            );
        }
    }

    private static IEnumerable<Block> AgreementHistory(ReportContext context)
    {
        foreach (var (snapshot, _) in context.Data.Agreements.Where(pair => pair.Snapshot.Terms.Revision > 0))
        {
            yield return new Paragraph(
                $"{AgreementTables.NameOf(snapshot)} ditandatangani pada tanggal "
                    + $"{IndonesianDate.Long(snapshot.Terms.SignedOn)} karena "
                    + $"{AgreementTables.ReasonText(snapshot.Reason)}. {snapshot.Explanation}"
            );
        }

        foreach (var noted in context.Data.Noted)
        {
            yield return new Paragraph(
                $"{noted.Stage} anggaran dengan dokumen nomor {noted.Number} tanggal {IndonesianDate.Long(noted.Date)} tidak mengubah "
                    + "target maupun jumlah anggaran program dalam perjanjian kinerja, sehingga dicatat tanpa perjanjian kinerja "
                    + $"perubahan. {noted.Explanation}"
            );
        }

        if (context.Data.Agreements.Count > 1)
        {
            yield return new Paragraph([
                "Perubahan target dan anggaran antarversi perjanjian disajikan dalam ",
                new Reference("tabel-2-4"),
                ".",
            ]);
            yield return AgreementHistoryTables.Versions(context);
        }

        var programmes = context.Data.Agreements[^1].Snapshot.Programmes;
        yield return new Paragraph("Pencapaian sasaran strategis dilaksanakan melalui program:")
        {
            KeepWithNext = true,
        };
        yield return new BlockList(
            ListStyle.Number,
            Sentences.Of([
                .. programmes.Select(programme =>
                    $"{programme.Name} dengan anggaran {IndonesianNumber.Rupiah(programme.Amount)}"
                ),
            ])
        );
    }

    private static string Text(decimal? value) =>
        value?.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',') ?? "-";
}
