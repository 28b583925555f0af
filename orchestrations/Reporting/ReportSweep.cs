using Microsoft.DurableTask.Client;
using Sakip.Kernel;

namespace Sakip.Reporting;

/// <summary>Warns of the report's days, and tells an assembly again what it has not heard.</summary>
internal sealed class ReportSweep(ReportDeadlines deadlines, ReportRechecks rechecks)
{
    public Task RunAsync(OfficeYear office, CancellationToken cancellation) => deadlines.RunAsync(office, cancellation);

    public Task TellAgainAsync(OfficeYear office, DurableTaskClient client, CancellationToken cancellation) =>
        rechecks.TellAgainAsync(office, client, cancellation);
}
