using System.Globalization;

namespace Sakip.Documents.Pdf.Objects;

/// <summary>
/// Reads objects from bytes. Nesting is bounded, so that a hostile file cannot exhaust the stack. A strict one refuses what
/// readers take in two ways: a key that stands twice in a dictionary.
/// </summary>
internal sealed class PdfParser(ReadOnlyMemory<byte> source, int position, ReadingBudget budget, bool isStrict = false)
{
    private const int DeepestNesting = 64;

    private readonly PdfLexer _lexer = new(source, position);

    public PdfLexer Lexer => _lexer;

    public PdfObject ReadObject(int depth = 0)
    {
        if (depth > DeepestNesting)
        {
            throw new PdfFormatException("Objects are nested too deep.");
        }

        budget.SpendObject();
        _lexer.SkipWhite();
        return _lexer.Peek() switch
        {
            '/' => new PdfName(_lexer.ReadName()),
            '(' => _lexer.ReadLiteralString(),
            '<' when _lexer.Peek(1) == '<' => ReadDictionary(depth),
            '<' => _lexer.ReadHexString(),
            '[' => ReadArray(depth),
            _ => ReadWordObject(),
        };
    }

    /// <summary>Reads "12 0 obj … endobj"; <paramref name="lengthOf"/> resolves a stream length given by reference.</summary>
    public (int Number, int Generation, PdfObject Value) ReadIndirect(Func<PdfObject?, int?> lengthOf)
    {
        var number = _lexer.ReadInteger();
        var generation = _lexer.ReadInteger();
        _lexer.Expect("obj");
        var value = ReadObject();
        var afterValue = _lexer.Position;
        if (value is not PdfDictionary dictionary || _lexer.ReadWord() != "stream")
        {
            _lexer.Position = afterValue;
            return (number, generation, value);
        }

        var start = _lexer.Position + (_lexer.Peek() == '\r' ? 1 : 0);
        start += _lexer.Peek(start - _lexer.Position) == '\n' ? 1 : 0;
        if (lengthOf(dictionary["Length"]) is not { } length || length < 0 || length > _lexer.Source.Length - start)
        {
            throw new PdfFormatException($"The stream of object {number} has no usable length.");
        }

        _lexer.Position = start + length;
        _lexer.Expect("endstream");
        return (number, generation, new PdfStream(dictionary, _lexer.Source.Slice(start, length)));
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        _lexer.Position += 2;
        var entries = new List<KeyValuePair<string, PdfObject>>();
        while (true)
        {
            _lexer.SkipWhite();
            switch (_lexer.Peek())
            {
                case '>' when _lexer.Peek(1) == '>':
                    _lexer.Position += 2;
                    return isStrict && entries.DistinctBy(e => e.Key).Count() != entries.Count
                        ? throw new PdfFormatException("A dictionary has a key twice.")
                        : new PdfDictionary(entries);
                case '/':
                    entries.Add(KeyValuePair.Create(_lexer.ReadName(), ReadObject(depth + 1)));
                    break;
                default:
                    throw new PdfFormatException($"A dictionary is damaged at byte {_lexer.Position}.");
            }
        }
    }

    private PdfArray ReadArray(int depth)
    {
        _lexer.Position++;
        var items = new List<PdfObject>();
        while (true)
        {
            _lexer.SkipWhite();
            if (_lexer.Peek() == ']')
            {
                _lexer.Position++;
                return new PdfArray(items);
            }

            items.Add(ReadObject(depth + 1));
        }
    }

    private PdfObject ReadWordObject()
    {
        var word = _lexer.ReadWord();
        switch (word)
        {
            case "true":
                return new PdfBoolean(true);
            case "false":
                return new PdfBoolean(false);
            case "null":
                return new PdfNull();
        }

        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(word, Styles, CultureInfo.InvariantCulture, out var number))
        {
            throw new PdfFormatException($"Not an object, before byte {_lexer.Position}.");
        }

        return
            number >= 0
            && number <= int.MaxValue
            && decimal.IsInteger(number)
            && ReadRestOfReference() is { } generation
            ? new PdfReference((int)number, generation)
            : new PdfNumber(number);
    }

    private int? ReadRestOfReference()
    {
        var back = _lexer.Position;
        _lexer.SkipWhite();
        if (
            char.IsAsciiDigit((char)Math.Max(_lexer.Peek(), 0))
            && int.TryParse(_lexer.ReadWord(), NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
        )
        {
            _lexer.SkipWhite();
            if (_lexer.Peek() == 'R' && _lexer.ReadWord() == "R")
            {
                return generation;
            }
        }

        _lexer.Position = back;
        return null;
    }
}
