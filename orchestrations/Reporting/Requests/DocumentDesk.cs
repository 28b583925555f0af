using Azure.Data.Tables;
using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>What a document would be made from now, and the documents that were made on request.</summary>
internal sealed class DocumentDesk(
    OfficeStorage storage,
    YearBasis years,
    ReportRecords reports,
    ReportVersions versions,
    OfficeLogo logos,
    TimeProvider clock
)
{
    private const string Prefix = "document|";

    /// <summary>The request that a wish amounts to now; null where the office has no such agreement.</summary>
    /// <exception cref="KeyNotFoundException">The year has no plan.</exception>
    public async Task<DocumentRequest?> RequestAsync(
        OfficeYear office,
        DocumentWish wish,
        CancellationToken cancellation
    )
    {
        var basis = await years.ReadAsync(office, cancellation);
        var now = clock.GetUtcNow();
        var request = new DocumentRequest(wish.Kind, office.Unit, office.Year, "", wish.Format, At: now);
        switch (wish.Kind)
        {
            case DocumentKind.Agreement:
                var last = basis.Agreements[^1].Snapshot.Terms.Revision;
                var wanted = basis.Agreements.FirstOrDefault(one =>
                    one.Snapshot.Terms.Revision == (wish.Revision ?? last)
                );
                if (wanted.Snapshot is null)
                    return null;
                return request with
                {
                    Revision = wish.Revision ?? last,
                    DataHash = Hash(
                        wish,
                        wanted.Snapshot with
                        {
                            Terms = Undated(wanted),
                        },
                        wanted.Record,
                        wish.Revision ?? last
                    ),
                };
            case DocumentKind.QuarterlyReport:
                var quarter =
                    wish.Quarter ?? (basis.Input.Quarters.Count == 0 ? 1 : (int)basis.Input.Quarters[^1].Quarter);
                return request with { Quarter = quarter, DataHash = Hash(wish, Undated(basis), "", quarter) };
            case DocumentKind.ActionPlan:
                return request with { DataHash = Hash(wish, Undated(basis), basis.Agreements[^1].Record, 0) };
            default:
                var published = await PublishedAsync(office, cancellation);
                return request with
                {
                    DataHash =
                        published is not null && wish.Kind == DocumentKind.AnnualReport
                            ? Hash(wish, published.PdfHash, published.ContentHash, 0)
                            : Hash(
                                wish,
                                Undated(basis),
                                new
                                {
                                    published?.PdfHash,
                                    Logo = BlobVault.HashOf(await logos.FindAsync(office, cancellation) ?? []),
                                    Running = await versions.RunningAsync(office, cancellation),
                                },
                                0
                            ),
                };
        }
    }

    /// <summary>The published report, unless a correction of it is being made.</summary>
    public async Task<ReportRecord?> PublishedAsync(OfficeYear office, CancellationToken cancellation)
    {
        var latest = (await reports.AllAsync(office, cancellation)).LastOrDefault();
        return latest is null || await versions.RunningAsync(office, cancellation) is > 1 ? null : latest.Record;
    }

    public async Task<MadeDocument?> FindAsync(
        DocumentKind kind,
        OfficeYear office,
        string dataHash,
        CancellationToken cancellation
    )
    {
        var row = await storage.Years.FindAsync<RecordRow>(Keys.Partition(office), Key(kind, dataHash), cancellation);
        return row is null ? null : Of(row);
    }

    /// <summary>What was made on request in the year, the newest first.</summary>
    public async Task<IReadOnlyList<(DocumentKind Kind, string DataHash, MadeDocument Document)>> MadeAsync(
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var made = new List<(DocumentKind, string, MadeDocument)>();
        await foreach (var row in storage.Years.UnderAsync<RecordRow>(Keys.Partition(office), Prefix, cancellation))
        {
            var parts = row.RowKey.Split('|');
            if (Enum.TryParse<DocumentKind>(parts[1], out var kind))
                made.Add((kind, parts[2], Of(row)));
        }

        return [.. made.OrderByDescending(one => one.Item3.At)];
    }

    public Task KeepAsync(DocumentRequest request, string hash, string name, CancellationToken cancellation)
    {
        var made = new MadeDocument(hash, request.Format, name, clock.GetUtcNow());
        return storage.Years.UpsertEntityAsync(
            new RecordRow
            {
                PartitionKey = Keys.Partition(request.Office),
                RowKey = Key(request.Kind, request.DataHash),
                Kind = "document",
                Hash = hash,
                At = made.At,
                Body = SakipJson.Text(made),
            },
            TableUpdateMode.Replace,
            cancellation
        );
    }

    public Task<bool> HasPlanAsync(OfficeYear office, CancellationToken cancellation) =>
        years.HasPlanAsync(office, cancellation);

    private static MadeDocument Of(RecordRow row) =>
        row.Body is { } body
            ? SakipJson.Read<MadeDocument>(body)
            : new MadeDocument(row.Hash, FileFormat.Pdf, row.Hash[..12] + ".pdf", row.At);

    // A draft is dated by the day it is drafted on; that says nothing of what it is made from.
    private static AgreementTerms Undated((AgreementSnapshot Snapshot, AgreementRecord? Record) agreement) =>
        agreement.Record is null ? agreement.Snapshot.Terms with { SignedOn = default } : agreement.Snapshot.Terms;

    private static EvaluationInput Undated(ReportBasis basis) =>
        basis.Input with
        {
            Agreement = Undated(basis.Agreements[^1]),
        };

    private static string Key(DocumentKind kind, string dataHash) => Prefix + Keys.Join(kind.ToString(), dataHash);

    private static string Hash<TData, TMore>(DocumentWish wish, TData data, TMore more, int number) =>
        CanonicalJson.Hash(
            new
            {
                wish.Kind,
                wish.Format,
                number,
                data,
                more,
            }
        );
}
