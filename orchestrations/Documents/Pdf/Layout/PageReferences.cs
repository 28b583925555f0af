namespace Sakip.Documents.Pdf.Layout;

/// <summary>Whether a block tells pages, and so has to be set again when they move.</summary>
internal static class PageReferences
{
    public static bool In(Block block) =>
        block switch
        {
            TableOfContents or ListOfTables or ListOfFigures => true,
            Paragraph paragraph => In(paragraph.Inlines),
            BlockList list => In(list),
            KeyValueTable pairs => pairs.Rows.Any(row => In(row.Value)),
            Box box => box.Blocks.Any(In),
            Table table => table.HeaderRows.Concat(table.Rows).Any(row => row.Cells.Any(cell => In(cell.Inlines))),
            _ => false,
        };

    private static bool In(BlockList list) =>
        list.Items.Any(item => In(item.Inlines) || (item.Nested is { } nested && In(nested)));

    private static bool In(IReadOnlyList<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            if (inline is Reference { Kind: ReferenceKind.Page })
                return true;
        }

        return false;
    }
}
