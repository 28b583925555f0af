using System.Globalization;
using Sakip.AnnualCycle;
using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>A published report. Later corrections are a new version; this one never changes.</summary>
/// <param name="ContentHash">Snapshot of the <see cref="ReportContent"/>, for the versions that follow.</param>
internal sealed record ReportRecord(
    string PdfHash,
    string DocxHash,
    DateOnly PublishedOn,
    IReadOnlyList<SignatureRecord> Signatures,
    string? XlsxHash = null,
    string? ContentHash = null,
    string? Title = null,
    string? Unit = null,
    string? Reason = null
)
{
    public string? HashOf(FileFormat format) =>
        format switch
        {
            FileFormat.Docx => DocxHash,
            FileFormat.Xlsx => XlsxHash,
            _ => PdfHash,
        };
}

internal sealed record PublishedVersion(int Version, ReportRecord Record);

/// <summary>A line of the public list.</summary>
internal sealed record Publication(
    string Unit,
    int Year,
    int Version,
    string Title,
    string UnitName,
    DateOnly PublishedOn,
    string PdfHash
)
{
    internal OfficeYear Office => new(Unit, Year);
}

/// <summary>The published reports of a year, and the public list of all of them.</summary>
internal sealed class ReportRecords(OfficeStorage storage, TimeProvider clock)
{
    private const string Prefix = "annual-report|";

    // All publications stand in this partition of the years' table.
    private const string PublicPartition = "published";

    /// <summary>Publishes, or gives back what was published under the version before.</summary>
    public async Task<ReportRecord> PublishAsync(
        ReportAssemblyInput input,
        ReportRecord record,
        CancellationToken cancellation
    )
    {
        var row = Row(Keys.Partition(input.Office), Key(input.Version), record);
        var standing = await storage.Years.TryInsertAsync(row, cancellation)
            ? record
            : (await FindAsync(input.Office, input.Version, cancellation))!;
        var entry = new Publication(
            input.Unit,
            input.Year,
            input.Version,
            standing.Title ?? "Laporan Kinerja",
            standing.Unit ?? input.Unit,
            standing.PublishedOn,
            standing.PdfHash
        );
        var listed = Row(PublicPartition, Keys.Join(input.Unit, $"{input.Year}", $"{input.Version:D4}"), standing);
        listed.Body = SakipJson.Text(entry);
        await storage.Years.TryInsertAsync(listed, cancellation);
        return standing;
    }

    /// <summary>Where a version stands; null before its assembly has begun.</summary>
    public Task<StateRow?> StateAsync(AnnualReportSubject version, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<StateRow>(Keys.Partition(version), RowKeys.State, cancellation);

    public async Task<ReportRecord?> FindAsync(OfficeYear office, int version, CancellationToken cancellation)
    {
        var row = await storage.Years.FindAsync<RecordRow>(Keys.Partition(office), Key(version), cancellation);
        return row is null ? null : SakipJson.Read<ReportRecord>(row.Body!);
    }

    /// <summary>Every published version, first to last.</summary>
    public async Task<IReadOnlyList<PublishedVersion>> AllAsync(OfficeYear office, CancellationToken cancellation)
    {
        var versions = new List<PublishedVersion>();
        await foreach (var row in storage.Years.UnderAsync<RecordRow>(Keys.Partition(office), Prefix, cancellation))
        {
            versions.Add(
                new PublishedVersion(
                    int.Parse(row.RowKey.AsSpan(Prefix.Length), CultureInfo.InvariantCulture),
                    SakipJson.Read<ReportRecord>(row.Body!)
                )
            );
        }

        return versions;
    }

    /// <summary>What the public portal lists: every version of every published report, newest year and version first.</summary>
    public async Task<IReadOnlyList<Publication>> PublishedAsync(CancellationToken cancellation)
    {
        var all = new List<Publication>();
        await foreach (var row in storage.Years.UnderAsync<RecordRow>(PublicPartition, "", cancellation))
            all.Add(SakipJson.Read<Publication>(row.Body!));
        return
        [
            .. all.OrderByDescending(one => one.Year)
                .ThenBy(one => one.UnitName, StringComparer.Ordinal)
                .ThenBy(one => one.Unit, StringComparer.Ordinal)
                .ThenByDescending(one => one.Version),
        ];
    }

    private RecordRow Row(string partition, string key, ReportRecord record) =>
        new()
        {
            PartitionKey = partition,
            RowKey = key,
            Kind = "report",
            Hash = record.PdfHash,
            State = "Published",
            At = clock.GetUtcNow(),
            Body = SakipJson.Text(record),
        };

    private static string Key(int version) => FormattableString.Invariant($"annual-report|{version:D4}");
}
