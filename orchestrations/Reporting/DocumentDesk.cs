using Azure.Data.Tables;
using Sakip.AnnualCycle;
using Sakip.Calendar;
using Sakip.Collection;
using Sakip.Evaluation;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>What a document would be made from now, and the documents that were made on request.</summary>
public sealed class DocumentDesk(
    OfficeStorage storage, EvaluationRecords evaluations, QuarterRecords quarters, ReportRecords reports, TimeProvider clock)
{
    private const int FirstVersion = 1;

    /// <summary>Hash of the data that a document of the kind is made from; null while there is none.</summary>
    public async Task<string?> DataHashAsync(DocumentKind kind, string unit, int year, CancellationToken cancellation) => kind switch
    {
        DocumentKind.Agreement => await evaluations.HasAgreementAsync(unit, year, cancellation)
            ? Hashed($"{kind}", (await evaluations.InputAsync(unit, year, cancellation)).Agreement)
            : null,
        DocumentKind.QuarterlyReport => (await quarters.ReadAsync(unit, year, cancellation)).Count > 0
            ? Hashed($"{kind}", await evaluations.InputAsync(unit, year, cancellation))
            : null,
        DocumentKind.AnnualReport => (await quarters.ReadAsync(unit, year, cancellation)).Count == Quarters.All.Count
            ? Hashed(
                await reports.FindAsync(unit, year, FirstVersion, cancellation) is null ? $"{kind}" : $"{kind}:published",
                await evaluations.InputAsync(unit, year, cancellation))
            : null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of document."),
    };

    public async Task<string?> FindAsync(DocumentRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var row = await storage.Years.FindAsync<RecordRow>(
            Keys.Partition(request.Unit, request.Year), Key(request), cancellation);
        return row?.Hash;
    }

    public Task KeepAsync(DocumentRequest request, string hash, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return storage.Years.UpsertEntityAsync(
            new RecordRow
            {
                PartitionKey = Keys.Partition(request.Unit, request.Year),
                RowKey = Key(request),
                Kind = "document",
                Hash = hash,
                At = clock.GetUtcNow(),
            },
            TableUpdateMode.Replace, cancellation);
    }

    private static string Key(DocumentRequest request) => Keys.Join("document", request.Kind.ToString(), request.DataHash);

    private static string Hashed<T>(string kind, T data) => CanonicalJson.Hash(new { kind, data });
}
