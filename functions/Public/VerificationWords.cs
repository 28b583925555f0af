using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Signing;

namespace Sakip.Functions.Public;

/// <summary>What a check found, for anybody.</summary>
internal static class VerificationWords
{
    public static string Of(VerificationResult check)
    {
        return check switch
        {
            { Outcome: VerificationOutcome.Broken }
                when check.Signatures.Any(one => one.LaterChanges == LaterChanges.Content) =>
                "Tanda tangan TIDAK SAH: isi dokumen diubah atau ditambah setelah ditandatangani.",
            { Outcome: VerificationOutcome.Broken }
                when check.Signatures.All(one => one.Integrity == SignatureIntegrity.Unreadable) =>
                "Tanda tangan TIDAK SAH: tanda tangannya rusak dan tidak dapat dibaca.",
            { Outcome: VerificationOutcome.NotSigned } =>
                "Berkas ini tidak memuat tanda tangan elektronik, atau berkasnya rusak.",
            _ => check.Explanation,
        };
    }

    public static PageTable TableOf(VerificationResult check)
    {
        return new PageTable(
            "Tanda tangan di dalam berkas",
            ["Penanda tangan", "Menurut", "Waktu", "Isi", "Sertifikat"],
            [
                .. check.Signatures.Select(one =>
                    (IReadOnlyList<string>)
                        [
                            one.SignerName,
                            one.StatedName,
                            one.SignedAt is { } at ? PageWords.Moment(at) : "–",
                            Integrity(one),
                            Trust(one.Trust),
                        ]
                ),
            ]
        );
    }

    private static string Integrity(VerifiedSignature one) =>
        one switch
        {
            { Integrity: SignatureIntegrity.Unreadable } => "Tidak dapat dibaca",
            { Integrity: SignatureIntegrity.Changed } => "Diubah",
            { LaterChanges: LaterChanges.Content } => "Diubah setelah ditandatangani",
            { LaterChanges: LaterChanges.OnlySignatures } => "Utuh; setelahnya hanya ada tanda tangan lain",
            _ => "Utuh",
        };

    private static string Trust(CertificateTrust trust) =>
        trust switch
        {
            CertificateTrust.Trusted => "Dipercaya",
            CertificateTrust.Trial => "UJI COBA – tidak mengikat",
            CertificateTrust.Expired => "Tidak berlaku pada waktu itu",
            _ => "Penerbit tidak dikenal",
        };
}
