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
    public static FindingCard Of(FindingReader reader, FindingRecord record, FindingRefusal? refused)
    {
        var finding = record.Finding;
        var isOpen = record.Status is FindingStatus.Open or FindingStatus.Rejected;
        return new()
        {
            Subject = record.Subject,
            SubjectName = SubjectName(record.Subject),
            Id = finding.Id,
            Code = finding.Code,
            Title = finding.Title,
            Explanation = finding.Explanation,
            Level = Badge(finding.Level),
            Status = Badge(record.Status),
            Facts = FactsOf(finding),
            Quote = finding.Quote,
            Action = finding.Action,
            Acts =
            [
                .. record.Acts.Select(act =>
                    ($"{StatusName(act.Status)} oleh {act.ByName}, {PageWords.Moment(act.At)}", act.Text)
                ),
            ],
            Remark =
                record.ClosedBecause is { } closed ? closed
                : record.Before is null ? null
                : "Datanya berubah sejak temuan serupa sebelumnya; penjelasan yang lama tidak berlaku lagi.",
            MayExplain = reader.MayExplain(record),
            MayRule = reader.MayRule(record),
            Field = new FieldView(
                "uraian",
                isOpen ? "Penjelasan" : "Catatan putusan (wajib bila menolak)",
                refused?.Finding == finding.Id ? refused.Text : "",
                isOpen ? "Mengapa angkanya tetap benar; dicetak sebagai catatan laporan bila diterima." : null,
                null,
                true
            ),
        };
    }

    private static List<(string Label, string Value)> FactsOf(Finding finding)
    {
        var facts = new List<(string, string)> { ("Tempat", string.Join("; ", finding.Where)) };
        if (finding.ValueA is { } printed)
            facts.Add(("Tercantum", printed));
        if (finding.ValueB is { } right)
            facts.Add(("Pembandingnya", right));
        if (finding.Difference is { } difference)
            facts.Add(("Selisih", difference.Replace('-', '−')));
        return facts;
    }

    private static FindingBadge Badge(FindingLevel level) =>
        new(
            FindingsDocument.LevelName(level),
            level switch
            {
                FindingLevel.Blocker => Tone.Bad,
                FindingLevel.Warning => Tone.Wait,
                _ => Tone.Info,
            }
        );

    private static FindingBadge Badge(FindingStatus status) =>
        new(
            StatusName(status),
            status switch
            {
                FindingStatus.Fixed or FindingStatus.Accepted => Tone.Good,
                FindingStatus.Explained => Tone.Wait,
                FindingStatus.Closed => Tone.Plain,
                _ => Tone.Bad,
            }
        );

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
