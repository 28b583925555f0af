using Sakip.Consistency;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Consistency;

/// <summary>One finding as the page shows it, for the person who looks.</summary>
internal static class FindingCards
{
    public static FindingCard Of(
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
                FindingStatus.Closed => Tone.Plain,
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
            record.ClosedBecause is { } closed ? closed
                : record.Before is null ? null
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
            FindingStatus.Closed => "Ditutup",
            _ => "Penjelasan ditolak",
        };
}
