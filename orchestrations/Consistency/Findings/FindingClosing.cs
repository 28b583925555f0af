using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Consistency;

/// <summary>
/// Closes on pages what nobody has to look at any more: findings of an agreement that another has replaced, those of a
/// report that is published, and all but the latest of the same one. The gates keep their own account.
/// </summary>
/// <param name="Agreement">Number of the agreement in force; null while none is.</param>
/// <param name="PublishedAt">When the annual report was published; null while it is not.</param>
internal sealed record FindingClosing(int? Agreement, DateTimeOffset? PublishedAt)
{
    public IReadOnlyList<FindingRecord> Of(IReadOnlyList<FindingRecord> records)
    {
        var first = records.Select(One).ToList();
        var latest = first
            .Where(record => record.IsUnresolved)
            .GroupBy(record => (record.Finding.Code, record.Finding.Explanation))
            .ToDictionary(group => group.Key, group => group.MaxBy(record => record.FoundAt)!.Subject);
        return
        [
            .. first.Select(record =>
                record.IsUnresolved
                && !record.Blocks
                && latest[(record.Finding.Code, record.Finding.Explanation)] != record.Subject
                    ? Closed(record, "Temuan yang sama tercatat pada dokumen yang lebih baru.")
                    : record
            ),
        ];
    }

    private FindingRecord One(FindingRecord record)
    {
        if (!record.IsUnresolved)
            return record;
        if (Subject.Parse(record.Subject) is AgreementSubject agreement && agreement.Revision < Agreement)
            return Closed(record, "Perjanjian kinerja itu sudah digantikan yang lebih baru.");
        return record.Finding.Level != FindingLevel.Blocker && record.FoundAt <= PublishedAt
            ? Closed(record, "Laporan kinerja tahun ini sudah terbit.")
            : record;
    }

    private static FindingRecord Closed(FindingRecord record, string why) =>
        record with
        {
            Status = FindingStatus.Closed,
            ClosedBecause = why,
        };
}
