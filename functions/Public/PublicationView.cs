using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Reporting;

namespace Sakip.Functions.Public;

internal sealed record UnpublishedView;

/// <summary>
/// A published version: what it came to, who signed it, its files, how to check it, and whether a later one replaces it.
/// </summary>
internal sealed record PublicationView(
    string Title,
    string Office,
    string Edition,
    string Hash,
    IReadOnlyList<string> Signatures,
    bool IsTrial,
    string Base,
    bool HasTables,
    string? Reason,
    string? LaterUrl,
    IReadOnlyList<(string Text, string Url)> Versions,
    PublishedResult? Result
)
{
    private const string OfObjective = "Capaian sasaran ";

    /// <summary>An objective is a sentence: it stands behind its figure, not as the figure's label.</summary>
    public IEnumerable<(string Label, string Value)> Facts =>
        Result?.Facts.Select(fact =>
            fact.Label.StartsWith(OfObjective, StringComparison.Ordinal)
                ? (OfObjective.Trim(), $"{fact.Value} – {fact.Label[OfObjective.Length..]}")
                : fact
        )
        ?? [];

    public PageTable? Indicators =>
        Result is null
            ? null
            : new PageTable(
                "Hasil setiap indikator kinerja",
                ["Indikator", "Target", "Realisasi", "Capaian", "Peringkat"],
                [
                    .. Result.Indicators.Select(one =>
                        (IReadOnlyList<string>)
                            [
                                one.Name,
                                one.Target ?? "–",
                                one.Realisation ?? "–",
                                one.Achievement ?? "–",
                                one.Band ?? "–",
                            ]
                    ),
                ]
            );

    public static PublicationView Of(
        OfficeYear office,
        PublishedVersion shown,
        IReadOnlyList<PublishedVersion> all,
        PublishedResult? result,
        bool isTrial
    )
    {
        var record = shown.Record;
        return new PublicationView(
            (record.Title ?? $"Laporan Kinerja Tahun {office.Year}")
                + (shown.Version > 1 ? $", versi {shown.Version}" : ""),
            record.Unit ?? office.Unit,
            $"{shown.Version}, diterbitkan {IndonesianDate.Long(record.PublishedOn)}",
            record.PdfHash,
            [
                .. record.Signatures.Select(signature =>
                    $"{signature.Name}, {signature.Post}, {PageWords.Moment(signature.At)}"
                ),
            ],
            isTrial,
            PublicPlaces.Path(office, shown.Version),
            record.XlsxHash is not null,
            record.Reason,
            all[^1].Version == shown.Version ? null : PublicPlaces.Path(office, all[^1].Version),
            all.Count == 1
                ? []
                :
                [
                    .. all.Select(one =>
                        (
                            $"Versi {one.Version}, {IndonesianDate.Long(one.Record.PublishedOn)}",
                            PublicPlaces.Path(office, one.Version)
                        )
                    ),
                ],
            result
        );
    }
}
