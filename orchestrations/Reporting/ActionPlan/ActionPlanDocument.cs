using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>The action plan (rencana aksi) as a document of its own, with the progress of the quarters so far.</summary>
internal static class ActionPlanDocument
{
    /// <param name="quarters">The locked quarters.</param>
    /// <param name="draft">Lays KONSEP across every page, while no agreement is in force.</param>
    public static Document Build(
        OfficePlan plan,
        AgreementTerms terms,
        IReadOnlyList<QuarterlyFigures> quarters,
        DateTimeOffset at,
        bool draft
    )
    {
        var title = $"Rencana Aksi Tahun {plan.Year}";
        var info = new DocumentInfo($"{title} {plan.Unit.ShortName}", "Rencana aksi", plan.Unit.Name, at)
        {
            RunningHeader = $"{title} {plan.Unit.ShortName}",
            FooterNote = draft ? DocumentNotes.Unsigned : null,
            Watermark = draft ? DocumentNotes.Draft : null,
        };
        return new Document(
            info,
            [
                new Section([
                    new Paragraph(title.ToUpperInvariant(), ParagraphStyle.Title),
                    new Paragraph(plan.Unit.Name.ToUpperInvariant(), ParagraphStyle.CentredBold),
                    .. plan.ActionPlan.Count == 0
                        ?
                        [
                            new Paragraph(
                                "Rencana kinerja tahun ini tidak memuat rencana aksi.",
                                ParagraphStyle.Centred
                            ),
                        ]
                        : Tables(plan, terms, quarters),
                ])
                {
                    Orientation = PageOrientation.Landscape,
                    Numbering = PageNumbering.ArabicFromOne,
                },
            ]
        );
    }

    private static IEnumerable<Block> Tables(
        OfficePlan plan,
        AgreementTerms terms,
        IReadOnlyList<QuarterlyFigures> quarters
    )
    {
        var number = 0;
        foreach (var indicator in plan.StrategicPlan.Indicators())
        {
            var items = plan.ActionPlan.Where(item => item.Indicator == indicator.Code).ToList();
            if (items.Count == 0)
                continue;
            var target = terms.Targets.FirstOrDefault(one => one.Indicator == indicator.Code);
            number++;
            yield return new Paragraph(
                $"{number}. {indicator.Name} (target {target?.Text ?? ReportContext.Show(indicator, target?.Value)})",
                ParagraphStyle.Bold
            )
            {
                KeepWithNext = true,
            };
            yield return ActionPlanTables.Promised(plan, items) with
            {
                SheetName = $"Rencana aksi {number}",
            };
        }

        if (quarters.Count == 0)
            yield break;
        yield return new Paragraph(
            "Kemajuan sampai dengan Triwulan " + quarters[^1].Quarter.Roman(),
            ParagraphStyle.Bold
        )
        {
            KeepWithNext = true,
        };
        yield return ActionPlanTables.Reached(plan, quarters);
    }
}
