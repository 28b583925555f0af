using System.Globalization;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>The small facts that a message about a step names. Ids, dates and titles; nothing personal, nothing secret.</summary>
internal static class Facts
{
    public static Dictionary<Fact, string> Of(OfficePlan plan, ApprovalInput input, DateOnly due, DateOnly closes)
    {
        var facts = new Dictionary<Fact, string>
        {
            [Fact.Step] = ApprovalPolicy.Of(input.Kind).Step,
            [Fact.Due] = Iso(due),
            [Fact.Closes] = Iso(closes),
            [Fact.Document] = TitleOf(plan, input),
        };
        if (input.SubUnit is { } code)
            facts[Fact.SubUnit] = plan.SubUnits.Single(subUnit => subUnit.Code == code).Name + RoundOf(input);
        if (input.Quarter is { } quarter)
            facts[Fact.Quarter] = string.Create(CultureInfo.InvariantCulture, $"q{quarter}");
        if (input.Note is { } note)
            facts[Fact.Note] = note;
        var subject = Subject.Parse(input.Subject)!;
        if (subject is ReopeningSubject reopening)
            facts[Fact.Quarter] = reopening.Quarter.Code();
        if (subject is AgreementSubject agreement)
            facts[Fact.Revision] = FormattableString.Invariant($"{agreement.Revision}");
        return facts;
    }

    /// <summary>" (putaran 2)" where the quarter was reopened, so that its messages differ from the first round's.</summary>
    public static string RoundOf(ApprovalInput input)
    {
        return Subject.Parse(input.Subject) is SubUnitReportSubject { Round: > 1 and var round }
            ? FormattableString.Invariant($" (putaran {round})")
            : "";
    }

    /// <summary>What a step's row says of itself, as the input that opened it.</summary>
    public static ApprovalInput InputOf(Subject subject, string kind, int attempt, string? subUnit) =>
        new(
            Enum.Parse<ApprovalKind>(kind),
            subject.Dotted,
            attempt,
            subUnit,
            subject is SubUnitReportSubject report ? (int)report.Quarter : null
        );

    /// <summary>What the step is about, for people.</summary>
    public static string TitleOf(OfficePlan plan, ApprovalInput input)
    {
        var subject = Subject.Parse(input.Subject)!;
        return subject switch
        {
            AgreementSubject agreement => TitleOf(plan, agreement),
            SubUnitReportSubject report => $"Laporan Triwulan {report.Quarter.Roman()} Tahun {subject.Year} "
                + plan.SubUnits.Single(subUnit => subUnit.Code == report.SubUnit).Name,
            ReopeningSubject reopening =>
                $"Pembukaan kembali Triwulan {reopening.Quarter.Roman()} Tahun {subject.Year}",
            NarrativeSubject narrative => plan.Report.Narratives.FirstOrDefault(text =>
                text.Section == narrative.Section
            )?.Title
                ?? narrative.Section,
            _ => $"Laporan Kinerja (LKjIP) Tahun {subject.Year}",
        };
    }

    /// <summary>"Perjanjian Kinerja Perubahan ke-1 Tahun 2025 Kepala Bidang Pelayanan"; the office's own names no post.</summary>
    public static string TitleOf(OfficePlan plan, AgreementSubject agreement) =>
        (
            agreement.Revision > 0
                ? $"Perjanjian Kinerja Perubahan ke-{agreement.Revision} Tahun {agreement.Year}"
                : $"Perjanjian Kinerja Tahun {agreement.Year}"
        ) + (agreement.Post is { } post ? " " + NameOf(plan, post) : "");

    /// <summary>A post's name, or its code where the plan has it no more.</summary>
    public static string NameOf(OfficePlan plan, string post) =>
        plan.Posts.FirstOrDefault(candidate => candidate.Code == post)?.Name ?? post;

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
