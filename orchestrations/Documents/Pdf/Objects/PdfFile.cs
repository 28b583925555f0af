namespace Sakip.Documents.Pdf.Objects;

/// <summary>
/// A PDF as its objects, read lazily through the cross-reference table; nothing is repaired or guessed. Every method throws
/// <see cref="PdfFormatException"/> on a file that does not hold together, on an encrypted one, and past the bounds that keep
/// a hostile file from costing more than its size. Not for use by two threads at once.
/// </summary>
public sealed class PdfFile
{
    private const int LongestReferenceChain = 16;
    private const int DeepestRead = 16;

    /// <summary>Bytes that may be parsed or unpacked for one file; many entries that lead to the same bytes use it up.</summary>
    private const long ReadingBudget = 512L * 1024 * 1024;

    private readonly XrefTable _xref;
    private readonly Dictionary<int, PdfObject> _objects = [];
    private readonly Dictionary<int, PdfObject[]> _objectStreams = [];
    private readonly HashSet<int> _beingRead = [];
    private long _bytesRead;

    private PdfFile(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        _xref = new XrefTable(bytes);
        if (_xref.Trailer["Encrypt"] is not null)
        {
            throw new PdfFormatException("The file is encrypted.");
        }
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public PdfDictionary Trailer => _xref.Trailer;

    public PdfReference Root =>
        Trailer["Root"] as PdfReference ?? throw new PdfFormatException("The file has no catalog.");

    public PdfDictionary Catalog => Dictionary(Root) ?? throw new PdfFormatException("The catalog is no dictionary.");

    /// <summary>Numbers of the objects in use, ascending.</summary>
    public IEnumerable<int> Numbers => _xref.Numbers;

    internal int XrefStart => _xref.Start;

    internal bool UsesXrefStreams => _xref.IsStream;

    public static PdfFile Open(ReadOnlyMemory<byte> bytes)
    {
        var head = bytes.Span[..Math.Min(bytes.Length, 8)];
        return head.StartsWith("%PDF-"u8)
            ? new PdfFile(bytes)
            : throw new PdfFormatException("The file does not begin as a PDF.");
    }

    /// <summary>The object itself: references are followed, and what is absent is null.</summary>
    public PdfObject? Resolve(PdfObject? value)
    {
        for (var i = 0; value is PdfReference reference; i++)
        {
            if (i == LongestReferenceChain)
            {
                throw new PdfFormatException("References lead in a circle.");
            }

            value = Read(reference.Number);
        }

        return value is PdfNull ? null : value;
    }

    public PdfDictionary? Dictionary(PdfObject? value) => Resolve(value) switch
    {
        PdfDictionary dictionary => dictionary,
        PdfStream stream => stream.Dictionary,
        _ => null,
    };

    /// <summary>The items of an array, unresolved; none when it is absent.</summary>
    public IReadOnlyList<PdfObject> Array(PdfObject? value) => Resolve(value) is PdfArray array ? array.Items : [];

    /// <summary>A stream's bytes, unpacked; Flate and plain streams only.</summary>
    public byte[] Decode(PdfStream stream) => PdfFilter.Decode(stream with
    {
        Dictionary = stream.Dictionary
            .With("Filter", Resolve(stream.Dictionary["Filter"]) ?? new PdfNull())
            .With("DecodeParms", Resolve(stream.Dictionary["DecodeParms"]) ?? new PdfNull()),
    });

    private PdfObject Read(int number)
    {
        if (_objects.TryGetValue(number, out var known))
        {
            return known;
        }

        if (_xref.Find(number) is not { } entry)
        {
            return new PdfNull();
        }

        if (!_beingRead.Add(number) || _beingRead.Count > DeepestRead)
        {
            throw new PdfFormatException($"Object {number} needs itself.");
        }

        var value = entry.Kind == XrefKind.InFile ? ReadAt(number, entry.First) : ReadPacked(entry.First, entry.Second);
        _beingRead.Remove(number);
        return _objects[number] = value;
    }

    private PdfObject ReadAt(int number, int offset)
    {
        var parser = new PdfParser(Bytes, offset);
        var (found, _, value) = parser.ReadIndirect(length =>
            Resolve(length) is PdfNumber { Value: >= 0 and <= int.MaxValue } n ? (int)n.Value : null);
        Spend(parser.Lexer.Position - offset);
        return found == number ? value : throw new PdfFormatException($"Object {number} is not where the table says.");
    }

    private PdfObject ReadPacked(int streamNumber, int index)
    {
        if (!_objectStreams.TryGetValue(streamNumber, out var packed))
        {
            packed = Unpack(streamNumber);
            _objectStreams[streamNumber] = packed;
        }

        return index < packed.Length ? packed[index] : new PdfNull();
    }

    private PdfObject[] Unpack(int streamNumber)
    {
        if (_xref.Find(streamNumber) is not { Kind: XrefKind.InFile }
            || Read(streamNumber) is not PdfStream stream
            || stream.Dictionary["First"] is not PdfNumber { Value: >= 0 and <= int.MaxValue } first
            || stream.Dictionary["N"] is not PdfNumber { Value: >= 0 and <= 65_536 } count)
        {
            throw new PdfFormatException($"Object {streamNumber} is no object stream.");
        }

        var bytes = Decode(stream);
        Spend(bytes.Length);
        var head = new PdfLexer(bytes);
        var offsets = new int[(int)count.Value];
        for (var i = 0; i < offsets.Length; i++)
        {
            head.ReadInteger();
            offsets[i] = head.ReadInteger();
        }

        return [.. offsets.Select(offset => ReadWithin(bytes, (int)first.Value + (long)offset))];
    }

    private PdfObject ReadWithin(byte[] bytes, long offset)
    {
        if (offset > bytes.Length)
        {
            throw new PdfFormatException("An object stream is damaged.");
        }

        var parser = new PdfParser(bytes, (int)offset);
        var value = parser.ReadObject();
        Spend(parser.Lexer.Position - offset);
        return value;
    }

    private void Spend(long bytes)
    {
        _bytesRead += bytes;
        if (_bytesRead > ReadingBudget)
        {
            throw new PdfFormatException("The file unfolds into too much.");
        }
    }
}
