using System.Buffers;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// The two stretches that a signature covers. One is only made when the hole between them is exactly the signature's own
/// /Contents, so that nothing can hide there.
/// </summary>
internal sealed record ByteRange(int HoleStart, int HoleEnd, int End)
{
    public static ByteRange? Read(PdfFile file, PdfDictionary signature)
    {
        var numbers = file.Array(signature["ByteRange"])
            .Select(n => file.Resolve(n) is PdfNumber number ? number.Value : -1)
            .ToArray();
        var length = file.Bytes.Length;
        if (
            numbers is not [0, > 0, > 0, > 0]
            || numbers.Any(n => !decimal.IsInteger(n) || n > length)
            || numbers[1] >= numbers[2]
            || numbers[2] + numbers[3] > length
        )
        {
            return null;
        }

        var range = new ByteRange((int)numbers[1], (int)numbers[2], (int)(numbers[2] + numbers[3]));
        return range.HoleIs(file, signature["Contents"]) ? range : null;
    }

    public byte[] ContentOf(PdfFile file) => [.. file.Bytes.Span[..HoleStart], .. file.Bytes.Span[HoleEnd..End]];

    private bool HoleIs(PdfFile file, PdfObject? contents)
    {
        var hole = file.Bytes.Span[HoleStart..HoleEnd];
        if (
            contents is not PdfString text
            || hole is not [(byte)'<', .. var digits, (byte)'>']
            || digits.Length % 2 == 1
        )
        {
            return false;
        }

        var bytes = new byte[digits.Length / 2];
        return Convert.FromHexString(digits, bytes, out _, out _) == OperationStatus.Done
            && bytes.AsSpan().SequenceEqual(text.Bytes);
    }
}
