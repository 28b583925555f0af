using Sakip.Agreements;
using Sakip.Documents;

namespace Sakip.Reporting;

/// <summary>Annex 6: staff targets of the head of office, from the agreement in force.</summary>
internal static class StaffTargetAnnex
{
    public static IEnumerable<Block> Build(ReportContext context) =>
        [
            new Heading(1, "SASARAN KINERJA PEGAWAI", "LAMPIRAN 6", "lampiran-6"),
            .. StaffTargetTables.Build(context.Plan, context.Data.Agreements[^1].Snapshot),
        ];
}
