using Sakip.Documents;

namespace Sakip.Tests.Orchestrations.Documents;

/// <summary>
/// Everything that a document says, in the order of reading and without spaces: what any program must find in its file.
/// </summary>
internal sealed class SpokenText(Document document, PdfResult paginated)
{
    private readonly Labels _labels = new(document);

    private IEnumerable<Block> Blocks => document.Sections.SelectMany(section => section.Blocks);

    public IEnumerable<string> Pieces() => Blocks.SelectMany(Of).Select(Bare).Where(piece => piece.Length > 0);

    public static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\uFEFF'));

    private IEnumerable<string> Of(Block block) =>
        block switch
        {
            Heading heading => [heading.Number + heading.Text],
            Paragraph paragraph => [Of(paragraph.Inlines)],
            BlockList list => list.Items.SelectMany(
                (item, i) =>
                    ((IEnumerable<string>)[list.Style.Marker(i), Of(item.Inlines)]).Concat(
                        item.Nested is { } below ? Of(below) : []
                    )
            ),
            Table table =>
            [
                .. table.Caption is { } caption ? [$"Tabel {caption.Number} {caption.Title}"] : Array.Empty<string>(),
                .. table.HeaderRows.SelectMany(row => row.Cells).Select(cell => Of(cell.Inlines)),
                .. table.ColumnNumbers ? Enumerable.Range(1, table.Columns.Count).Select(n => $"{n}") : [],
                .. table.Rows.SelectMany(row => row.Cells).Select(cell => Of(cell.Inlines)),
            ],
            Figure figure => [$"Gambar {figure.Caption.Number} {figure.Caption.Title}"],
            KeyValueTable pairs => pairs.Rows.SelectMany(row => new[] { row.Key, ":", Of(row.Value) }),
            KeyFigures figures => figures.Figures.SelectMany(one => new[] { one.Label, one.Value, one.Note ?? "" }),
            Box box => box.Blocks.SelectMany(Of).Prepend(box.Title ?? ""),
            SignatureBlock signatures => signatures
                .Parties.SelectMany(
                    (party, i) =>
                        new[] { i == signatures.Parties.Count - 1 ? signatures.PlaceAndDate ?? "" : "" }
                            .Concat(party.RoleLines)
                            .Concat(party.SignedElsewhere)
                            .Append(party.Name)
                            .Concat(party.IdentityLines)
                )
                .Append(signatures.Note ?? ""),
            Cover cover =>
            [
                .. cover.HeadLines,
                .. cover.TitleLines,
                cover.Year,
                .. cover.OfficeLines,
                cover.Edition ?? "",
                .. cover.AddressLines,
            ],
            TableOfContents toc => Blocks
                .OfType<Heading>()
                .Where(heading => heading.InContents && heading.Level <= toc.Levels)
                .Select(heading => heading.Number + heading.Text + PageOf(heading.Id!)),
            ListOfTables => Blocks
                .OfType<Table>()
                .Select(table => table.Caption)
                .OfType<Caption>()
                .Select(caption => $"Tabel {caption.Number} {caption.Title} {PageOf(caption.Id)}"),
            ListOfFigures => Blocks
                .OfType<Figure>()
                .Select(figure => $"Gambar {figure.Caption.Number} {figure.Caption.Title} {PageOf(figure.Caption.Id)}"),
            _ => [],
        };

    private string PageOf(string id) => paginated.PageLabels[paginated.PageOfId[id] - 1];

    private string Of(IReadOnlyList<Inline> inlines) =>
        string.Concat(
            inlines.Select(inline =>
                inline switch
                {
                    TextRun run => run.Text,
                    Field field => field.Text,
                    Link link => $"{link.Text} ({link.Address})",
                    Reference { Kind: ReferenceKind.Page } reference => PageOf(reference.Id),
                    Reference reference => _labels.Number(reference.Id),
                    _ => "",
                }
            )
        );
}
