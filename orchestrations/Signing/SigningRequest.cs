namespace Sakip.Signing;

/// <summary>
/// One person's signature on one PDF. It is made where the person's request is answered and goes no further: its
/// <see cref="Secret"/> must not enter a message, a history, a table, a blob or a log.
/// </summary>
/// <param name="FieldName">Names the signature within the document: <c>[a-z0-9-]</c>, at most 64 characters.</param>
/// <param name="At">When the person signs, on the office's clock and with its offset.</param>
internal sealed record SigningRequest(
    byte[] Pdf,
    Signer Signer,
    string FieldName,
    string Reason,
    string Place,
    DateTimeOffset At
)
{
    /// <summary>Where the signature shows; null signs invisibly.</summary>
    public SignatureAppearance? Appearance { get; init; }

    /// <summary>What the person proves the signature with, for the methods that ask for it.</summary>
    public SigningSecret? Secret { get; init; }

    /// <summary>The scanned pages, for ink on paper only.</summary>
    public IReadOnlyList<ScanPage> Scan { get; init; } = [];

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrEmpty(FieldName);
        if (
            FieldName.Length > 64
            || !FieldName.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        )
        {
            throw new ArgumentException($"A signature field's name has [a-z0-9-] alone, at most 64: {FieldName}.");
        }
    }
}

/// <summary>Who signs. <see cref="RoleLine"/> is the post, without NIP: "Plt. Kepala Biro Organisasi".</summary>
internal sealed record Signer(string OfficialCode, string Name, string RoleLine)
{
    /// <summary>The mail address at which the person is known to a signing service.</summary>
    public string? Mail { get; init; }

    /// <summary>The office in whose plan the code stands.</summary>
    public string Unit { get; init; } = "";

    public static Signer Of(Planning.Official official, string unit, string roleLine) =>
        new(official.Code, official.FullName(), roleLine) { Mail = official.Email, Unit = unit };
}

/// <summary>
/// The visible block: points from the page's lower left corner, pages counted from 1. The signer adds what its method requires to
/// <see cref="Lines"/> (UJI COBA for the trial certificate).
/// </summary>
internal sealed record SignatureAppearance
{
    public required int Page { get; init; }

    public required double X { get; init; }

    public required double Y { get; init; }

    public required double Width { get; init; }

    public required double Height { get; init; }

    public required IReadOnlyList<string> Lines { get; init; }

    public string? QrPayload { get; init; }
}

/// <summary>One scanned page as uploaded, JPEG or PNG; or the PDF of all of them.</summary>
internal sealed record ScanPage(byte[] Image);
