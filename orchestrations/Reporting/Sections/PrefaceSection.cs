using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Kernel;

namespace Sakip.Reporting;

internal static class PrefaceSection
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        yield return new Heading(1, "KATA PENGANTAR", Id: "kata-pengantar");
        foreach (var block in context.Told("kata-pengantar"))
            yield return block;
        if (context.Directory.FirstParty(context.Today) is { } head)
        {
            yield return new SignatureBlock([Signatures.Party(AnnualReportDocument.HeadSlot, null, head.Snapshot())])
            {
                PlaceAndDate = $"{context.Plan.Agreement.Place}, {IndonesianDate.Long(context.Today)}",
            };
        }
    }
}
