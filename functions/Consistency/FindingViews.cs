using Microsoft.AspNetCore.Http;
using Sakip.Consistency;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Consistency;

internal sealed record FindingsView(
    string Url,
    string? Message,
    string? Error,
    IReadOnlyList<FilterLink> Levels,
    IReadOnlyList<FilterLink> States,
    IReadOnlyList<FilterLink> Documents,
    IReadOnlyList<FindingCard> Cards,
    PagerView Pager
);

/// <summary>Findings as the page shows them, for the person who looks.</summary>
internal static class FindingViews
{
    private const int PageSize = 20;

    private static readonly (string Code, string Label, FindingLevel? Level)[] Levels =
    [
        ("semua", "Semua tingkat", null),
        ("penghalang", "Penghalang", FindingLevel.Blocker),
        ("peringatan", "Peringatan", FindingLevel.Warning),
        ("info", "Info", FindingLevel.Info),
    ];

    private static readonly (string Code, string Label, FindingStatus[] Statuses)[] States =
    [
        ("terbuka", "Belum selesai", [FindingStatus.Open, FindingStatus.Explained, FindingStatus.Rejected]),
        ("menunggu", "Menunggu putusan", [FindingStatus.Explained]),
        ("diterima", "Diterima", [FindingStatus.Accepted]),
        ("diperbaiki", "Diperbaiki", [FindingStatus.Fixed]),
        ("ditutup", "Ditutup", [FindingStatus.Closed]),
    ];

    public static string Url(OfficeYear office) =>
        FormattableString.Invariant($"/kantor/{office.Unit}/{office.Year}/temuan");

    public static FindingsView Of(
        OfficePlan plan,
        IReadOnlyList<FindingRecord> records,
        string official,
        DateOnly today,
        IQueryCollection query,
        (string Finding, string Text)? typed,
        string? error
    )
    {
        var url = Url(plan.Office);
        var level = Levels.FirstOrDefault(one => one.Code == query["tingkat"].ToString(), Levels[0]);
        var state = States.FirstOrDefault(one => one.Code == query["keadaan"].ToString(), States[0]);
        var documents = records.Select(record => record.Subject).Distinct().Order(StringComparer.Ordinal).ToList();
        var document = documents.Find(one => one == query["dokumen"].ToString());
        string Link(string levels, string states, string? of) =>
            $"{url}?tingkat={levels}&keadaan={states}" + (of is null ? "" : "&dokumen=" + Uri.EscapeDataString(of));
        var ofDocument = records.Where(record => document is null || record.Subject == document).ToList();
        var shown = ofDocument
            .Where(record =>
                (level.Level is null || record.Finding.Level == level.Level) && state.Statuses.Contains(record.Status)
            )
            .OrderByDescending(record => record.Finding.Level)
            .ThenBy(record => record.Subject, StringComparer.Ordinal)
            .ThenBy(record => record.Finding.Code, StringComparer.Ordinal)
            .ToList();
        var pages = Math.Max(1, (shown.Count + PageSize - 1) / PageSize);
        _ = int.TryParse(
            query["halaman"],
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var page
        );
        page = Math.Clamp(page, 1, pages);
        string? To(int number) =>
            number < 1 || number > pages ? null : $"{Link(level.Code, state.Code, document)}&halaman={number}";
        return new(
            url,
            Said(query["hasil"]),
            error,
            [
                .. Levels.Select(one => new FilterLink(
                    one.Label,
                    Link(one.Code, state.Code, document),
                    one.Code == level.Code
                )),
            ],
            [
                .. States.Select(one => new FilterLink(
                    $"{one.Label} ({ofDocument.Count(record => one.Statuses.Contains(record.Status))})",
                    Link(level.Code, one.Code, document),
                    one.Code == state.Code
                )),
            ],
            [
                new FilterLink("Semua dokumen", Link(level.Code, state.Code, null), document is null),
                .. documents.Select(one => new FilterLink(
                    FindingCards.SubjectName(one),
                    Link(level.Code, state.Code, one),
                    one == document
                )),
            ],
            [
                .. shown
                    .Skip((page - 1) * PageSize)
                    .Take(PageSize)
                    .Select(record => FindingCards.Of(plan, record, official, today, typed)),
            ],
            new PagerView(To(page - 1), To(page + 1), $"Halaman {page} dari {pages}")
        );
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
