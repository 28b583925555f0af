using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>What the file of a subject is called on a person's computer.</summary>
internal static class DocumentNames
{
    public static string PdfOf(Subject subject) =>
        subject switch
        {
            AgreementSubject { Post: { } post, Revision: var revision } => Named(
                "perjanjian-kinerja",
                subject,
                $"-{post}" + (revision == 0 ? "" : FormattableString.Invariant($"-perubahan-{revision}"))
            ),
            AgreementSubject { Revision: 0 } => Named("perjanjian-kinerja", subject, ""),
            AgreementSubject { Revision: var revision } => Named(
                "perjanjian-kinerja",
                subject,
                FormattableString.Invariant($"-perubahan-{revision}")
            ),
            AnnualReportSubject { Version: > 1 and var version } => Named(
                "lkjip",
                subject,
                FormattableString.Invariant($"-v{version}")
            ),
            AnnualReportSubject => Named("lkjip", subject, ""),
            _ => Named("dokumen", subject, ""),
        };

    private static string Named(string what, Subject subject, string end) =>
        FormattableString.Invariant($"{what}-{subject.Year}-{subject.Unit}{end}.pdf");
}
