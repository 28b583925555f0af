using Sakip.Storage;

namespace Sakip.Notifications;

/// <summary>The page where the matter of a letter is seen and done, for letters that carry no link of their own.</summary>
internal static class MessagePages
{
    private const string Public = "terbit/";

    /// <summary>The page's path; null for a code, which is typed where it was asked for.</summary>
    public static string? Of(Subject subject, MessageKind kind) =>
        kind switch
        {
            MessageKind.OneTimeCode or MessageKind.SignInCode or MessageKind.SignInCodesMany => null,
            MessageKind.AnnualReportPublished => FormattableString.Invariant($"{Public}{subject.Unit}/{subject.Year}"),
            MessageKind.NarrativesRequested or MessageKind.StepsReminder or MessageKind.AgreementsRequested =>
                FormattableString.Invariant($"kantor/{subject.Unit}/{subject.Year}/tugas"),
            MessageKind.StepsLate => FormattableString.Invariant($"kantor/{subject.Unit}/{subject.Year}/persetujuan"),
            _ => Of(subject),
        };

    /// <summary>The path of the staff page about a subject.</summary>
    public static string Of(Subject subject) =>
        FormattableString.Invariant($"kantor/{subject.Unit}/{subject.Year}{PartOf(subject)}");

    /// <summary>Whether anybody may open the page without signing in.</summary>
    public static bool IsPublic(string page) => page.StartsWith(Public, StringComparison.Ordinal);

    private static string PartOf(Subject subject) =>
        subject switch
        {
            AgreementSubject { Post: { } post, Revision: var revision } => FormattableString.Invariant(
                $"/perjanjian/bawahan/{post}/{revision}"
            ),
            AgreementSubject { Revision: var revision } => FormattableString.Invariant($"/perjanjian/{revision}"),
            SubUnitReportSubject report => FormattableString.Invariant(
                $"/triwulan/{(int)report.Quarter}/{report.SubUnit}"
            ),
            QuarterlySubject { Quarter: var quarter } => FormattableString.Invariant($"/triwulan/{(int)quarter}"),
            NarrativeSubject { Section: var section } => "/narasi/" + section,
            AnnualReportSubject => "/laporan",
            _ => "",
        };
}
