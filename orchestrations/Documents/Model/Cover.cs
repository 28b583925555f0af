namespace Sakip.Documents;

/// <summary>
/// The first page: emblem, title and office on a coloured band. It fills its page and belongs alone in a section without numbers.
/// </summary>
internal sealed record Cover(IReadOnlyList<string> TitleLines, IReadOnlyList<string> OfficeLines, string Year) : Block
{
    /// <summary>Lines above the title, such as the government that the office belongs to.</summary>
    public IReadOnlyList<string> HeadLines { get; init; } = [];

    /// <summary>Address lines at the foot.</summary>
    public IReadOnlyList<string> AddressLines { get; init; } = [];

    /// <summary>The office's own emblem as a PNG or JPEG; a neutral drawing stands in its place when null.</summary>
    public byte[]? Logo { get; init; }

    /// <summary>Which edition of the document it is, where there is more than one.</summary>
    public string? Edition { get; init; }

    /// <summary>What a QR code at the foot says, and the words beside it.</summary>
    public string? QrPayload { get; init; }

    public string? QrNote { get; init; }

    /// <summary>The band's colour as <c>RRGGBB</c>.</summary>
    public string BandHex { get; init; } = "1F3A5F";
}
