using Sakip.Consistency;
using Sakip.Documents;

namespace Sakip.Reporting;

/// <summary>Takes a document apart into headings with the blocks below them.</summary>
internal sealed class PrintedSections(Document document)
{
    private readonly Dictionary<string, string> _labels = Labels(document);
    private readonly List<Consistency.PrintedSection> _sections = [];
    private List<PrintedBlock> _open = [];

    public IReadOnlyList<Consistency.PrintedSection> Read()
    {
        Start("Sampul", 1, SectionKind.Cover);
        var annex = false;
        foreach (var block in document.Sections.SelectMany(section => section.Blocks))
        {
            if (block is Heading heading)
            {
                var title = heading.Number is null ? heading.Text : $"{heading.Number} {heading.Text}";
                annex |= title.StartsWith("Lampiran", StringComparison.OrdinalIgnoreCase);
                var isReview = title.Contains("telah direviu", StringComparison.OrdinalIgnoreCase);
                Start(
                    title,
                    heading.Level,
                    isReview ? SectionKind.ReviewStatement
                        : annex ? SectionKind.Annex
                        : SectionKind.Other
                );
            }
            else
            {
                Add(block);
            }
        }

        return _sections;
    }

    private void Start(string heading, int level, SectionKind kind)
    {
        _open = [];
        _sections.Add(new Consistency.PrintedSection(heading, level, kind, _open));
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph when Text(paragraph.Inlines) is { Length: > 0 } text:
                _open.Add(new PrintedBlock(text));
                break;
            case BlockList list:
                _open.Add(new PrintedBlock(List: [.. Items(list)]));
                break;
            case Box box:
                foreach (var inner in box.Blocks)
                    Add(inner);
                break;
            case KeyValueTable pairs:
                _open.Add(new PrintedBlock(List: [.. pairs.Rows.Select(row => $"{row.Key}: {Text(row.Value)}")]));
                break;
            case Figure { Caption: { } caption }:
                _open.Add(new PrintedBlock($"Gambar {caption.Number} {caption.Title}"));
                break;
            case Table table:
                _open.Add(new PrintedBlock(Table: PrintedTables.Of(table, cell => Text(cell.Inlines))));
                break;
            default:
                break;
        }
    }

    private IEnumerable<string> Items(BlockList list) =>
        list.Items.SelectMany(item => (item.Nested is null ? [] : Items(item.Nested)).Prepend(Text(item.Inlines)));

    private string Text(IReadOnlyList<Inline> inlines) =>
        string.Concat(
                inlines.Select(inline =>
                    inline switch
                    {
                        TextRun run => run.Text,
                        Field field => field.Text,
                        Link link => link.Text,
                        Reference { Kind: ReferenceKind.Number } reference => _labels.GetValueOrDefault(
                            reference.Id,
                            ""
                        ),
                        LineBreak => " ",
                        _ => "",
                    }
                )
            )
            .Trim();

    private static Dictionary<string, string> Labels(Document document)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in document.Sections.SelectMany(section => section.Blocks))
        {
            if (block is Table { Caption: { } caption })
                labels[caption.Id] = "Tabel " + caption.Number;
            else if (block is Heading { Id: { } id } heading)
                labels[id] = heading.Number ?? heading.Text;
            else if (block is Figure { Caption: { } picture })
                labels[picture.Id] = "Gambar " + picture.Number;
        }

        return labels;
    }
}
