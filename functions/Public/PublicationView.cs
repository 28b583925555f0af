using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Reporting;

namespace Sakip.Functions.Public;

internal sealed record UnpublishedView;

/// <summary>
/// A published version: what it came to, who signed it, its files, how to check it, and whether a later one replaces it.
/// </summary>
internal sealed record PublicationView
{
    public required string Title { get; init; }

    public required string Office { get; init; }

    public required string Edition { get; init; }

    public required string Hash { get; init; }

    public required IReadOnlyList<string> Signatures { get; init; }

    public required bool IsTrial { get; init; }

    public required string Base { get; init; }

    public required bool HasTables { get; init; }

    public required string? Reason { get; init; }

    public required string? LaterUrl { get; init; }

    public required IReadOnlyList<(string Text, string Url)> Versions { get; init; }

    public required PublishedResult? Result { get; init; }

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
        return new PublicationView
        {
            Title =
                (record.Title ?? $"Laporan Kinerja Tahun {office.Year}")
                + (shown.Version > 1 ? $", versi {shown.Version}" : ""),
            Office = record.Unit ?? office.Unit,
            Edition = $"{shown.Version}, diterbitkan {IndonesianDate.Long(record.PublishedOn)}",
            Hash = record.PdfHash,
            Signatures =
            [
                .. record.Signatures.Select(signature =>
                    $"{signature.Name}, {signature.Post}, {PageWords.Moment(signature.At)}"
                ),
            ],
            IsTrial = isTrial,
            Base = PublicPlaces.Path(office, shown.Version),
            HasTables = record.XlsxHash is not null,
            Reason = record.Reason,
            LaterUrl = all[^1].Version == shown.Version ? null : PublicPlaces.Path(office, all[^1].Version),
            Versions =
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
            Result = result,
        };
    }
}
