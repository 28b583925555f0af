using Microsoft.AspNetCore.Http;
using Sakip.Consistency;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;

namespace Sakip.Functions.Consistency;

internal sealed record FindingsView
{
    public required string Url { get; init; }

    public required string? Message { get; init; }

    public required string? Error { get; init; }

    public required IReadOnlyList<FilterLink> Levels { get; init; }

    public required IReadOnlyList<FilterLink> States { get; init; }

    public required IReadOnlyList<FilterLink> Documents { get; init; }

    public required IReadOnlyList<FindingCard> Cards { get; init; }

    public required PagerView Pager { get; init; }
}

/// <summary>Findings as the page shows them, for the person who looks.</summary>
internal static class FindingViews
{
    private const int PageSize = 20;

    public static string Url(OfficeYear office) =>
        FormattableString.Invariant($"/kantor/{office.Unit}/{office.Year}/temuan");

    public static FindingsView Of(
        FindingReader reader,
        IReadOnlyList<FindingRecord> records,
        IQueryCollection query,
        FindingRefusal? refused
    )
    {
        var url = Url(reader.Plan.Office);
        var filter = new FindingFilter(url, records, query);
        var paged = Paged.Of(filter.Shown(), Paged.Asked(query["halaman"]), PageSize, filter.Page);
        return new()
        {
            Url = url,
            Message = Said(query["hasil"]),
            Error = refused?.Error,
            Levels = filter.ByLevel(),
            States = filter.ByState(),
            Documents = filter.ByDocument(),
            Cards = [.. paged.Rows.Select(record => FindingCards.Of(reader, record, refused))],
            Pager = paged.Pager,
        };
    }

    private static string? Said(string? done) =>
        done switch
        {
            "jelaskan" => "Penjelasan tersimpan dan menunggu putusan verifikator.",
            "terima" => "Penjelasan diterima. Bila tidak ada lagi penghalang, langkah yang tertahan berlanjut.",
            "tolak" => "Penjelasan ditolak; penjelasnya diberi tahu.",
            _ => null,
        };
}
