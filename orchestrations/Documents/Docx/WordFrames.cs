using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>What is set in a table to stand beside or within something: signatures, boxes, pairs, key figures.</summary>
internal sealed class WordFrames(WordBlocks blocks, WordPictures pictures)
{
    private const float QrSize = 64;

    public IEnumerable<OpenXmlElement> Signatures(SignatureBlock block, float width)
    {
        var each = WordText.Twips(width) / Math.Max(2, block.Parties.Count);
        // A single party stands on the right half.
        int[] widths = [.. Enumerable.Repeat(each, Math.Max(2, block.Parties.Count))];
        var table = WordTable.Framed(widths, visible: false);
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        if (block.Parties.Count == 1)
            row.Append(Cell(each, [WordText.Styled("Table")]));
        foreach (var (i, party) in block.Parties.Index())
        {
            var isLast = i == block.Parties.Count - 1;
            row.Append(
                Cell(
                    each,
                    [
                        .. isLast && block.PlaceAndDate is { } place
                            ? [WordText.Centred(WordText.Run(place))]
                            : Array.Empty<W.Paragraph>(),
                        .. party.RoleLines.Select(line => WordText.Centred(WordText.Run(line))),
                        .. Signed(party),
                        WordText.Centred(WordText.Run(party.Name, bold: true)),
                        .. party.IdentityLines.Select(line => WordText.Centred(WordText.Run(line))),
                    ]
                )
            );
        }

        table.Append(row);
        yield return table;
        yield return WordText.Styled("Note", WordText.Run(block.Note ?? ""));
    }

    public W.Table Box(Box box, float width)
    {
        var table = WordTable.Framed([WordText.Twips(width)]);
        var cell = Cell(
            WordText.Twips(width),
            box.Title is { } title ? [WordText.Styled("Normal", WordText.Run(title, bold: true))] : []
        );
        foreach (var element in box.Blocks.SelectMany(block => blocks.Of(block, width - 12)))
            cell.Append(element);
        if (pictures.Qr(box.QrPayload, QrSize) is { } qr)
            cell.Append(WordText.Centred(qr));
        // A cell ends with a paragraph.
        if (cell.LastChild is not W.Paragraph)
            cell.Append(WordText.Styled("Table"));
        table.Append(new TableRow(cell));
        return table;
    }

    public W.Table Pairs(KeyValueTable pairs, float width)
    {
        var key = WordText.Twips(width) * 28 / 100;
        int[] widths = [key, 240, WordText.Twips(width) - key - 240];
        var table = WordTable.Framed(widths, visible: false);
        foreach (var pair in pairs.Rows)
        {
            IReadOnlyList<Inline>[] cells =
            [
                [pair.Key],
                [":"],
                pair.Value,
            ];
            table.Append(
                new TableRow(
                    cells.Select(
                        (cell, i) =>
                            Cell(widths[i], [WordText.Styled("Normal", [.. blocks.Inlines(cell, bold: false)])])
                    )
                )
            );
        }

        return table;
    }

    public static W.Table Figures(KeyFigures figures, float width)
    {
        const int MostBeside = 4;
        var count = Math.Min(MostBeside, figures.Figures.Count);
        var each = WordText.Twips(width) / Math.Max(1, count);
        var table = WordTable.Framed([.. Enumerable.Repeat(each, count)]);
        foreach (var row in figures.Figures.Chunk(MostBeside))
        {
            var native = new TableRow(new TableRowProperties(new CantSplit()));
            foreach (var figure in row)
            {
                native.Append(
                    Cell(
                        each,
                        [
                            WordText.Styled("Table", WordText.Run(figure.Label)),
                            WordText.Styled("Normal", WordText.Run(figure.Value, bold: true)),
                            .. figure.Note is { } note
                                ? [WordText.Styled("Table", WordText.Run(note))]
                                : Array.Empty<W.Paragraph>(),
                        ]
                    )
                );
            }

            for (var i = row.Length; i < count; i++)
                native.Append(Cell(each, [WordText.Styled("Table")]));
            table.Append(native);
        }

        return table;
    }

    private IEnumerable<W.Paragraph> Signed(SignatureParty party) =>
        party.SignedElsewhere.Count > 0
            ? party.SignedElsewhere.Select(line => WordText.Centred(WordText.Run(line, italic: true)))
            :
            [
                WordText.Centred(
                    pictures.Qr(party.QrPayload, QrSize) ?? new Run(new Break(), new Break(), new Break())
                ),
            ];

    private static TableCell Cell(int width, IReadOnlyList<OpenXmlElement> content) =>
        new([
            new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }),
            .. content,
        ]);
}
