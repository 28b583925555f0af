using Azure;
using Azure.Data.Tables;
using Sakip.Approvals;
using Sakip.Consistency;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>Evidence by report and by year.</summary>
internal sealed class EvidenceBook(OfficeStorage storage)
{
    /// <summary>Files of a report that count, by field and time.</summary>
    public async Task<IReadOnlyList<EvidenceRow>> OfAsync(Subject report, CancellationToken cancellation) =>
        Counting(await AllAsync(report, cancellation));

    /// <summary>Files of an opened link's report that count.</summary>
    public async Task<IReadOnlyList<EvidenceRow>> OfAsync(OpenedLink link, CancellationToken cancellation)
    {
        return Counting(await AllAsync(link, cancellation));
    }

    public static IReadOnlyList<EvidenceRow> Of(SubjectRows rows)
    {
        return Counting(Ordered(rows.Under<EvidenceRow>(EvidenceKeys.Prefix)));
    }

    /// <summary>Every file that was ever offered for an opened link's report.</summary>
    public async Task<IReadOnlyList<EvidenceRow>> AllAsync(OpenedLink link, CancellationToken cancellation)
    {
        return link.Rows is { } rows
            ? Ordered(rows.Under<EvidenceRow>(EvidenceKeys.Prefix))
            : await AllAsync(link.Subject, cancellation);
    }

    /// <summary>Every file that was ever offered for a report.</summary>
    public async Task<IReadOnlyList<EvidenceRow>> AllAsync(Subject report, CancellationToken cancellation)
    {
        var rows = new List<EvidenceRow>();
        await foreach (
            var row in storage.Subjects.UnderAsync<EvidenceRow>(
                Keys.Partition(report),
                EvidenceKeys.Prefix,
                cancellation
            )
        )
        {
            rows.Add(row);
        }

        return Ordered(rows);
    }

    private static EvidenceRow[] Ordered(IEnumerable<EvidenceRow> rows) =>
        [.. rows.OrderBy(row => row.Owner, StringComparer.Ordinal).ThenBy(row => row.At)];

    private static EvidenceRow[] Counting(IEnumerable<EvidenceRow> rows) => [.. rows.Where(row => row.Counts)];

    public Task<EvidenceRow?> FindAsync(Subject report, string id, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<EvidenceRow>(Keys.Partition(report), EvidenceKeys.Row(id), cancellation);

    /// <summary>The row that stands between those who offer at once; without an ETag where there is none yet.</summary>
    public async Task<EvidenceGateRow> GateAsync(Subject report, CancellationToken cancellation)
    {
        var gate =
            await storage.Subjects.FindAsync<EvidenceGateRow>(Keys.Partition(report), EvidenceKeys.Gate, cancellation)
            ?? new EvidenceGateRow { PartitionKey = Keys.Partition(report), RowKey = EvidenceKeys.Gate };
        gate.Changes++;
        return gate;
    }

    /// <summary>Writes an offer; false where somebody offered or finished since the gate was read.</summary>
    public async Task<bool> TryOfferAsync(EvidenceRow row, EvidenceGateRow gate, CancellationToken cancellation)
    {
        try
        {
            await storage.Subjects.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, row),
                    gate.ETag == default
                        ? new TableTransactionAction(TableTransactionActionType.Add, gate)
                        : new TableTransactionAction(TableTransactionActionType.UpdateReplace, gate, gate.ETag),
                ],
                cancellation
            );
            return true;
        }
        catch (TableTransactionFailedException taken) when (taken.Status is 409 or 412)
        {
            return false;
        }
    }

    public async Task<bool> TryReplaceAsync(EvidenceRow row, CancellationToken cancellation)
    {
        try
        {
            await storage.Subjects.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>What the quarter's gate looks at: evidence of the quarter and of those before it.</summary>
    public async Task<IReadOnlyList<EvidenceFact>> FactsAsync(
        OfficeYear office,
        Quarter quarter,
        CancellationToken cancellation
    )
    {
        var facts = new List<EvidenceFact>();
        await foreach (
            var row in storage.Years.UnderAsync<RecordRow>(Keys.Partition(office), EvidenceKeys.Prefix, cancellation)
        )
        {
            if (SakipJson.Read<EvidenceFact>(row.Body!) is var fact && fact.Quarter <= quarter)
                facts.Add(fact);
        }

        return facts;
    }

    public Task IndexAsync(SubUnitReportSubject report, EvidenceRow row, CancellationToken cancellation)
    {
        // Kept as the morning of its day, which is the same day in every zone.
        var fact = new EvidenceFact(
            row.Owner,
            report.Quarter,
            row.FileName,
            row.Sha256!,
            OfficeZone.Wita.DateAt(row.DocumentDate)
        );
        return storage.Years.UpsertEntityAsync(
            new RecordRow
            {
                PartitionKey = Keys.Partition(report.Office),
                RowKey = IndexKey(report, row),
                Kind = "evidence",
                Hash = row.Sha256!,
                State = row.State,
                At = row.At,
                Body = SakipJson.Text(fact),
            },
            TableUpdateMode.Replace,
            cancellation
        );
    }

    public Task DropAsync(SubUnitReportSubject report, EvidenceRow row, CancellationToken cancellation)
    {
        return storage.Years.DeleteEntityAsync(
            Keys.Partition(report.Office),
            IndexKey(report, row),
            ETag.All,
            cancellation
        );
    }

    /// <summary>The other period in which the same file was used, in words; null where there is none.</summary>
    public async Task<string?> UsedBeforeAsync(
        SubUnitReportSubject report,
        string sha256,
        CancellationToken cancellation
    )
    {
        foreach (var year in (int[])[report.Year, report.Year - 1])
        {
            await foreach (
                var row in storage.Years.UnderAsync<RecordRow>(
                    Keys.Partition(new OfficeYear(report.Unit, year)),
                    Keys.Join("evidence", sha256) + "|",
                    cancellation
                )
            )
            {
                var fact = SakipJson.Read<EvidenceFact>(row.Body!);
                if (year != report.Year || fact.Quarter != report.Quarter)
                    return $"Berkas yang sama sudah dipakai pada Triwulan {fact.Quarter.Roman()} Tahun {year}.";
            }
        }

        return null;
    }

    private static string IndexKey(SubUnitReportSubject report, EvidenceRow row) =>
        EvidenceKeys.Index(row.Sha256!, report.Quarter.Code(), report.SubUnit, row.Id);
}
