namespace Sakip.Documents.Pdf.Objects;

/// <summary>
/// Where each object of a file lies: the cross-reference sections from the newest to the oldest, the newest entry winning.
/// Reads classic tables, cross-reference streams and the hybrid of both (ISO 32000-1, 7.5.4 and 7.5.8).
/// </summary>
internal sealed class XrefTable
{
    /// <summary>Readers look for the last startxref within so many bytes of the end, and nowhere else.</summary>
    private const int ReachOfStart = 1024;
    private const int MostSections = 1_000;
    private const int HighestNumber = 4_000_000;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly ReadingBudget _budget;
    private readonly XrefTable? _before;
    private readonly Dictionary<int, XrefEntry> _entries = [];
    private readonly HashSet<int> _seen = [];

    public XrefTable(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        (_file, _budget) = (file, budget);
        Start = FindStart();
        var next = (int?)Start;
        while (next is { } offset)
        {
            var trailer = ReadSection(offset);
            Trailer ??= trailer;
            next = Offset(trailer["Prev"]);
        }
    }

    /// <summary>The table of a file as one more section makes it.</summary>
    public XrefTable(XrefTable before, XrefSection section)
    {
        (_file, _budget, _before) = (before._file, before._budget, before);
        (Start, Trailer, IsStream) = (section.Offset, section.Trailer, section.IsStream);
        Sections = [section, .. before.Sections];
        foreach (var (number, entry) in section.Entries)
        {
            _entries.TryAdd(number, entry);
        }
    }

    /// <summary>Offset of the newest section.</summary>
    public int Start { get; }

    /// <summary>Whether the mark that leads to the newest section lies where readers look for it.</summary>
    public bool IsInReach { get; private set; } = true;

    /// <summary>The newest section's trailer.</summary>
    public PdfDictionary Trailer { get; } = null!;

    /// <summary>Whether the newest section is a stream; an update must then add one too.</summary>
    public bool IsStream { get; private set; }

    /// <summary>From the newest to the oldest; a hybrid's stream is told before its table.</summary>
    public List<XrefSection> Sections { get; } = [];

    /// <summary>Object numbers in use, ascending.</summary>
    public IEnumerable<int> Numbers =>
        (_before?.Numbers ?? []).Union(_entries.Keys).Where(number => Find(number) is not null).Order();

    public XrefEntry? Find(int number) =>
        _entries.TryGetValue(number, out var entry)
            ? entry.Kind == XrefKind.Free
                ? null
                : entry
            : _before?.Find(number);

    private int FindStart()
    {
        var found = _file.Span.LastIndexOf("startxref"u8);
        IsInReach = found >= _file.Length - ReachOfStart;
        return found < 0
            ? throw new PdfFormatException("The file has no cross-reference table.")
            : new PdfLexer(_file, found + "startxref".Length).ReadInteger();
    }

    private PdfDictionary ReadSection(int offset)
    {
        if (offset < 0 || offset >= _file.Length || !_seen.Add(offset) || _seen.Count > MostSections)
        {
            throw new PdfFormatException("The cross-reference sections do not hang together.");
        }

        var lexer = new PdfLexer(_file, offset);
        lexer.SkipWhite();
        return lexer.Peek() == 'x' ? ReadClassic(offset, lexer) : ReadStream(offset);
    }

