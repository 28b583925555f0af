namespace Sakip.Documents.Pdf.Objects;

/// <summary>One of the object kinds of a PDF file (ISO 32000-1, 7.3).</summary>
internal abstract record PdfObject;

internal sealed record PdfNull : PdfObject;

internal sealed record PdfBoolean(bool Value) : PdfObject;

internal sealed record PdfNumber(decimal Value) : PdfObject;

internal sealed record PdfName(string Value) : PdfObject;

/// <summary>A string, as its bytes; <paramref name="Hex"/> is how it is written.</summary>
internal sealed record PdfString(byte[] Bytes, bool Hex = false) : PdfObject;

internal sealed record PdfReference(int Number, int Generation = 0) : PdfObject;

internal sealed record PdfArray(IReadOnlyList<PdfObject> Items) : PdfObject
{
    public static PdfArray Of(params IEnumerable<decimal> numbers) => new([.. numbers.Select(n => new PdfNumber(n))]);
}

/// <summary>A stream with its bytes as they stand in the file, still encoded as its dictionary says.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Raw) : PdfObject;

/// <summary>Bytes that are written as they are; <see cref="PdfUpdate"/> tells afterwards where they came to lie.</summary>
internal sealed record PdfLiteral(byte[] Bytes) : PdfObject;
