using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Consistency;

/// <summary>The body of a Word document as sections of paragraphs, lists and tables.</summary>
internal sealed partial class WordBody
{
    private readonly WordHeadings _headings;
    private readonly List<PrintedSection> _sections = [];
    private readonly List<PrintedBlock> _blocks = [];
    private readonly List<string> _items = [];
    private string _heading = "";
    private int _level = 1;
    private string? _caption;
    private bool _isContents;

    private WordBody(WordHeadings headings) => _headings = headings;

    /// <summary>What stands before the first heading is a section without one.</summary>
    public static IReadOnlyList<PrintedSection> Read(Body body, WordHeadings headings)
    {
        var reading = new WordBody(headings);
        reading.Walk(body);
        reading.Close();
        return reading._sections;
    }

    /// <summary>The text that is shown: without what was deleted and without the instructions of fields.</summary>
    public static string TextOf(OpenXmlElement element)
    {
        var text = new StringBuilder();
        foreach (var part in element.Descendants())
        {
            switch (part)
            {
                case Text shown when shown.Parent is Run && !IsGone(part):
                    text.Append(shown.Text);
                    break;
                case TabChar or Break or CarriageReturn or Paragraph:
                    text.Append(' ');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                default:
                    break;
            }
        }

        return Spaces().Replace(text.ToString(), " ").Trim();
    }

    // What was deleted, and where a text that was moved stood before.
    private static bool IsGone(OpenXmlElement part) =>
        part.Ancestors<DeletedRun>().Any() || part.Ancestors<MoveFromRun>().Any();

    private bool IsAwaiting => _blocks.Count == 0 && _items.Count == 0 && OnlyNumber().IsMatch(_heading);

    private void Walk(OpenXmlElement parent)
    {
        foreach (var element in parent.ChildElements)
        {
            Sakip.Kernel.FileReading.Check();
            switch (element)
            {
                case Paragraph paragraph:
                    Add(paragraph);
                    break;
                case Table table:
                    Add(table);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun:
                    Walk(element);
                    break;
                default:
                    break;
            }
        }
    }

    private void Add(Paragraph paragraph)
    {
        var text = TextOf(paragraph);
        if (text.Length == 0 || _headings.IsContents(paragraph))
            return;
        if (Caption().Match(text) is { Success: true } caption)
        {
            EndList();
            _caption = text;
            if (caption.Groups["title"].Length > 0 || _headings.LevelOf(paragraph, text) is not null)
                return;
        }
        else if (IsAwaiting && _headings.IsAlone(paragraph, text))
        {
            Open(text, _level);
        }
        else if (_headings.LevelOf(paragraph, text) is { } level)
        {
            Open(text, level);
        }
        else if (_isContents)
        {
            return;
        }
        else if (_headings.IsListed(paragraph))
        {
            _items.Add(text);
        }
        else
        {
            EndList();
            _blocks.Add(new(Paragraph: text));
        }
    }

    private void Add(Table table)
    {
        EndList();
        if (_isContents)
            return;
        if (WordTableReader.Read(table) is not { } read)
        {
            // A table that only frames others says nothing itself.
            if (table.Descendants<Table>().Any())
            {
                foreach (var cell in WordTableReader.CellsOf(table))
                    Walk(cell);
                return;
            }

            _blocks.AddRange(WordTableReader.Lines(table).Select(line => new PrintedBlock(Paragraph: line)));
            return;
        }

        var caption = Caption().Match(_caption ?? "");
        var number = caption.Groups["number"].Value is { Length: > 0 } told ? told : null;
        _blocks.Add(
            new(
                Table: read with
                {
                    Number = number,
                    Caption = caption.Groups["title"].Value is { Length: > 0 } title ? title : null,
                    Continues = number is not null && _sections.Exists(section => Has(section, number)),
                }
            )
        );
        _caption = null;
    }

    private static bool Has(PrintedSection section, string number) =>
        (section.Blocks ?? []).Any(block => block.Table?.Number == number);

    // "BAB I" and "PENDAHULUAN" on two lines are one heading.
    private void Open(string text, int level)
    {
        if (IsAwaiting)
        {
            _heading = $"{_heading} {text}";
            return;
        }

        Close();
        (_heading, _level) = (text, level);
        _isContents = Contents().IsMatch(text);
    }

    private void Close()
    {
        EndList();
        if (_heading.Length > 0 || _blocks.Count > 0)
            _sections.Add(new(_heading, _level, Blocks: [.. _blocks]));
        _blocks.Clear();
        _caption = null;
    }

    private void EndList()
    {
        if (_items.Count > 0)
            _blocks.Add(new(List: [.. _items]));
        _items.Clear();
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"^(?:lanjutan )?tabel\s+(?<number>[0-9]{1,2}(?:[.\-][0-9]{1,3})*[a-z]?)\b[.:]?\s*(?<title>.{0,300})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Caption();

    [GeneratedRegex(
        @"^BAB\s+(?:[IVX]+|[0-9]{1,2})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OnlyNumber();

    [GeneratedRegex(
        "^daftar (?:isi|tabel|gambar|lampiran|grafik)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Contents();
}
