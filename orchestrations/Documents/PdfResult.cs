namespace Sakip.Documents;

/// <summary>
/// A finished PDF. Pages are counted from 1 in file order; <paramref name="PageLabels"/> has what is printed on each of them
/// (<c>iv</c>, <c>12</c>, or nothing).
/// </summary>
internal sealed record PdfResult(
    byte[] Bytes,
    int PageCount,
    IReadOnlyList<string> PageLabels,
    IReadOnlyDictionary<string, int> PageOfId,
    IReadOnlyList<SignatureSlot> Slots
);

/// <summary>Where a party's signature appearance belongs: points from the page's lower left corner, as PDF counts.</summary>
internal sealed record SignatureSlot(string Slot, int Page, double X, double Y, double Width, double Height);
