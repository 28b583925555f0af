using System.Text.RegularExpressions;
using Sakip.Documents;
using Sakip.Documents.Pdf;
using Sakip.Documents.Pdf.Objects;
using Sakip.Tests.Orchestrations.Documents;

namespace Sakip.Tests.Orchestrations.Reporting.Sizes;

/// <summary>A printed report next to the document it was printed from: what differs is what a reader would miss.</summary>
internal sealed partial class SizedBook
{
    private readonly IReadOnlyList<string> _bare;
    private readonly Lazy<string> _body;
    private readonly int _firstOfContents;
    private readonly int _firstOfChapters;

    public SizedBook(Document document, FontLibrary fonts)
    {
        Document = HeadingIds.Complete(document);
        Print = Printed.Of(Document);
        Docx = new DocxWriter(fonts).Write(Document, Print.Result);
        _bare = [.. Print.Pages.Select(SpokenText.Bare)];
        _firstOfContents = Print.Result.PageOfId["daftar-isi"] - 1;
        _firstOfChapters = Print.Result.PageOfId["bab-1"] - 1;
        // Running lines would stand in the middle of what goes on over a page.
        _body = new(() =>
            string.Concat(
                _bare.Index().Where(page => !IsContents(page.Index)).Select(page => Running().Replace(page.Item, ""))
            )
        );
    }

    public Document Document { get; }

    public Printed Print { get; }

    public byte[] Docx { get; }

    public IReadOnlyList<string> Captions =>
        [
            .. Tables
                .Select(table => table.Caption)
                .OfType<Caption>()
                .Select(caption => $"Tabel {caption.Number} {caption.Title}")
                .Concat(
                    Blocks.OfType<Figure>().Select(figure => $"Gambar {figure.Caption.Number} {figure.Caption.Title}")
                ),
        ];

    private IEnumerable<Block> Blocks => Document.Sections.SelectMany(section => section.Blocks);

    private IEnumerable<Table> Tables => Blocks.OfType<Table>();

    public int TimesInBody(string text) => _body.Value.Split(SpokenText.Bare(text)).Length - 1;

    /// <summary>Titles that the contents and lists send to another page than the one on which they stand.</summary>
    public IEnumerable<string> MisplacedTitles()
    {
        var lists = string.Concat(
            _bare.Index().Where(page => IsContents(page.Index)).Select(page => Running().Replace(page.Item, ""))
        );
        return Named()
            .Where(one =>
            {
                var page = Print.Result.PageOfId[one.Id];
                var title = SpokenText.Bare(one.Title);
                return !_bare[page - 1].Contains(title, StringComparison.Ordinal)
                    || !Regex.IsMatch(lists, Regex.Escape(title) + @"\.*" + Print.Result.PageLabels[page - 1]);
            })
            .Select(one => one.Title);
    }

    public IEnumerable<string> CellsNotPrinted()
    {
        // A cell that goes on over a page is interrupted there by its neighbours, so its words are looked for.
        var words = Print.Pages.SelectMany(page => page.Split((char[])[' ', '\r', '\n'])).ToHashSet();
        return Tables
            .SelectMany(table => table.Rows.SelectMany(row => row.Cells))
            .SelectMany(cell => cell.Inlines.OfType<TextRun>())
            .SelectMany(run => run.Text.Split((char[])[' ', '\n']))
            .Distinct()
            .Where(word => word.Length > 0 && !words.Contains(word));
    }

    /// <summary>How many numbers each table has.</summary>
    public IEnumerable<int> NumbersOfTables() =>
        Tables
            .Where(table => table.InSpreadsheet)
            .Select(table => table.Rows.Sum(row => row.Cells.Count(cell => cell.Value is not null)));

    public IEnumerable<string> LinksToNowhere()
    {
        var file = PdfFile.Open(Print.Result.Bytes);
        var places = file.Dictionary(file.Catalog["Dests"])!;
        return file.PagesOf()
            .SelectMany(page => file.Array(file.Dictionary(page.Reference)!["Annots"]))
            .Select(one => file.Dictionary(one)!["Dest"])
            .OfType<PdfName>()
            .Select(name => name.Value)
            .Distinct()
            .Where(link => places[link] is null);
    }

    public IEnumerable<string> HeadingsAtAPagesFoot()
    {
        var lasts = Blocks
            .OfType<Heading>()
            .Select(heading => heading.Text)
            .Concat(Tables.Select(table => table.Caption?.Title).OfType<string>())
            .Select(SpokenText.Bare)
            .Where(title => title.Length > 8)
            .ToHashSet();
        return _bare
            .Index()
            .Where(page => !IsContents(page.Index))
            .Select(page => Running().Replace(page.Item, ""))
            .SelectMany(text => lasts.Where(last => text.EndsWith(last, StringComparison.Ordinal)));
    }

    private bool IsContents(int page) => page >= _firstOfContents && page < _firstOfChapters;

    private IEnumerable<(string Id, string Title)> Named() =>
        Blocks
            .OfType<Heading>()
            .Where(heading => heading is { InContents: true, Level: <= 3 })
            .Select(heading => (heading.Id!, heading.Text))
            .Concat(
                Tables
                    .Select(table => table.Caption)
                    .OfType<Caption>()
                    .Select(one => (one.Id, $"Tabel {one.Number} {one.Title}"))
            )
            .Concat(
                Blocks
                    .OfType<Figure>()
                    .Select(figure => (figure.Caption.Id, $"Gambar {figure.Caption.Number} {figure.Caption.Title}"))
            );

    [GeneratedRegex(@"^LKjIP.*?Tahun\d{4}|Dokumenini(telah)?ditandatangani.*$")]
    private static partial Regex Running();
}
