using Sakip.AnnualCycle;

namespace Sakip.Reporting;

internal sealed record SectionInput(ReportAssemblyInput Report, string Section);
