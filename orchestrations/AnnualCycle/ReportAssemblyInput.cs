using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <param name="IsReviewed">True once the Inspectorate has reviewed: the statement of review is then in the document.</param>
/// <param name="At">When the document is made; now where it is not said.</param>
internal sealed record ReportAssemblyInput(
    string Unit,
    int Year,
    int Version,
    int Attempt = 1,
    bool IsReviewed = false,
    DateTimeOffset? At = null
)
{
    internal OfficeYear Office => new(Unit, Year);

    internal AnnualReportSubject Subject => new(Office, Version);
}