    private PdfDictionary ReadClassic(int start, PdfLexer lexer)
    {
        lexer.Expect("xref");
        var entries = new List<(int, XrefEntry)>();
        while (true)
        {
            lexer.SkipWhite();
            if (lexer.Peek() == 't')
            {
                break;
            }

            var (first, count) = (lexer.ReadInteger(), lexer.ReadInteger());
            for (var i = 0; i < count; i++)
            {
                var (offset, generation, kind) = (lexer.ReadInteger(), lexer.ReadInteger(), lexer.ReadWord());
                Add(
                    entries,
                    (long)first + i,
                    kind == "n"
                        ? new XrefEntry(XrefKind.InFile, offset, generation)
                        : new XrefEntry(XrefKind.Free, 0, generation)
                );
            }
        }

        lexer.Expect("trailer");
        var parser = new PdfParser(_file, lexer.Position, _budget);
        var trailer =
            parser.ReadObject() as PdfDictionary ?? throw new PdfFormatException("The trailer is no dictionary.");
        var hybrid = Offset(trailer["XRefStm"]);
        Sections.Add(
            new XrefSection(start, parser.Lexer.Position, IsStream: false, hybrid is not null, trailer, entries)
        );
        if (hybrid is { } beside && _seen.Add(beside))
        {
            ReadStream(beside);
        }

        return trailer;
    }

    private PdfDictionary ReadStream(int offset)
    {
        var parser = new PdfParser(_file, offset, _budget);
        var (_, _, value) = parser.ReadIndirect(length => Offset(length));
        if (value is not PdfStream stream || !stream.Dictionary.IsNamed("Type", "XRef"))
        {
            throw new PdfFormatException("The cross-reference stream is none.");
        }

        IsStream |= _seen.Count == 1;
        var widths = Integers(stream.Dictionary["W"]);
        if (widths is not [>= 0 and <= 8, >= 0 and <= 8, >= 0 and <= 8] || widths.Sum() == 0)
        {
            throw new PdfFormatException("The cross-reference stream has no usable widths.");
        }

        var index = stream.Dictionary["Index"] is { } given
            ? Integers(given)
            : [0, Offset(stream.Dictionary["Size"]) ?? 0];
        var entries = ReadRows(PdfFilter.Decode(stream, _budget), widths, index);
        Sections.Add(
            new XrefSection(offset, parser.Lexer.Position, IsStream: true, IsHybrid: false, stream.Dictionary, entries)
        );
        return stream.Dictionary;
    }

    private List<(int, XrefEntry)> ReadRows(ReadOnlySpan<byte> rows, int[] widths, int[] index)
    {
        var entries = new List<(int, XrefEntry)>();
        for (var section = 0; section + 1 < index.Length; section += 2)
        {
            for (var i = 0; i < index[section + 1] && rows.Length >= widths.Sum(); i++)
            {
                var kind = widths[0] == 0 ? 1 : Field(ref rows, widths[0]);
                var (second, third) = (Field(ref rows, widths[1]), Field(ref rows, widths[2]));
                Add(
                    entries,
                    (long)index[section] + i,
                    kind switch
                    {
                        0 => new XrefEntry(XrefKind.Free, 0, third),
                        1 => new XrefEntry(XrefKind.InFile, second, third),
                        2 => new XrefEntry(XrefKind.InObjectStream, second, third),
                        _ => new XrefEntry(XrefKind.Free, 0, 0),
                    }
                );
            }
        }

        return entries;
    }

    private static int Field(ref ReadOnlySpan<byte> rows, int width)
    {
        long value = 0;
        foreach (var b in rows[..width])
        {
            value = (value << 8) | b;
        }

        rows = rows[width..];
        return value is >= 0 and <= int.MaxValue
            ? (int)value
            : throw new PdfFormatException("A cross-reference entry is out of range.");
    }

    private void Add(List<(int, XrefEntry)> entries, long number, XrefEntry entry)
    {
        if (number is < 0 or > HighestNumber)
        {
            throw new PdfFormatException("An object number is out of range.");
        }

        _budget.SpendObject();
        entries.Add(((int)number, entry));
        _entries.TryAdd((int)number, entry);
    }

    private static int? Offset(PdfObject? value) =>
        value is PdfNumber { Value: >= 0 and <= int.MaxValue } number ? (int)number.Value : null;

    private static int[] Integers(PdfObject? value) =>
        value is PdfArray array
            ? [.. array.Items.Select(item => Offset(item) ?? throw new PdfFormatException("Expected whole numbers."))]
            : [];
}
