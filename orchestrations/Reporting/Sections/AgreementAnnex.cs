using Sakip.Agreements;
using Sakip.Calendar;
using Sakip.Documents;

namespace Sakip.Reporting;

/// <summary>Annex 1: every agreement of the year set again from its snapshot, with a box that names the signed
/// original.</summary>
internal static class AgreementAnnex
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        yield return new Heading(1, "PERJANJIAN KINERJA", "LAMPIRAN 1", "lampiran-1");
        foreach (var ((snapshot, record), index) in context.Data.Agreements.Select((pair, i) => (pair, i)))
        {
            if (index > 0) yield return new PageBreak();
            yield return new Heading(2, AgreementTables.NameOf(snapshot), $"L1.{index + 1}");
            yield return Original(snapshot, record);
            foreach (var block in AgreementDocument.Statement(context.Plan, snapshot)) yield return block;
            yield return new PageBreak();
            foreach (var block in AgreementDocument.Annex(context.Plan, snapshot)) yield return block;
        }
    }

    private static Box Original(AgreementSnapshot snapshot, AgreementRecord record) => new(
        [
            new Paragraph(
                "Lampiran ini disusun kembali dari data perjanjian yang ditandatangani. Dokumen asli dikenali dari "
                + "sidik "
                + "SHA-256 berikut.", ParagraphStyle.Flush),
            new Paragraph(Spaced(record.DocumentHash), ParagraphStyle.Note),
            new Paragraph(
                $"{snapshot.Place}, {IndonesianDate.Long(snapshot.Terms.SignedOn)}. Pihak Pertama: NIP. "
                + $"{Signatures.Nip(snapshot.FirstParty.Nip)}; Pihak Kedua: NIP. "
                + $"{Signatures.Nip(snapshot.SecondParty.Nip)}.",
                ParagraphStyle.Note),
            .. record.Signatures.Select(signature => new Paragraph(
                $"{signature.Post}: {signature.Name}, {IndonesianDate.LongWithTime(signature.At)}",
                ParagraphStyle.Note)),
        ],
        "Dokumen asli")
    {
        QrPayload = $"{snapshot.Unit}/{snapshot.Year}/{snapshot.Terms.Revision} sha256:{record.DocumentHash}",
    };

    // In groups of eight, so that a line can break.
    private static string Spaced(string hash) => string.Join(' ', hash.Chunk(8).Select(part => new string(part)));
}
