using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Reporting;

namespace Sakip.Functions.Public;

internal sealed record UnpublishedView;

/// <summary>A published version: what it is, who signed it, its files, and whether a later one replaces it.</summary>
internal sealed record PublicationView(
    string Title,
    string Office,
    string PublishedOn,
    string Hash,
    IReadOnlyList<string> Signatures,
    bool IsTrial,
    string Base,
    bool HasTables,
    string? Reason,
    string? LaterUrl,
    IReadOnlyList<(string Text, string Url)> Versions
)
{
    public static PublicationView Of(
        OfficeYear office,
        PublishedVersion shown,
        IReadOnlyList<PublishedVersion> all,
        bool isTrial
    )
    {
        var record = shown.Record;
        return new PublicationView(
            (record.Title ?? $"Laporan Kinerja Tahun {office.Year}")
                + (shown.Version > 1 ? $", versi {shown.Version}" : ""),
            record.Unit ?? office.Unit,
            IndonesianDate.Long(record.PublishedOn),
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
                ]
        );
    }
}
