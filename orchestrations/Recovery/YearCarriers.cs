using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Recovery;

/// <summary>The instance that has to run for a year to go on.</summary>
/// <param name="Instance">Its id.</param>
/// <param name="Since">Since when it should be there.</param>
/// <param name="Correction">The version of the report that it makes; null where it is the whole cycle.</param>
internal sealed record YearCarrier(string Instance, DateTimeOffset Since, int? Correction = null);

/// <summary>
/// Tells from the tables what carries a year: its cycle until the report is published, then nothing, and while the
/// published report is being corrected the assembly of the next version.
/// </summary>
internal sealed class YearCarriers(ReportVersions versions)
{
    /// <returns>Null where the year is over and nothing has to run.</returns>
    public async Task<YearCarrier?> OfAsync(OfficeYearRow year, CancellationToken cancellation)
    {
        if (year.State.HasCycle())
            return new YearCarrier(InstanceIds.Cycle(year.Office), year.StartedAt);
        return await versions.CorrectionAsync(year, cancellation) is { } correction
            ? new YearCarrier(
                new AnnualReportSubject(year.Office, correction.Version).InstanceId,
                correction.At,
                correction.Version
            )
            : null;
    }
}
