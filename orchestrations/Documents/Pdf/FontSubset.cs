using System.Buffers.Binary;
using System.Text;

namespace Sakip.Documents.Pdf;

/// <summary>
/// A TrueType font with the outlines of some glyphs only: every other glyph keeps its number and is empty. A file that embeds
/// it is a fraction of the size. SkiaSharp's own build embeds fonts whole.
/// </summary>
internal sealed class FontSubset
{
    private const int DirectoryStart = 12;
    private const int EntryLength = 16;
    private const int ContourCountOfComposite = -1;

    // What shapes text is not needed where every glyph is placed by number.
    private static readonly string[] Kept =
    [
        "OS/2",
        "cmap",
        "cvt ",
        "fpgm",
        "glyf",
        "head",
        "hhea",
        "hmtx",
        "loca",
        "maxp",
        "name",
        "post",
        "prep",
    ];

    private readonly byte[] _font;
    private readonly Dictionary<string, Range> _tables = [];
    private readonly bool _longOffsets;

    private FontSubset(byte[] font)
    {
        _font = font;
        for (var i = 0; i < U16(4); i++)
        {
            var entry = DirectoryStart + (i * EntryLength);
            _tables[Encoding.ASCII.GetString(font, entry, 4)] = new Range(
                U32(entry + 8),
                U32(entry + 8) + U32(entry + 12)
            );
        }

        _longOffsets = U16(_tables["head"].Start.Value + 50) == 1;
    }

    public static byte[] Of(byte[] font, IEnumerable<ushort> glyphs) => new FontSubset(font).With(glyphs);

    private byte[] With(IEnumerable<ushort> glyphs)
    {
        var (outlines, offsets) = Outlines(Closed(glyphs));
        var tables = Kept.Where(_tables.ContainsKey)
            .ToDictionary(
                name => name,
                name =>
                    name switch
                    {
                        "glyf" => outlines,
                        "loca" => offsets,
                        "head" => Head(),
                        _ => _font[_tables[name]],
                    }
            );
        return Assembled(tables);
    }

    // A composite glyph needs its components.
    private HashSet<int> Closed(IEnumerable<ushort> glyphs)
    {
        var all = new HashSet<int>();
        var open = new Stack<int>([0, .. glyphs.Select(glyph => (int)glyph)]);
        while (open.TryPop(out var glyph))
        {
            if (!all.Add(glyph))
                continue;
            foreach (var component in Components(Outline(glyph)))
                open.Push(component);
        }

        return all;
    }

    private Range Outline(int glyph)
    {
        var (loca, glyf) = (_tables["loca"].Start.Value, _tables["glyf"].Start.Value);
        return _longOffsets
            ? new Range(glyf + U32(loca + (glyph * 4)), glyf + U32(loca + (glyph * 4) + 4))
            : new Range(glyf + (U16(loca + (glyph * 2)) * 2), glyf + (U16(loca + (glyph * 2) + 2) * 2));
    }

    private IEnumerable<int> Components(Range outline)
    {
        const int Words = 0x1,
            Scale = 0x8,
            More = 0x20,
            TwoScales = 0x40,
            Matrix = 0x80;
        var at = outline.Start.Value;
        if (outline.End.Value <= at || (short)U16(at) != ContourCountOfComposite)
            yield break;
        at += 10;
        int flags;
        do
        {
            flags = U16(at);
            yield return U16(at + 2);
            at +=
                4
                + ((flags & Words) != 0 ? 4 : 2)
                + (
                    (flags & Scale) != 0 ? 2
                    : (flags & TwoScales) != 0 ? 4
                    : (flags & Matrix) != 0 ? 8
                    : 0
                );
        } while ((flags & More) != 0);
    }

    private (byte[] Outlines, byte[] Offsets) Outlines(HashSet<int> glyphs)
    {
        var count = U16(_tables["maxp"].Start.Value + 4);
        using var outlines = new MemoryStream();
        var offsets = new byte[(count + 1) * 4];
        for (var glyph = 0; glyph < count; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(glyph * 4), (uint)outlines.Length);
            if (!glyphs.Contains(glyph))
                continue;
            outlines.Write(_font.AsSpan(Outline(glyph)));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
        }

        BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(count * 4), (uint)outlines.Length);
        return (outlines.ToArray(), offsets);
    }

    private byte[] Head()
    {
        var head = _font[_tables["head"]];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        return head;
    }

    private byte[] Assembled(Dictionary<string, byte[]> tables)
    {
        var length = DirectoryStart + (tables.Count * EntryLength) + tables.Values.Sum(table => Padded(table.Length));
        var file = new byte[length];
        _font.AsSpan(0, 4).CopyTo(file);
        var power = (int)Math.Log2(tables.Count);
        Span<int> counts = [tables.Count, 16 << power, power, (tables.Count * 16) - (16 << power)];
        for (var i = 0; i < counts.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4 + (i * 2)), (ushort)counts[i]);
        var (entry, at, head) = (DirectoryStart, DirectoryStart + (tables.Count * EntryLength), 0);
        foreach (var (name, table) in tables.OrderBy(table => table.Key, StringComparer.Ordinal))
        {
            table.CopyTo(file, at);
            Encoding.ASCII.GetBytes(name, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(
                file.AsSpan(entry + 4),
                Checksum(file.AsSpan(at, Padded(table.Length)))
            );
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 8), (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 12), (uint)table.Length);
            if (name == "head")
                head = at;
            (entry, at) = (entry + EntryLength, at + Padded(table.Length));
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), 0xB1B0AFBA - Checksum(file));
        return file;
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i + 4 <= bytes.Length; i += 4)
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]);
        return sum;
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_font.AsSpan(at));

    private int U32(int at) => (int)BinaryPrimitives.ReadUInt32BigEndian(_font.AsSpan(at));
}
