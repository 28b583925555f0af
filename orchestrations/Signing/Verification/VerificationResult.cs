namespace Sakip.Signing;

/// <summary>What a check of a PDF's signatures found. <paramref name="Hash"/> is SHA-256 of the file, lower-case hex.</summary>
internal sealed record VerificationResult(
    VerificationOutcome Outcome,
    string Hash,
    IReadOnlyList<VerifiedSignature> Signatures
)
{
    /// <summary>One sentence for whoever asked.</summary>
    public string Explanation =>
        Outcome switch
        {
            VerificationOutcome.Valid => "Semua tanda tangan sah dan dokumen tidak berubah sejak ditandatangani.",
            VerificationOutcome.Trial =>
                "UJI COBA: dokumen tidak berubah sejak ditandatangani, tetapi ditandatangani dengan sertifikat percobaan, sehingga tidak mengikat.",
            VerificationOutcome.Untrusted =>
                "Dokumen tidak berubah sejak ditandatangani, tetapi penerbit atau masa berlaku sertifikatnya tidak dapat dipercaya.",
            VerificationOutcome.Broken => "Tanda tangan TIDAK SAH: dokumen telah diubah atau tanda tangannya rusak.",
            VerificationOutcome.TooLarge => "Berkas terlalu besar untuk diperiksa di sini.",
            VerificationOutcome.TooCostly =>
                "Isi berkas terlalu rumit untuk diperiksa di sini; keasliannya tidak dinyatakan.",
            _ => "Bukan PDF yang ditandatangani.",
        };
}

internal enum VerificationOutcome
{
    NotSigned,
    TooLarge,
    TooCostly,
    Broken,
    Untrusted,
    Trial,
    Valid,
}

/// <summary>One signature as found in the file. Texts are what the file says; only the certificate's name is vouched for.</summary>
/// <param name="Revision">1 for the oldest signature, counted by what each covers.</param>
/// <param name="StatedName">The name that the signature itself gives, vouched for by the certificate's holder.</param>
/// <param name="SignedAt">From a trusted time stamp when <paramref name="IsTimeStamped"/>, else what the signer's system stated.</param>
/// <param name="Method">By the trust anchor; a certificate without one counts as <see cref="SignatureMethod.Certificate"/>.</param>
internal sealed record VerifiedSignature(
    int Revision,
    string FieldName,
    string StatedName,
    string Reason,
    string Place,
    DateTimeOffset? SignedAt,
    bool IsTimeStamped,
    SignatureIntegrity Integrity,
    LaterChanges LaterChanges,
    CertificateSummary? Certificate,
    CertificateTrust Trust,
    SignatureMethod Method
)
{
    public string SignerName => Certificate?.Name ?? StatedName;

    public bool CoversWholeDocument => LaterChanges == LaterChanges.None;

    public bool IsSound => Integrity == SignatureIntegrity.Valid && LaterChanges != LaterChanges.Content;
}

internal enum SignatureIntegrity
{
    /// <summary>What it covers is what was signed.</summary>
    Valid,

    /// <summary>What it covers is not what was signed, or it does not cover what it must.</summary>
    Changed,

    /// <summary>It cannot be read, or uses a form or an algorithm that is not accepted here.</summary>
    Unreadable,
}

internal enum LaterChanges
{
    /// <summary>It covers the file to its end.</summary>
    None,

    /// <summary>After it came further signatures or validation data, and nothing that changes what is read.</summary>
    OnlySignatures,

    /// <summary>After it something was changed that is no signature.</summary>
    Content,
}

internal enum CertificateTrust
{
    /// <summary>Issued under none of the configured roots.</summary>
    Unknown,

    /// <summary>Not valid at the time of signing, or expired since without a trusted time stamp to prove the time.</summary>
    Expired,

    /// <summary>Issued under the root marked UJI COBA: it binds nobody.</summary>
    Trial,

    Trusted,
}
