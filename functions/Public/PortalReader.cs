using Sakip.Functions.Web;
using Sakip.Reporting;

namespace Sakip.Functions.Public;

/// <summary>Lists the published reports of all offices, each with the versions before it.</summary>
internal sealed class PortalReader(ReportRecords reports)
{
    public async Task<PortalView> ReadAsync(CancellationToken cancellation)
    {
        var all = await reports.PublishedAsync(cancellation);
        return new PortalView([
            .. all.GroupBy(one => one.Year)
                .Select(year => new PublishedYear(
                    year.Key,
                    [.. year.GroupBy(one => one.Unit).Select(versions => Document([.. versions]))]
                )),
        ]);
    }

    private static PublishedDocument Document(IReadOnlyList<Publication> versions)
    {
        var newest = versions[0];
        return new PublishedDocument(
            newest.Title,
            newest.UnitName,
            PageWords.ShortDay(newest.PublishedOn),
            $"/terbit/{newest.Unit}/{newest.Year}",
            newest.Version == 1 ? null : $"versi {newest.Version}",
            [
                .. versions
                    .Skip(1)
                    .Select(one => new FormerVersion(
                        $"Versi {one.Version}, diterbitkan {PageWords.ShortDay(one.PublishedOn)}",
                        $"/terbit/{one.Unit}/{one.Year}/v{one.Version}"
                    )),
            ]
        );
    }
}
