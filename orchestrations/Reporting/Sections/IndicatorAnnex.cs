using Sakip.Documents;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>Annex 4: the key performance indicators with formula, source, owner and reason
/// (PER/20/M.PAN/11/2008).</summary>
internal static class IndicatorAnnex
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        yield return new Heading(1, "INDIKATOR KINERJA UTAMA", "LAMPIRAN 4", "lampiran-4");
        foreach (var objective in context.Plan.StrategicPlan.Objectives())
        {
            yield return new Paragraph("Sasaran: " + objective.Statement, ParagraphStyle.Bold) { KeepWithNext = true };
            foreach (var indicator in objective.Indicators.Where(one => one.IsKey))
            {
                yield return Card(context, indicator);
            }
        }
    }

    private static Box Card(ReportContext context, Indicator indicator) =>
        new(
            [
                new KeyValueTable([
                    new("Satuan", indicator.Measure),
                    new(
                        "Polaritas",
                        indicator.Polarity switch
                        {
                            Polarity.Minimise => "Minimasi (makin rendah makin baik)",
                            Polarity.Stabilise => "Stabilisasi (makin dekat dengan target makin baik)",
                            _ => "Maksimasi (makin tinggi makin baik)",
                        }
                    ),
                    new(
                        "Konsolidasi triwulan",
                        indicator.Consolidation switch
                        {
                            Consolidation.Sum => "Jumlah triwulan",
                            Consolidation.Average => "Rata-rata triwulan",
                            Consolidation.RunningTotal => "Jumlah berjalan",
                            _ => "Nilai terakhir",
                        }
                    ),
                    new("Definisi", indicator.Definition ?? "-"),
                    new("Rumus", indicator.Formula ?? "-"),
                    new("Pembilang", indicator.NumeratorLabel ?? "-"),
                    new("Penyebut", indicator.DenominatorLabel ?? "-"),
                    new("Sumber data", indicator.DataSource ?? "-"),
                    new(
                        "Penanggung jawab",
                        context.Changes.Carrier(Planning.CarriedKind.Indicator, indicator.Code, indicator.SubUnit)
                    ),
                    new("Alasan pemilihan", indicator.Reason ?? "-"),
                    new(
                        "Nama terdahulu",
                        indicator.FormerNames.Count == 0 ? "-" : string.Join("; ", indicator.FormerNames)
                    ),
                ]),
            ],
            context.Changes.Name(indicator.Code, indicator.Name)
        );
}
