using Sakip.Agreements;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>A published report. Later corrections are a new version; this one never changes.</summary>
public sealed record ReportRecord(
    string PdfHash, string DocxHash, DateOnly PublishedOn, IReadOnlyList<SignatureRecord> Signatures);

/// <summary>The published reports of a year.</summary>
public sealed class ReportRecords(OfficeStorage storage, TimeProvider clock)
{
    /// <summary>Publishes, or gives back what was published under the version before.</summary>
    public async Task<ReportRecord> PublishAsync(
        ReportAssemblyInput input, ReportRecord record, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(record);
        var row = new RecordRow
        {
            PartitionKey = Keys.Partition(input.Unit, input.Year),
            RowKey = Key(input.Version),
            Kind = "report",
            Hash = record.PdfHash,
            State = "Published",
            At = clock.GetUtcNow(),
            Body = SakipJson.Text(record),
        };
        return await storage.Years.TryInsertAsync(row, cancellation)
            ? record
            : (await FindAsync(input.Unit, input.Year, input.Version, cancellation))!;
    }

    public async Task<ReportRecord?> FindAsync(string unit, int year, int version, CancellationToken cancellation)
    {
        var row = await storage.Years.FindAsync<RecordRow>(Keys.Partition(unit, year), Key(version), cancellation);
        return row is null ? null : SakipJson.Read<ReportRecord>(row.Body!);
    }

    private static string Key(int version) => FormattableString.Invariant($"annual-report|{version:D4}");
}
