using System.Globalization;
using System.Text;

namespace Sakip.Documents.Pdf.Objects;

/// <summary>Writes objects in one fixed way, so that equal objects give equal bytes.</summary>
internal sealed class PdfSerializer(MemoryStream output)
{
    /// <summary>Where each <see cref="PdfLiteral"/> began in the output, by identity.</summary>
    public Dictionary<PdfLiteral, int> LiteralOffsets { get; } = new(ReferenceEqualityComparer.Instance);

    public static byte[] ToBytes(PdfObject value)
    {
        using var output = new MemoryStream();
        new PdfSerializer(output).Write(value);
        return output.ToArray();
    }

    public void WriteIndirect(int number, int generation, PdfObject value)
    {
        Text($"{number} {generation} obj\n");
        Write(value);
        Text("\nendobj\n");
    }

    public void Text(string ascii) => output.Write(Encoding.Latin1.GetBytes(ascii));

    public void Write(PdfObject value)
    {
        switch (value)
        {
            case PdfNull:
                Text("null");
                break;
            case PdfBoolean boolean:
                Text(boolean.Value ? "true" : "false");
                break;
            case PdfNumber number:
                Text(number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case PdfName name:
                WriteName(name.Value);
                break;
            case PdfString text:
                WriteString(text);
                break;
            case PdfReference reference:
                Text($"{reference.Number} {reference.Generation} R");
                break;
            case PdfArray array:
                WriteArray(array);
                break;
            case PdfDictionary dictionary:
                WriteDictionary(dictionary);
                break;
            case PdfStream stream:
                WriteDictionary(stream.Dictionary.With("Length", new PdfNumber(stream.Raw.Length)));
                Text("\nstream\n");
                output.Write(stream.Raw.Span);
                Text("\nendstream");
                break;
            case PdfLiteral literal:
                LiteralOffsets[literal] = (int)output.Position;
                output.Write(literal.Bytes);
                break;
        }
    }

    private void WriteArray(PdfArray array)
    {
        Text("[");
        for (var i = 0; i < array.Items.Count; i++)
        {
            Text(i == 0 ? "" : " ");
            Write(array.Items[i]);
        }

        Text("]");
    }

    private void WriteDictionary(PdfDictionary dictionary)
    {
        Text("<<");
        foreach (var (key, entry) in dictionary.Entries)
        {
            WriteName(key);
            Text(" ");
            Write(entry);
        }

        Text(">>");
    }

    private void WriteName(string name)
    {
        Text("/");
        foreach (var c in name)
        {
            Text(c is > '!' and <= '~' && c != '#' && !PdfLexer.IsDelimiter((byte)c) ? $"{c}" : $"#{(int)c:X2}");
        }
    }

    private void WriteString(PdfString text)
    {
        if (text.Hex)
        {
            Text($"<{Convert.ToHexString(text.Bytes)}>");
            return;
        }

        Text("(");
        foreach (var b in text.Bytes)
        {
            Text(
                b switch
                {
                    (byte)'(' or (byte)')' or (byte)'\\' => $"\\{(char)b}",
                    (byte)'\r' => "\\r",
                    _ => ((char)b).ToString(),
                }
            );
        }

        Text(")");
    }
}
