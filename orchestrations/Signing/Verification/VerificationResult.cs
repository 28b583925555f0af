namespace Sakip.Signing;

/// <summary>What a check of a PDF's signatures found. <see cref="Hash"/> is SHA-256 of the file, lower-case hex.</summary>
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
internal sealed record VerifiedSignature
{
    /// <summary>1 for the oldest signature, counted by what each covers.</summary>
    public required int Revision { get; init; }

    public required string FieldName { get; init; }

    /// <summary>The name that the signature itself gives, vouched for by the certificate's holder.</summary>
    public required string StatedName { get; init; }

    public required string Reason { get; init; }

    public required string Place { get; init; }

    /// <summary>From a trusted time stamp when <see cref="IsTimeStamped"/>, else what the signer's system stated.</summary>
    public required DateTimeOffset? SignedAt { get; init; }

    public required bool IsTimeStamped { get; init; }

    public required SignatureIntegrity Integrity { get; init; }

    public required LaterChanges LaterChanges { get; init; }

    public required CertificateSummary? Certificate { get; init; }

    public required CertificateTrust Trust { get; init; }

    /// <summary>By the trust anchor; a certificate without one counts as <see cref="SignatureMethod.Certificate"/>.</summary>
    public required SignatureMethod Method { get; init; }

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
