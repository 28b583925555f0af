using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Planning;

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
            if (index > 0)
                yield return new PageBreak();
            yield return new Heading(2, AgreementTables.NameOf(snapshot), $"L1.{index + 1}");
            foreach (var block in AgreementDocument.Statement(context.Plan, snapshot))
                yield return block;
            yield return Parties(context.Plan.Zone, snapshot, record, index);
            yield return new PageBreak();
            foreach (var block in AgreementDocument.Annex(context.Plan, snapshot))
                yield return block;
            yield return Original(context, snapshot, record);
        }
    }

    private static Box Original(ReportContext context, AgreementSnapshot snapshot, AgreementRecord? record)
    {
        if (record is null)
        {
            return new Box([
                new Paragraph(
                    "Perjanjian ini belum ditandatangani; yang dimuat di sini adalah konsepnya.",
                    ParagraphStyle.Flush
                ),
            ]);
        }

        return new Box(
            [
                new Paragraph(
                    "Lampiran ini disusun kembali dari data perjanjian yang ditandatangani. Dokumen asli dikenali dari sidik "
                        + "SHA-256 berikut.",
                    ParagraphStyle.Flush
                ),
                new Paragraph(Spaced(record.DocumentHash), ParagraphStyle.Note),
                .. record.Signatures.Select(signature => new Paragraph(
                    $"{signature.Name}, {signature.Post}: {IndonesianDate.LongWithTime(signature.At, context.Plan.Zone)}",
                    ParagraphStyle.Note
                )),
            ],
            "Dokumen asli"
        )
        {
            QrPayload =
                PublicPlaces.Check(context.Data.PublicAddress, record.DocumentHash)?.AbsoluteUri
                ?? $"{snapshot.Unit}/{snapshot.Year}/{snapshot.Terms.Revision} sha256:{record.DocumentHash}",
        };
    }

    private static SignatureBlock Parties(
        OfficeZone zone,
        AgreementSnapshot snapshot,
        AgreementRecord? record,
        int index
    ) =>
        new([
            Party("kedua", "Pihak Kedua,", snapshot.SecondParty, record, index, zone),
            Party("pertama", "Pihak Pertama,", snapshot.FirstParty, record, index, zone),
        ])
        {
            PlaceAndDate = $"{snapshot.Place}, {IndonesianDate.Long(snapshot.Terms.SignedOn)}",
        };

    private static SignatureParty Party(
        string slot,
        string part,
        OfficialSnapshot official,
        AgreementRecord? record,
        int index,
        OfficeZone zone
    )
    {
        var signature = record?.Signatures.FirstOrDefault(one => one.Name == official.Name);
        return Signatures.Party($"{slot}-{index}", part, official) with
        {
            SignedElsewhere = signature is null
                ? ["Belum ditandatangani"]
                : ["Ditandatangani pada dokumen asli", IndonesianDate.LongWithTime(signature.At, zone)],
        };
    }

    // In groups of eight, so that a line can break.
    private static string Spaced(string hash) => string.Join(' ', hash.Chunk(8).Select(part => new string(part)));
}
