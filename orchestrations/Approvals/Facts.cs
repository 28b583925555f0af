using System.Globalization;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>The small facts that a message about a step names. Ids, dates and titles; nothing personal, nothing secret.</summary>
internal static class Facts
{
    public static Dictionary<string, string> Of(OfficePlan plan, ApprovalInput input, DateOnly due, DateOnly closes)
    {
        var facts = new Dictionary<string, string>
        {
            [FactNames.Step] = ApprovalPolicy.Of(input.Kind).Step,
            [FactNames.Due] = Iso(due),
            [FactNames.Closes] = Iso(closes),
            [FactNames.Document] = TitleOf(plan, input),
        };
        if (input.SubUnit is { } code)
            facts[FactNames.SubUnit] = plan.SubUnits.Single(subUnit => subUnit.Code == code).Name + RoundOf(input);
        if (input.Quarter is { } quarter)
            facts[FactNames.Quarter] = string.Create(CultureInfo.InvariantCulture, $"q{quarter}");
        if (input.Note is { } note)
            facts[FactNames.Note] = note;
        var subject = SubjectRef.Parse(input.Subject)!;
        if (subject.Kind == "reopening")
            facts[FactNames.Quarter] = subject.Rest[..2];
        if (subject.Kind == "agreement")
            facts[FactNames.Revision] = subject.Rest;
        return facts;
    }

    /// <summary>" (putaran 2)" where the quarter was reopened, so that its messages differ from the first round's.</summary>
    public static string RoundOf(ApprovalInput input)
    {
        return ReportRef.Of(SubjectRef.Parse(input.Subject)!) is { Round: > 1 and var round }
            ? FormattableString.Invariant($" (putaran {round})")
            : "";
    }

    /// <summary>What a step's row says of itself, as the input that opened it.</summary>
    public static ApprovalInput InputOf(SubjectRef subject, string kind, int attempt, string? subUnit) =>
        new(
            Enum.Parse<ApprovalKind>(kind),
            subject.Dotted,
            attempt,
            subUnit,
            subject.Kind == "report" ? subject.Rest[1] - '0' : null
        );

    /// <summary>What the step is about, for people.</summary>
    public static string TitleOf(OfficePlan plan, ApprovalInput input)
    {
        var subject = SubjectRef.Parse(input.Subject)!;
        return subject.Kind switch
        {
            "agreement" when subject.Rest != "0" =>
                $"Perjanjian Kinerja Perubahan ke-{subject.Rest} Tahun {subject.Year}",
            "agreement" => $"Perjanjian Kinerja Tahun {subject.Year}",
            "report" when input is { Quarter: { } quarter, SubUnit: { } code } =>
                $"Laporan Triwulan {((Quarter)quarter).Roman()} Tahun {subject.Year} "
                    + plan.SubUnits.Single(subUnit => subUnit.Code == code).Name,
            "reopening" =>
                $"Pembukaan kembali Triwulan {((Quarter)(subject.Rest[1] - '0')).Roman()} Tahun {subject.Year}",
            "narrative" when subject.Rest[(subject.Rest.IndexOf(':', StringComparison.Ordinal) + 1)..] is var section =>
                plan.Report.Narratives.FirstOrDefault(text => text.Section == section)?.Title ?? section,
            _ => $"Laporan Kinerja (LKjIP) Tahun {subject.Year}",
        };
    }

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
