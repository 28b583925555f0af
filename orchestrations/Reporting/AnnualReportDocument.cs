using System.Security.Cryptography;
using System.Text;
using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Signing;

namespace Sakip.Reporting;

/// <summary>
/// The annual report (LKjIP) as a document, in the order of Permenpan-RB 53/2014. Pure: the same data gives the same
/// document, whole or section by section.
/// </summary>
internal static class AnnualReportDocument
{
    /// <summary>The slot of the head of office's signature, under the preface.</summary>
    public const string HeadSlot = "head";

    private static readonly IReadOnlyList<ReportSection> Sections =
    [
        new("sampul", CoverSection.Build) { Numbering = PageNumbering.None, RunningLines = false },
        new("kata-pengantar", PrefaceSection.Build) { Numbering = PageNumbering.RomanFromOne },
        new("ikhtisar", SummarySection.Build) { Numbering = new PageNumbering(NumberStyle.Roman) },
        new("perubahan", CorrectionSection.Build) { Numbering = new PageNumbering(NumberStyle.Roman) },
        new("daftar-isi", ContentsSection.Build) { Numbering = new PageNumbering(NumberStyle.Roman) },
        new("bab-1", ChapterOne.Build) { Numbering = PageNumbering.ArabicFromOne },
        new("bab-2", ChapterTwo.Build),
        new("bab-3-capaian", AchievementSection.Build),
        new("bab-3-evaluasi", ComparisonSection.Build) { Continues = true },
        new("bab-3-sebab", CauseSection.Build) { Continues = true },
        new("bab-3-penunjang", SupportSection.Build) { Continues = true },
        new("bab-3-anggaran", AbsorptionSection.Build) { Continues = true },
        new("bab-4", ChapterFour.Build),
        new("lampiran-1", AgreementAnnex.Build),
        new("lampiran-2", MeasurementAnnex.Build) { Orientation = PageOrientation.Landscape },
        new("lampiran-3", ActionPlanAnnex.Build) { Orientation = PageOrientation.Landscape },
        new("lampiran-4", IndicatorAnnex.Build),
        new("lampiran-5", StrategicPlanAnnex.Build),
        new("lampiran-6", StaffTargetAnnex.Build),
        new("lampiran-7", ReviewAnnex.Build),
    ];

    /// <summary>Codes of the sections, in order.</summary>
    public static IReadOnlyList<string> SectionCodes { get; } = [.. Sections.Select(section => section.Code)];

    /// <summary>Builds one section on its own.</summary>
    /// <exception cref="ArgumentException">No section has the code.</exception>
    public static Section BuildSection(AnnualReportData data, string code) =>
        BuildSection(new ReportContext(data), code);

    /// <inheritdoc cref="BuildSection(AnnualReportData, string)"/>
    /// <param name="context">Keeps which texts the section asked for.</param>
    public static Section BuildSection(ReportContext context, string code) =>
        (
            Sections.FirstOrDefault(section => section.Code == code)
            ?? throw new ArgumentException($"No section has the code '{code}'.", nameof(code))
        ).Build(context);

    /// <summary>SHA-256 of what a section says, lower-case hex: it changes when the section's content does.</summary>
    public static string HashOfSection(AnnualReportData data, string section)
    {
        var content = new StringBuilder();
        foreach (var text in DocumentText.Of(BuildSection(data, section).Blocks))
            content.Append(text).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }

    /// <param name="draft">Lays KONSEP across every page.</param>
    /// <param name="note">What the foot says where the document is to be signed.</param>
    public static Document Build(AnnualReportData data, bool draft = false, SignatureNote? note = null)
    {
        var context = new ReportContext(data);
        var title = $"Laporan Kinerja Instansi Pemerintah {context.ShortUnit} Tahun {context.Year}";
        var info = new DocumentInfo(title, "LKjIP " + context.Year, context.Unit, data.At)
        {
            RunningHeader = $"LKjIP {context.ShortUnit} Tahun {context.Year}",
            FooterNote = draft ? DocumentNotes.DraftWithMarks : (note ?? SignatureNote.Plain).Text,
            CopyNote = draft ? null : DocumentNotes.Copy,
            NoteOnEveryPage = !draft && note is { OnEveryPage: true },
            Watermark = draft ? DocumentNotes.Draft : null,
            ShowsSources = draft,
        };
        return new Document(
            info,
            [.. Sections.Select(section => section.Build(context)).Where(section => section.Blocks.Count > 0)]
        );
    }
}
