using System.Globalization;
using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Consistency;

/// <summary>Reads the findings of a subject or a year with everything that was done about them.</summary>
internal sealed class FindingStore(OfficeStorage storage, BlobVault vault)
{
    private static readonly string[] Kinds = [AgreementSubject.Name, QuarterSubject.Name, AnnualReportSubject.Name];

    /// <summary>Findings of the subject, blockers first; the fixed ones last.</summary>
    public async Task<IReadOnlyList<FindingRecord>> ReadAsync(Subject subject, CancellationToken cancellation) =>
        await RowAsync(subject, cancellation) is { } row ? await RecordsAsync(subject, row, cancellation) : [];

    /// <summary>Findings of all subjects of a year, for pages that many look at.</summary>
    public Task<IReadOnlyList<FindingRecord>> ShownOfYearAsync(OfficeYear office, CancellationToken cancellation) =>
        storage.Memory.ReadAsync("findings", office, () => ShownAsync(office, CancellationToken.None), cancellation);

    /// <summary>Findings of all subjects of a year.</summary>
    public async Task<IReadOnlyList<FindingRecord>> OfYearAsync(OfficeYear office, CancellationToken cancellation)
    {
        var records = new List<FindingRecord>();
        foreach (var kind in Kinds)
        {
            var first = Keys.Partitions(office, kind);
            var rows = storage.Subjects.QueryAsync<FindingsRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey ge {first} and PartitionKey lt {Keys.After(first)} and RowKey eq {FindingsRow.Key}"
                ),
                cancellationToken: cancellation
            );
            await foreach (var row in rows)
            {
                records.AddRange(await RecordsAsync(Subject.OfPartition(row.PartitionKey)!, row, cancellation));
            }
        }

        return records;
    }

    private async Task<IReadOnlyList<FindingRecord>> ShownAsync(OfficeYear office, CancellationToken cancellation)
    {
        var agreement = await LastAsync(office, AgreementSubject.Name, cancellation);
        var report = await LastAsync(office, AnnualReportSubject.Name, cancellation);
        return new FindingClosing(
            agreement is null
                ? null
                : int.Parse(agreement.RowKey.AsSpan(AgreementSubject.Name.Length + 1), CultureInfo.InvariantCulture),
            report?.At
        ).Of(await OfYearAsync(office, cancellation));
    }

    /// <summary>The year's latest record of a kind: an agreement in force, a published report.</summary>
    private async Task<RecordRow?> LastAsync(OfficeYear office, string kind, CancellationToken cancellation)
    {
        RecordRow? last = null;
        await foreach (var row in storage.Years.UnderAsync<RecordRow>(Keys.Partition(office), kind + "|", cancellation))
        {
            last = row;
        }

        return last;
    }

    /// <summary>Explanations that were accepted for what the subject's last check found.</summary>
    public async Task<IReadOnlyList<AcceptedExplanation>> AcceptedAsync(Subject subject, CancellationToken cancellation)
    {
        var acts = await ActsAsync(subject, cancellation);
        return
        [
            .. acts.Where(pair => pair.Value[^1].Status == FindingStatus.Accepted)
                .Select(pair => new AcceptedExplanation(
                    pair.Key,
                    pair.Value.Last(act => act.Status == FindingStatus.Explained).Text!,
                    pair.Value[^1].By,
                    pair.Value[^1].At
                )),
        ];
    }

    internal Task<FindingsRow?> RowAsync(Subject subject, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<FindingsRow>(Keys.Partition(subject), FindingsRow.Key, cancellation);

    internal async Task<FindingSet> SetAsync(FindingsRow? row, CancellationToken cancellation) =>
        row is null ? FindingSet.Empty : SakipJson.Read<FindingSet>(await vault.SnapshotAsync(row.Hash, cancellation));

    internal async Task<IReadOnlyList<FindingRecord>> RecordsAsync(
        Subject subject,
        FindingsRow row,
        CancellationToken cancellation
    )
    {
        var set = await SetAsync(row, cancellation);
        var acts = await ActsAsync(subject, cancellation);
        return
        [
            .. set.Findings.Select(one =>
            {
                var own = acts.GetValueOrDefault(one.Finding.Id) ?? [];
                var status =
                    one.FixedAt is not null ? FindingStatus.Fixed
                    : own.Count == 0 ? FindingStatus.Open
                    : own[^1].Status;
                return new FindingRecord(
                    subject.Dotted,
                    one.Finding,
                    status,
                    one.FoundAt,
                    one.FixedAt,
                    one.Before,
                    own
                );
            }),
        ];
    }

    private async Task<Dictionary<string, List<FindingAct>>> ActsAsync(Subject subject, CancellationToken cancellation)
    {
        var acts = new Dictionary<string, List<FindingAct>>(StringComparer.Ordinal);
        await foreach (
            var row in storage.Subjects.UnderAsync<ClaimRow>(
                Keys.Partition(subject),
                FindingsRow.ActPrefix,
                cancellation
            )
        )
        {
            var finding = row.RowKey.Split('|')[1];
            if (!acts.TryGetValue(finding, out var own))
                acts[finding] = own = [];
            own.Add(
                new(Enum.Parse<FindingStatus>(row.Decision), row.By, row.ByName, row.At, row.Note) { Key = row.Key }
            );
        }

        return acts;
    }
}
