namespace Sakip.Documents.Pdf.Objects;

/// <summary>
/// A PDF as its objects, read lazily through the cross-reference table; nothing is repaired or guessed. Every method throws
/// <see cref="PdfFormatException"/> on a file that does not hold together, on an encrypted one, and past the bounds that keep
/// a hostile file from costing more than its size. Not for use by two threads at once.
/// </summary>
internal sealed class PdfFile
{
    private const int LongestReferenceChain = 16;
    private const int DeepestRead = 16;

    private readonly XrefTable _xref;
    private readonly ReadingBudget _budget;
    private readonly Dictionary<int, PdfObject> _objects = [];
    private readonly Dictionary<int, PdfObject[]> _objectStreams = [];
    private readonly HashSet<int> _beingRead = [];

    private PdfFile(ReadOnlyMemory<byte> bytes, XrefTable xref, ReadingBudget budget)
    {
        Bytes = bytes;
        (_xref, _budget) = (xref, budget);
        if (_xref.Trailer["Encrypt"] is not null)
        {
            throw new PdfEncryptedException();
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

    /// <summary>Whether the last startxref lies where readers look for it.</summary>
    internal bool IsInReach => _xref.IsInReach;

    /// <summary>From the newest to the oldest.</summary>
    internal IReadOnlyList<XrefSection> Sections => _xref.Sections;

    internal ReadingBudget Budget => _budget;

    public static PdfFile Open(ReadOnlyMemory<byte> bytes, ReadingBudget? budget = null)
    {
        var head = bytes.Span[..Math.Min(bytes.Length, 8)];
        budget ??= ReadingBudget.Generous();
        return head.StartsWith("%PDF-"u8)
            ? new PdfFile(bytes, new XrefTable(bytes, budget), budget)
            : throw new PdfFormatException("The file does not begin as a PDF.");
    }

    /// <summary>This file with one more section behind it, whose bytes are the first of <paramref name="longer"/>.</summary>
    internal PdfFile With(XrefSection section, ReadOnlyMemory<byte> longer) =>
        new(longer, new XrefTable(_xref, section), _budget);

    internal XrefEntry? EntryOf(int number) => _xref.Find(number);

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

    public PdfDictionary? Dictionary(PdfObject? value) =>
        Resolve(value) switch
        {
            PdfDictionary dictionary => dictionary,
            PdfStream stream => stream.Dictionary,
            _ => null,
        };

    /// <summary>The items of an array, unresolved; none when it is absent.</summary>
    public IReadOnlyList<PdfObject> Array(PdfObject? value) => Resolve(value) is PdfArray array ? array.Items : [];

    /// <summary>A stream's bytes, unpacked; Flate and plain streams only.</summary>
    public byte[] Decode(PdfStream stream) =>
        PdfFilter.Decode(
            stream with
            {
                Dictionary = stream
                    .Dictionary.With("Filter", Resolve(stream.Dictionary["Filter"]) ?? new PdfNull())
                    .With("DecodeParms", Resolve(stream.Dictionary["DecodeParms"]) ?? new PdfNull()),
            },
            _budget
        );

    /// <summary>Every object in use, one after the other; none is kept, so that a large file costs time alone.</summary>
    internal IEnumerable<PdfObject> ScanObjects()
    {
        var packed = new HashSet<int>();
        foreach (var number in Numbers)
        {
            var entry = _xref.Find(number)!.Value;
            if (entry.Kind == XrefKind.InFile)
            {
                yield return ReadAt(number, entry.First);
            }
            else if (packed.Add(entry.First))
            {
                foreach (var value in Unpack(entry.First))
                {
                    yield return value;
                }
            }
        }
    }

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
        var parser = new PdfParser(Bytes, offset, _budget);
        var (found, _, value) = parser.ReadIndirect(length =>
            Resolve(length) is PdfNumber { Value: >= 0 and <= int.MaxValue } n ? (int)n.Value : null
        );
        _budget.SpendBytes(parser.Lexer.Position - offset);
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
        if (
            _xref.Find(streamNumber) is not { Kind: XrefKind.InFile }
            || Read(streamNumber) is not PdfStream stream
            || stream.Dictionary["First"] is not PdfNumber { Value: >= 0 and <= int.MaxValue } first
            || stream.Dictionary["N"] is not PdfNumber { Value: >= 0 and <= 65_536 } count
        )
        {
            throw new PdfFormatException($"Object {streamNumber} is no object stream.");
        }

        var bytes = Decode(stream);
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

        var parser = new PdfParser(bytes, (int)offset, _budget);
        var value = parser.ReadObject();
        _budget.SpendBytes(parser.Lexer.Position - offset);
        return value;
    }
}
