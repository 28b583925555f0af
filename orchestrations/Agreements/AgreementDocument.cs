using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Signing;

namespace Sakip.Agreements;

/// <summary>
/// A performance agreement as a document: statement, annex with targets and programmes, and the staff targets (SKP)
/// that
/// follow from it. Made from the snapshot alone where the snapshot has it, so that what is signed stays what it was.
/// </summary>
internal static class AgreementDocument
{
    /// <summary>The slot of the first party's signature.</summary>
    public const string FirstSlot = "first";

    /// <summary>The slot of the second party's signature.</summary>
    public const string SecondSlot = "second";

    /// <param name="at">When the document is made.</param>
    /// <param name="draft">Lays KONSEP across every page.</param>
    public static Document Build(
        OfficePlan plan,
        AgreementSnapshot snapshot,
        DateTimeOffset at,
        bool draft = false,
        SignatureNote? note = null
    )
    {
        var info = new DocumentInfo(
            $"{AgreementTables.NameOf(snapshot)} {plan.Unit.ShortName}",
            "Perjanjian Kinerja",
            plan.Unit.Name,
            at
        )
        {
            FooterNote = draft ? DocumentNotes.Unsigned : (note ?? SignatureNote.Plain).Text,
            CopyNote = draft ? null : DocumentNotes.Copy,
            NoteOnEveryPage = !draft && note is { OnEveryPage: true },
            Watermark = draft ? DocumentNotes.Draft : null,
        };
        return new Document(
            info,
            [
                Pages([
                    new Paragraph(AgreementTables.NameOf(snapshot).ToUpperInvariant(), ParagraphStyle.Title),
                    new Paragraph(plan.Unit.Name.ToUpperInvariant(), ParagraphStyle.CentredBold),
                    .. Statement(plan, snapshot),
                    new SignatureBlock([
                        Signatures.Party(SecondSlot, "Pihak Kedua,", snapshot.SecondParty),
                        Signatures.Party(FirstSlot, "Pihak Pertama,", snapshot.FirstParty),
                    ])
                    {
                        PlaceAndDate = $"{snapshot.Place}, {IndonesianDate.Long(snapshot.Terms.SignedOn)}",
                    },
                ]),
                Pages([new Paragraph("LAMPIRAN", ParagraphStyle.CentredBold), .. Annex(plan, snapshot)]),
                Pages([
                    new Paragraph("SASARAN KINERJA PEGAWAI", ParagraphStyle.CentredBold),
                    .. StaffTargetTables.Build(plan, snapshot),
                ]),
            ]
        );
    }

    /// <summary>The statement's paragraphs, without its title and signatures.</summary>
    internal static IEnumerable<Block> Statement(OfficePlan plan, AgreementSnapshot snapshot)
    {
        yield return new Paragraph(
            "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta "
                + "berorientasi pada "
                + "hasil, kami yang bertanda tangan di bawah ini:"
        );
        yield return new KeyValueTable([
            new("Nama", snapshot.FirstParty.Name),
            new("Jabatan", snapshot.FirstParty.Title),
        ]);
        yield return new Paragraph("selanjutnya disebut Pihak Pertama;", ParagraphStyle.Flush);
        yield return new KeyValueTable([
            new("Nama", snapshot.SecondParty.Name),
            new("Jabatan", snapshot.SecondParty.Title),
        ]);
        yield return new Paragraph(
            "selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua.",
            ParagraphStyle.Flush
        );
        if (snapshot.Terms.Revision > 0)
        {
            var before = (snapshot.Predecessor ?? snapshot.Terms.Revision - 1) is > 0 and var number
                ? $"Perjanjian Kinerja Perubahan ke-{number} Tahun {snapshot.Year}"
                : $"Perjanjian Kinerja Tahun {snapshot.Year}";
            yield return new Paragraph(
                $"Perjanjian ini menggantikan {before} karena {AgreementTables.ReasonText(snapshot.Reason)}. "
                    + $"{snapshot.Explanation}"
            );
        }

        yield return new Paragraph(
            "Pihak Pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai dengan lampiran "
                + "perjanjian ini dalam "
                + "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
                + "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
        );
        yield return new Paragraph(
            "Pihak Kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
                + "kinerja dari "
                + "perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
        );
    }

    /// <summary>The annex: table A and table B.</summary>
    internal static IEnumerable<Block> Annex(OfficePlan plan, AgreementSnapshot snapshot)
    {
        yield return new Paragraph(AgreementTables.NameOf(snapshot).ToUpperInvariant(), ParagraphStyle.CentredBold);
        yield return new Paragraph(snapshot.FirstParty.Title.ToUpperInvariant(), ParagraphStyle.CentredBold);
        yield return new Paragraph(
            $"A. {AgreementTables.ObjectiveOf(snapshot)}, Indikator Kinerja, dan Target",
            ParagraphStyle.Bold
        )
        {
            KeepWithNext = true,
        };
        yield return AgreementTables.Targets(plan, snapshot);
        const string Bound =
            "Lampiran ini merupakan bagian yang tidak terpisahkan dari perjanjian kinerja yang ditandatangani pada halaman "
            + "pernyataan.";
        if (snapshot.Post is not null && snapshot.Amounts().Count == 0)
        {
            yield return new Paragraph(Bound, ParagraphStyle.Note);
            yield break;
        }

        yield return new Paragraph($"B. {AgreementTables.NodeOf(snapshot)} dan Anggaran", ParagraphStyle.Bold)
        {
            KeepWithNext = true,
        };
        yield return AgreementTables.Programmes(snapshot);
        yield return new Paragraph(
            $"Jumlah anggaran {IndonesianNumber.Rupiah(snapshot.Total())}. {Bound}",
            ParagraphStyle.Note
        );
    }

    private static Section Pages(IReadOnlyList<Block> blocks) => new(blocks) { Numbering = PageNumbering.None };
}
