using Sakip.Documents;

namespace Sakip.Reporting;

/// <summary>What a document says, without its look: for hashes and for checks of content.</summary>
internal static class DocumentText
{
    /// <summary>The texts of blocks in reading order.</summary>
    public static IEnumerable<string> Of(IEnumerable<Block> blocks) => blocks.SelectMany(Of);

    private static IEnumerable<string> Of(Block block) =>
        block switch
        {
            Heading heading => [$"{heading.Number} {heading.Text}".Trim()],
            Paragraph paragraph => [Of(paragraph.Inlines)],
            BlockList list => list.Items.SelectMany(item =>
                item.Nested is null ? [Of(item.Inlines)] : Of(item.Nested).Prepend(Of(item.Inlines))
            ),
            KeyValueTable pairs => pairs.Rows.Select(row => $"{row.Key}: {Of(row.Value)}"),
            KeyFigures figures => figures.Figures.Select(figure =>
                $"{figure.Label}: {figure.Value} {figure.Note}".TrimEnd()
            ),
            Box box => Of(box.Blocks).Prepend(box.Title ?? ""),
            Table table => table
                .HeaderRows.Concat(table.Rows)
                .Select(row => string.Join('\t', row.Cells.Select(cell => Of(cell.Inlines))))
                .Prepend(Of(table.Caption)),
            Figure figure => [Of(figure.Caption), figure.Drawing.Description, .. Values(figure.Drawing)],
            SignatureBlock signatures => signatures.Parties.SelectMany(party =>
                party.RoleLines.Append(party.Name).Concat(party.IdentityLines)
            ),
            Cover cover =>
            [
                .. cover.HeadLines,
                .. cover.TitleLines,
                .. cover.OfficeLines,
                cover.Year,
                cover.Edition ?? "",
                .. cover.AddressLines,
            ],
            _ => [],
        };

    private static string Of(Caption? caption) => caption is null ? "" : $"{caption.Number} {caption.Title}";

    private static string Of(IEnumerable<Inline> inlines) =>
        string.Concat(
            inlines.Select(inline =>
                inline switch
                {
                    TextRun run => run.Text,
                    Field field => field.Text,
                    Link link => link.Text,
                    Reference reference => reference.Id,
                    _ => "\n",
                }
            )
        );

    private static IEnumerable<string> Values(Drawing drawing) =>
        drawing switch
        {
            Chart chart => chart.Series.Select(series => $"{series.Name}: {string.Join(' ', series.Values)}"),
            OrgChart chart => Posts(chart.Root),
            BoxChart chart => chart.Boxes.SelectMany(box => box.Texts.Select(text => text.Text)),
            _ => [],
        };

    private static IEnumerable<string> Posts(OrgNode node) =>
        (node.Children ?? []).SelectMany(Posts).Prepend($"{node.Post}: {node.Holder}");
}
