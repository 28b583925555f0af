using Sakip.Documents;

namespace Sakip.Signing;

/// <summary>A document on its way through its signers, kept in the subject's state row.</summary>
/// <param name="SnapshotHash">Snapshot of the data that the document was made from.</param>
/// <param name="Slots">Where the signature blocks are, in signing order.</param>
/// <param name="DocxHash">The same document for those who edit, where there is one.</param>
internal sealed record DocumentState(
    string SnapshotHash,
    IReadOnlyList<SignatureSlot> Slots,
    IReadOnlyList<SignatureRecord> Signatures,
    string? DocxHash = null
)
{
    /// <summary>The document's tables as a workbook, where there is one.</summary>
    public string? XlsxHash { get; init; }

    /// <summary>
    /// The same pages without the signing service's sentence, to be printed and signed by hand; null where they bear none,
    /// and once somebody has signed.
    /// </summary>
    public string? PaperHash { get; init; }

    /// <summary>Snapshot of what the document says, to compare later versions with.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Where its chapters and sections begin, for those who look something up in it.</summary>
    public IReadOnlyList<DocumentPlace>? Places { get; init; }
}
