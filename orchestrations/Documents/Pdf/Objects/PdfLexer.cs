using System.Globalization;
using System.Text;

namespace Sakip.Documents.Pdf.Objects;

/// <summary>Cuts a PDF's bytes into tokens. It never reads outside them and answers the end of input with an empty token.</summary>
internal sealed class PdfLexer
{
    private const int LongestWord = 256;

    public PdfLexer(ReadOnlyMemory<byte> source, int position = 0)
    {
        Source = source;
        Position = position;
    }

    public int Position
    {
        get;
        set =>
            field =
                value >= 0 && value <= Source.Length
                    ? value
                    : throw new PdfFormatException("The file points outside itself.");
    }

    public ReadOnlyMemory<byte> Source { get; }

    private ReadOnlySpan<byte> Bytes => Source.Span;

    public static bool IsWhite(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(byte b) =>
        b
            is (byte)'('
                or (byte)')'
                or (byte)'<'
                or (byte)'>'
                or (byte)'['
                or (byte)']'
                or (byte)'{'
                or (byte)'}'
                or (byte)'/'
                or (byte)'%';

    public void SkipWhite()
    {
        while (Position < Bytes.Length)
        {
            if (Bytes[Position] == '%')
            {
                var end = Bytes[Position..].IndexOfAny((byte)'\r', (byte)'\n');
                Position = end < 0 ? Bytes.Length : Position + end;
            }
            else if (IsWhite(Bytes[Position]))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>The byte at the position plus <paramref name="ahead"/>, or -1 past the end.</summary>
    public int Peek(int ahead = 0) => Position + ahead < Bytes.Length ? Bytes[Position + ahead] : -1;

    /// <summary>A keyword or number: what stands up to the next white space or delimiter.</summary>
    public string ReadWord()
    {
        SkipWhite();
        var start = Position;
        while (Position < Bytes.Length && !IsWhite(Bytes[Position]) && !IsDelimiter(Bytes[Position]))
        {
            Position++;
        }

        return Position - start > LongestWord
            ? throw new PdfFormatException("A word is too long.")
            : Encoding.Latin1.GetString(Bytes[start..Position]);
    }

    public void Expect(string word)
    {
        if (ReadWord() is var found && found != word)
        {
            throw new PdfFormatException($"Expected {word} before byte {Position}.");
        }
    }

    public int ReadInteger() =>
        int.TryParse(ReadWord(), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new PdfFormatException($"Expected a whole number before byte {Position}.");

    public string ReadName()
    {
        Position++;
        var name = new StringBuilder();
        while (Position < Bytes.Length && !IsWhite(Bytes[Position]) && !IsDelimiter(Bytes[Position]))
        {
            var b = Bytes[Position++];
            if (b == '#' && Position + 1 < Bytes.Length && IsHex(Bytes[Position]) && IsHex(Bytes[Position + 1]))
            {
                b = (byte)((HexValue(Bytes[Position]) << 4) | HexValue(Bytes[Position + 1]));
                Position += 2;
            }

            name.Append((char)b);
        }

        return name.ToString();
    }

    public PdfString ReadHexString()
    {
        var start = Position;
        var length = Bytes[start..].IndexOf((byte)'>');
        if (length < 0)
        {
            throw new PdfFormatException("A hex string has no end.");
        }

        Position = start + length + 1;
        var digits = new List<byte>(length);
        foreach (var b in Bytes[(start + 1)..(Position - 1)])
        {
            if (IsHex(b))
            {
                digits.Add(HexValue(b));
            }
            else if (!IsWhite(b))
            {
                throw new PdfFormatException("A hex string holds something else.");
            }
        }

        if (digits.Count % 2 == 1)
        {
            digits.Add(0);
        }

        var bytes = new byte[digits.Count / 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((digits[2 * i] << 4) | digits[(2 * i) + 1]);
        }

        return new PdfString(bytes, Hex: true);
    }

    public PdfString ReadLiteralString()
    {
        Position++;
        var bytes = new List<byte>();
        for (var depth = 1; ; )
        {
            var b = Next();
            switch (b)
            {
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    return new PdfString([.. bytes]);
                case (byte)'\\':
                    ReadEscape(bytes);
                    continue;
            }

            bytes.Add(b);
        }
    }

    private void ReadEscape(List<byte> bytes)
    {
        var b = Next();
        switch (b)
        {
            case (byte)'\r' when Peek() == '\n':
                Position++;
                break;
            case (byte)'\r' or (byte)'\n':
                break;
            case >= (byte)'0' and <= (byte)'7':
                var code = b - '0';
                for (var i = 0; i < 2 && Peek() is >= '0' and <= '7'; i++)
                {
                    code = (code * 8) + Next() - '0';
                }

                bytes.Add((byte)code);
                break;
            default:
                bytes.Add(
                    b switch
                    {
                        (byte)'n' => (byte)'\n',
                        (byte)'r' => (byte)'\r',
                        (byte)'t' => (byte)'\t',
                        (byte)'b' => (byte)'\b',
                        (byte)'f' => (byte)'\f',
                        _ => b,
                    }
                );
                break;
        }
    }

    private byte Next() =>
        Position < Bytes.Length ? Bytes[Position++] : throw new PdfFormatException("A string has no end.");

    private static bool IsHex(byte b) => char.IsAsciiHexDigit((char)b);

    private static byte HexValue(byte b) => (byte)(b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10);
}
