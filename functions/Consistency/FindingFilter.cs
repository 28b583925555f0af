using Microsoft.AspNetCore.Http;
using Sakip.Consistency;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Consistency;

/// <summary>Which findings the page shows: by level, by state, by document.</summary>
internal sealed class FindingFilter
{
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

    private readonly string _url;
    private readonly (string Code, string Label, FindingLevel? Level) _level;
    private readonly (string Code, string Label, FindingStatus[] Statuses) _state;
    private readonly List<string> _documents;
    private readonly string? _document;
    private readonly List<FindingRecord> _ofDocument;

    public FindingFilter(string url, IReadOnlyList<FindingRecord> records, IQueryCollection query)
    {
        _url = url;
        _level = Levels.FirstOrDefault(one => one.Code == query["tingkat"].ToString(), Levels[0]);
        _state = States.FirstOrDefault(one => one.Code == query["keadaan"].ToString(), States[0]);
        _documents = records.Select(record => record.Subject).Distinct().Order(StringComparer.Ordinal).ToList();
        _document = _documents.Find(one => one == query["dokumen"].ToString());
        _ofDocument = records.Where(record => _document is null || record.Subject == _document).ToList();
    }

    /// <summary>What the filter leaves, the gravest first.</summary>
    public IReadOnlyList<FindingRecord> Shown() =>
        [
            .. _ofDocument
                .Where(record =>
                    (_level.Level is null || record.Finding.Level == _level.Level)
                    && _state.Statuses.Contains(record.Status)
                )
                .OrderByDescending(record => record.Finding.Level)
                .ThenBy(record => record.Subject, StringComparer.Ordinal)
                .ThenBy(record => record.Finding.Code, StringComparer.Ordinal),
        ];

    public string Page(int number) => $"{Link(_level.Code, _state.Code, _document)}&halaman={number}";

    public IReadOnlyList<FilterLink> ByLevel() =>
        [
            .. Levels.Select(one => new FilterLink(
                one.Label,
                Link(one.Code, _state.Code, _document),
                one.Code == _level.Code
            )),
        ];

    public IReadOnlyList<FilterLink> ByState() =>
        [
            .. States.Select(one => new FilterLink(
                $"{one.Label} ({_ofDocument.Count(record => one.Statuses.Contains(record.Status))})",
                Link(_level.Code, one.Code, _document),
                one.Code == _state.Code
            )),
        ];

    public IReadOnlyList<FilterLink> ByDocument() =>
        [
            new FilterLink("Semua dokumen", Link(_level.Code, _state.Code, null), _document is null),
            .. _documents.Select(one => new FilterLink(
                FindingCards.SubjectName(one),
                Link(_level.Code, _state.Code, one),
                one == _document
            )),
        ];

    private string Link(string level, string state, string? document) =>
        $"{_url}?tingkat={level}&keadaan={state}"
        + (document is null ? "" : "&dokumen=" + Uri.EscapeDataString(document));
}
