namespace Sakip.Documents;

/// <summary>
/// One or two parties side by side, kept on one page. Each leaves a free space, or a QR code, above the name; the PDF writer
/// gives the space back as a <see cref="SignatureSlot"/>.
/// </summary>
internal sealed record SignatureBlock(IReadOnlyList<SignatureParty> Parties) : Block
{
    /// <summary>"Denpasar, 2 Januari 2024"; it stands above the last party.</summary>
    public string? PlaceAndDate { get; init; }

    /// <summary>Small print under the whole block.</summary>
    public string? Note { get; init; }
}

/// <summary>Who signs. <paramref name="Slot"/> is unique in the document and names the party's signature slot.</summary>
internal sealed record SignatureParty(string Slot, IReadOnlyList<string> RoleLines, string Name)
{
    /// <summary>Lines under the name, such as the rank and "NIP. …".</summary>
    public IReadOnlyList<string> IdentityLines { get; init; } = [];

    /// <summary>
    /// What stands where the signature would be when it was given on another document; such a party has no slot.
    /// </summary>
    public IReadOnlyList<string> SignedElsewhere { get; init; } = [];

    /// <summary>What the QR code says; the space stays free for a signature's own appearance when null.</summary>
    public string? QrPayload { get; init; }
}
