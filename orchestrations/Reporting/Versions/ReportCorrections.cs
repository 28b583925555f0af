using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>What a corrected version changes against the one before.</summary>
internal sealed class ReportCorrections(OfficeStorage storage, BlobVault vault, ReportRecords records)
{
    private const string RequestKey = "correction";

    /// <summary>The correction that leads to a version; null where nobody asked for it.</summary>
    public async Task<CorrectionRequest?> FindAsync(OfficeYear office, int version, CancellationToken cancellation)
    {
        var row = await storage.Subjects.FindAsync<RecordRow>(
            Keys.Partition(new AnnualReportSubject(office, version)),
            RequestKey,
            cancellation
        );
        return row is null ? null : SakipJson.Read<CorrectionRequest>(row.Body!);
    }

    public async Task<ReportCorrection?> OfAsync(AnnualReportData data, CancellationToken cancellation)
    {
        var (office, before) = (data.Plan.Office, data.Version - 1);
        if (
            await FindAsync(office, data.Version, cancellation) is not { } request
            || await records.FindAsync(office, before, cancellation) is not { } record
        )
        {
            return null;
        }

        var earlier = record.ContentHash is { } hash
            ? SakipJson.Read<ReportContent>(await vault.SnapshotAsync(hash, cancellation))
            : new ReportContent([], []);
        var now = ReportContent.Of(data);
        return new ReportCorrection(
            before,
            record.PublishedOn,
            request.Reason,
            request.ByName,
            now.FiguresChangedSince(earlier),
            now.SectionsChangedSince(earlier)
        );
    }

    public static RecordRow Row(CorrectionRequest request)
    {
        return new()
        {
            Kind = "correction",
            State = "Running",
            At = request.At,
            Body = SakipJson.Text(request),
        };
    }

    public static string Key => RequestKey;
}
