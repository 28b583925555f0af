using Microsoft.AspNetCore.Http;
using Sakip.Consistency;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Consistency;

internal sealed record FindingCard(
    string Subject,
    string SubjectName,
    string Id,
    string Code,
    string Title,
    string Explanation,
    string Level,
    Tone LevelTone,
    string Status,
    Tone StatusTone,
    IReadOnlyList<(string Label, string Value)> Facts,
    string? Quote,
    string Action,
    IReadOnlyList<(string What, string? Text)> Acts,
    string? Reopened
)
{
    public bool MayExplain { get; init; }

    public bool MayRule { get; init; }

    public FieldView Field { get; init; } = null!;
}

internal sealed record FilterLink(string Label, string Url, bool IsCurrent);

internal sealed record FindingsView(
    string Url,
    string? Message,
    string? Error,
    IReadOnlyList<FilterLink> Levels,
    IReadOnlyList<FilterLink> States,
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
        var shown = records
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
            number < 1 || number > pages ? null : $"{url}?tingkat={level.Code}&keadaan={state.Code}&halaman={number}";
        return new(
            url,
            Said(query["hasil"]),
            error,
            [
                .. Levels.Select(one => new FilterLink(
                    one.Label,
                    $"{url}?tingkat={one.Code}&keadaan={state.Code}",
                    one.Code == level.Code
                )),
            ],
            [
                .. States.Select(one => new FilterLink(
                    $"{one.Label} ({records.Count(record => one.Statuses.Contains(record.Status))})",
                    $"{url}?tingkat={level.Code}&keadaan={one.Code}",
                    one.Code == state.Code
                )),
            ],
            [
                .. shown
                    .Skip((page - 1) * PageSize)
                    .Take(PageSize)
                    .Select(record => Card(plan, record, official, today, typed)),
            ],
            new PagerView(To(page - 1), To(page + 1), $"Halaman {page} dari {pages}")
        );
    }

    private static FindingCard Card(
        OfficePlan plan,
        FindingRecord record,
        string official,
        DateOnly today,
        (string Finding, string Text)? typed
    )
    {
        var finding = record.Finding;
        var facts = new List<(string, string)> { ("Tempat", string.Join("; ", finding.Where)) };
        if (finding.ValueA is { } printed)
            facts.Add(("Tercantum", printed));
        if (finding.ValueB is { } right)
            facts.Add(("Pembandingnya", right));
        if (finding.Difference is { } difference)
            facts.Add(("Selisih", difference));
        var open = record.Status is FindingStatus.Open or FindingStatus.Rejected;
        var waits = record.Status == FindingStatus.Explained;
        return new(
            record.Subject,
            SubjectName(record.Subject),
            finding.Id,
            finding.Code,
            finding.Title,
            finding.Explanation,
            FindingsDocument.LevelName(finding.Level),
            finding.Level switch
            {
                FindingLevel.Blocker => Tone.Bad,
                FindingLevel.Warning => Tone.Wait,
                _ => Tone.Info,
            },
            StatusName(record.Status),
            record.Status switch
            {
                FindingStatus.Fixed or FindingStatus.Accepted => Tone.Good,
                FindingStatus.Explained => Tone.Wait,
                _ => Tone.Bad,
            },
            facts,
            finding.Quote,
            finding.Action,
            [
                .. record.Acts.Select(act =>
                    ($"{StatusName(act.Status)} oleh {act.ByName}, {PageWords.Moment(act.At)}", act.Text)
                ),
            ],
            record.Before is null
                ? null
                : "Datanya berubah sejak temuan serupa sebelumnya; penjelasan yang lama tidak berlaku lagi."
        )
        {
            MayExplain = open && FindingRights.MayExplain(plan, official, today),
            MayRule = waits && FindingRights.MayRule(plan, official, today) && record.Acts[^1].By != official,
            Field = new FieldView(
                "uraian",
                open ? "Penjelasan" : "Catatan putusan (wajib bila menolak)",
                typed?.Finding == finding.Id ? typed.Value.Text : "",
                open ? "Mengapa angkanya tetap benar; dicetak sebagai catatan laporan bila diterima." : null,
                null,
                true
            ),
        };
    }

    public static string SubjectName(string dotted) =>
        Subject.Parse(dotted) switch
        {
            AgreementSubject { Revision: 0 } => "Perjanjian kinerja",
            AgreementSubject { Revision: var revision } => $"Perjanjian kinerja perubahan ke-{revision}",
            QuarterSubject { Quarter: var quarter } => $"Triwulan {quarter.Roman()}",
            _ => "Laporan kinerja",
        };

    private static string StatusName(FindingStatus status) =>
        status switch
        {
            FindingStatus.Open => "Terbuka",
            FindingStatus.Fixed => "Diperbaiki",
            FindingStatus.Explained => "Dijelaskan",
            FindingStatus.Accepted => "Penjelasan diterima",
            _ => "Penjelasan ditolak",
        };

    private static string? Said(string? done) =>
        done switch
        {
            "jelaskan" => "Penjelasan tersimpan dan menunggu putusan verifikator.",
            "terima" => "Penjelasan diterima. Bila tidak ada lagi penghalang, langkah yang tertahan berlanjut.",
            "tolak" => "Penjelasan ditolak; penjelasnya diberi tahu.",
            _ => null,
        };
}
