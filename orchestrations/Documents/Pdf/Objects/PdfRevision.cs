namespace Sakip.Documents.Pdf.Objects;

/// <summary>
/// One incremental update, read strictly: every byte of it belongs to an object that its section lists, to the section, its trailer
/// or the mark at its end. So nothing lies in it that one reader finds and another does not.
/// </summary>
internal sealed class PdfRevision
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Dictionary<int, PdfObject> _objects = [];
    private readonly List<(int Start, int End)> _taken = [];

    private PdfRevision(PdfFile before, XrefSection section, ReadOnlyMemory<byte> bytes, IReadOnlySet<int> ends)
    {
        (Before, Section, _bytes) = (before, section, bytes);
        End = FindEnd(ends);
        After = before.With(section, bytes[..End]);
        ReadObjects();
        CheckBytes();
    }

    public PdfFile Before { get; }

    public PdfFile After { get; }

    public XrefSection Section { get; }

    public int End { get; }

    /// <summary>What the update adds or replaces, without the streams that only carry other objects.</summary>
    public IReadOnlyDictionary<int, PdfObject> Objects => _objects;

    /// <param name="ends">Where signatures end: a line feed behind them is no longer part of their update.</param>
    /// <exception cref="PdfFormatException">The update is not written as it must be.</exception>
    public static PdfRevision Read(
        PdfFile before,
        XrefSection section,
        ReadOnlyMemory<byte> bytes,
        IReadOnlySet<int> ends
    ) => new(before, section, bytes, ends);

    /// <summary>Where a file ends whose newest section this is.</summary>
    public static int EndOf(ReadOnlyMemory<byte> bytes, XrefSection section, IReadOnlySet<int> ends)
    {
        var at = section.End;
        if (section.IsStream)
        {
            at = Skip(bytes.Span, at, "endobj"u8);
        }

        var lexer = new PdfLexer(bytes, Skip(bytes.Span, at, "startxref"u8));
        if (lexer.Peek() is '%' || lexer.ReadInteger() != section.Offset)
        {
            throw new PdfFormatException("An update does not lead to its own section.");
        }

        at = Skip(bytes.Span, lexer.Position, "%%EOF"u8);
        foreach (var line in "\r\n"u8)
        {
            at += !ends.Contains(at) && at < bytes.Length && bytes.Span[at] == line ? 1 : 0;
        }

        return at;
    }

    private int FindEnd(IReadOnlySet<int> ends) =>
        Section.IsHybrid
            ? throw new PdfFormatException("An update has two sections beside each other.")
            : EndOf(_bytes, Section, ends);

    private static int Skip(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<byte> word)
    {
        while (at < bytes.Length && PdfLexer.IsWhite(bytes[at]))
        {
            at++;
        }

        return bytes[at..].StartsWith(word)
            ? at + word.Length
            : throw new PdfFormatException("An update does not end as it must.");
    }

    private void ReadObjects()
    {
        var packed = new Dictionary<int, List<(int Number, int Index)>>();
        var seen = new HashSet<int>();
        foreach (var (number, entry) in Section.Entries)
        {
            var was = Before.EntryOf(number);
            if (!seen.Add(number) || (entry.Kind == XrefKind.Free && was is not null))
            {
                throw new PdfFormatException($"Object {number} is listed twice or is taken away.");
            }

            if (entry == was || entry.Kind == XrefKind.Free)
            {
                continue;
            }

            if (entry.Kind == XrefKind.InObjectStream)
            {
                packed.TryAdd(entry.First, []);
                packed[entry.First].Add((number, entry.Second));
                continue;
            }

            if (
                entry.First < Before.Bytes.Length
                || entry.Second != (was is { Kind: XrefKind.InFile } w ? w.Second : 0)
            )
            {
                throw new PdfFormatException($"Object {number} leads back, or has another generation.");
            }

            if (entry.First != Section.Offset)
            {
                _objects[number] = ReadAt(number, entry);
            }
            else if (!Section.IsStream || was is not null)
            {
                throw new PdfFormatException($"Object {number} is none.");
            }
        }

        foreach (var (container, members) in packed)
        {
            Unpack(container, members);
        }
    }

    private PdfObject ReadAt(int number, XrefEntry entry)
    {
        var parser = new PdfParser(_bytes, entry.First, Before.Budget, isStrict: true);
        var (found, generation, value) = parser.ReadIndirect(length =>
            After.Resolve(length) is PdfNumber { Value: >= 0 and <= int.MaxValue } n ? (int)n.Value : null
        );
        var end = Skip(_bytes.Span, parser.Lexer.Position, "endobj"u8);
        Before.Budget.SpendBytes(end - entry.First);
        if (found != number || generation != entry.Second || !char.IsAsciiDigit((char)_bytes.Span[entry.First]))
        {
            throw new PdfFormatException($"Object {number} is not where the table says.");
        }

        _taken.Add((entry.First, end));
        return value;
    }

    // The stream's own list and the section's must be the same one: readers go by the one or by the other.
    private void Unpack(int container, List<(int Number, int Index)> members)
    {
        if (
            !_objects.Remove(container, out var value)
            || Before.EntryOf(container) is not null
            || value is not PdfStream stream
            || stream.Dictionary["Extends"] is not null
            || stream.Dictionary["First"] is not PdfNumber { Value: >= 0 and <= int.MaxValue } first
            || stream.Dictionary["N"] is not PdfNumber { Value: >= 0 and <= 65_536 } count
            || count.Value != members.Count
        )
        {
            throw new PdfFormatException($"Object {container} is no object stream of this update.");
        }

        var bytes = After.Decode(stream);
        var head = new PdfLexer(bytes);
        foreach (var (place, (number, index)) in members.OrderBy(m => m.Index).Index())
        {
            var (listed, offset) = (head.ReadInteger(), (long)head.ReadInteger() + (int)first.Value);
            if (listed != number || index != place || offset > bytes.Length)
            {
                throw new PdfFormatException($"Object {number} is not what its stream says.");
            }

            _objects[number] = new PdfParser(bytes, (int)offset, Before.Budget, isStrict: true).ReadObject();
        }
    }

    private void CheckBytes()
    {
        var at = Before.Bytes.Length;
        foreach (var (start, end) in _taken.Order().Append((Start: Section.Offset, End)))
        {
            if (start < at || !IsBlank(_bytes.Span[at..start]))
            {
                throw new PdfFormatException("Bytes of an update belong to nothing.");
            }

            at = end;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (!PdfLexer.IsWhite(b))
            {
                return false;
            }
        }

        return true;
    }
}
