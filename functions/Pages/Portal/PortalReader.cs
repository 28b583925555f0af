using Sakip.Access;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Functions.Pages.Portal;

/// <summary>Lists the published reports of all offices.</summary>
public sealed class PortalReader(People people, PlanStore plans, ReportRecords reports)
{
    public async Task<PortalView> ReadAsync(CancellationToken cancellation)
    {
        const int FirstVersion = 1;
        var documents = new List<(int Year, PublishedDocument Document)>();
        foreach (var row in await people.YearsAsync(cancellation))
        {
            if (await reports.FindAsync(row.Unit, row.Year, FirstVersion, cancellation) is not { } report) continue;
            var plan = await plans.PlanAsync(row.Unit, row.Year, cancellation);
            documents.Add((row.Year, new PublishedDocument(
                $"Laporan Kinerja {row.Year}", plan.Unit.Name, Words.ShortDay(report.PublishedOn), $"/terbit/{row.Unit}/{row.Year}")));
        }

        return new PortalView(
            [.. documents.GroupBy(one => one.Year).Select(year => new PublishedYear(year.Key, [.. year.Select(one => one.Document)]))]);
    }
}
