using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Sakip.Documents.Pdf.Objects;

/// <summary>
/// Changes to a file, written behind it (ISO 32000-1, 7.5.6): every byte of the file stays as it is, so that signatures on it
/// stay valid. The cross-reference section is of the file's own kind, table or stream.
/// </summary>
internal sealed class PdfUpdate(PdfFile file)
{
    private readonly SortedDictionary<int, (int Generation, PdfObject Value)> _objects = [];
    private readonly Dictionary<PdfLiteral, int> _literals = new(ReferenceEqualityComparer.Instance);
    private int _next = Math.Max(DeclaredSize(file), file.Numbers.LastOrDefault() + 1);

    public PdfReference Add(PdfObject value)
    {
        var reference = Reserve();
        Replace(reference, value);
        return reference;
    }

    /// <summary>A number for an object that others must point at before it exists; give it with <see cref="Replace"/>.</summary>
    public PdfReference Reserve() => new(_next++);

    public void Replace(PdfReference reference, PdfObject value) =>
        _objects[reference.Number] = (reference.Generation, value);

    /// <summary>The object as it stands with the changes made so far.</summary>
    public PdfObject? Resolve(PdfObject? value) =>
        value is PdfReference reference && _objects.TryGetValue(reference.Number, out var changed)
            ? changed.Value
            : file.Resolve(value);

    /// <summary>Where a literal came to lie; known after <see cref="ToBytes"/>.</summary>
    public int OffsetOf(PdfLiteral literal) => _literals[literal];

    /// <summary>The file with the changes behind it.</summary>
    public byte[] ToBytes()
    {
        using var output = new MemoryStream();
        output.Write(file.Bytes.Span);
        var serializer = new PdfSerializer(output);
        if (file.Bytes.Length > 0 && file.Bytes.Span[^1] is not ((byte)'\n' or (byte)'\r'))
        {
            serializer.Text("\n");
        }

        var offsets = new SortedDictionary<int, int>();
        foreach (var (number, (generation, value)) in _objects)
        {
            offsets[number] = (int)output.Position;
            serializer.WriteIndirect(number, generation, value);
        }

        var identity = SHA256.HashData(output.ToArray())[..16];
        var start = (int)output.Position;
        if (file.UsesXrefStreams)
        {
            offsets[_next] = start;
            serializer.WriteIndirect(_next, 0, XrefStream(offsets, Trailer(_next + 1, identity)));
        }
        else
        {
            WriteXrefTable(serializer, offsets);
            serializer.Text("trailer\n");
            serializer.Write(Trailer(_next, identity));
            serializer.Text("\n");
        }

        serializer.Text(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        foreach (var (literal, offset) in serializer.LiteralOffsets)
        {
            _literals[literal] = offset;
        }

        return output.ToArray();
    }

    private PdfDictionary Trailer(int size, byte[] identity)
    {
        var first = file.Array(file.Trailer["ID"]) is [PdfString given, _] ? given : new PdfString(identity, Hex: true);
        var trailer = PdfDictionary.Of(("Size", new PdfNumber(size)), ("Root", file.Root));
        trailer = file.Trailer["Info"] is PdfReference info ? trailer.With("Info", info) : trailer;
        return trailer
            .With("ID", new PdfArray([first with { Hex = true }, new PdfString(identity, Hex: true)]))
            .With("Prev", new PdfNumber(file.XrefStart));
    }

    private void WriteXrefTable(PdfSerializer serializer, SortedDictionary<int, int> offsets)
    {
        serializer.Text("xref\n");
        foreach (var run in Runs(offsets.Keys))
        {
            serializer.Text(string.Create(CultureInfo.InvariantCulture, $"{run[0]} {run.Count}\n"));
            foreach (var number in run)
            {
                serializer.Text(
                    string.Create(CultureInfo.InvariantCulture, $"{offsets[number]:D10} {GenerationOf(number):D5} n \n")
                );
            }
        }
    }

    private PdfStream XrefStream(SortedDictionary<int, int> offsets, PdfDictionary trailer)
    {
        const int RowLength = 7;
        var rows = new byte[offsets.Count * RowLength];
        foreach (var (i, (number, offset)) in offsets.Index())
        {
            var row = rows.AsSpan(i * RowLength, RowLength);
            row[0] = 1;
            BinaryPrimitives.WriteInt32BigEndian(row[1..], offset);
            BinaryPrimitives.WriteUInt16BigEndian(row[5..], (ushort)GenerationOf(number));
        }

        var index = Runs(offsets.Keys).SelectMany(run => new decimal[] { run[0], run.Count });
        return new PdfStream(
            trailer.With("Type", new PdfName("XRef")).With("W", PdfArray.Of(1, 4, 2)).With("Index", PdfArray.Of(index)),
            rows
        );
    }

    private int GenerationOf(int number) => _objects.TryGetValue(number, out var given) ? given.Generation : 0;

    private static IEnumerable<List<int>> Runs(IEnumerable<int> numbers)
    {
        var run = new List<int>();
        foreach (var number in numbers)
        {
            if (run.Count > 0 && run[^1] + 1 != number)
            {
                yield return run;
                run = [];
            }

            run.Add(number);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static int DeclaredSize(PdfFile file) =>
        file.Trailer["Size"] is PdfNumber { Value: > 0 and <= int.MaxValue / 2 } size ? (int)size.Value : 0;
}
