using Sakip.Documents;

namespace Sakip.Reporting;

/// <summary>Says of every part of the report whether it is data, computed, register or narrative.</summary>
internal static class Marks
{
    // Tables of what follows from data; the others show what was planned, agreed or reported.
    private static readonly HashSet<string> Computed =
    [
        "tabel-ie-1",
        "tabel-ie-2",
        "tabel-3-1a",
        "tabel-3-3",
        "tabel-3-4",
        "tabel-3-5",
        "tabel-3-5a",
        "tabel-3-7",
        "tabel-3-9",
        "tabel-3-10",
        "tabel-0-1",
        "tabel-0-2",
    ];

    public static T From<T>(this T block, PartSource source)
        where T : Block
    {
        Block marked = block with { Source = source };
        return (T)marked;
    }

    public static IReadOnlyList<Block> From(this IEnumerable<Block> blocks, PartSource source) =>
        [.. blocks.Select(block => block.Source is null ? block.From(source) : block)];

    /// <summary>The mark of a block that says none itself; headings and breaks have none.</summary>
    public static Block Complete(Block block) =>
        block.Source is not null
            ? block
            : block switch
            {
                Table { Caption: { } caption } table => table.From(
                    Computed.Contains(caption.Id) ? PartSource.Computed : PartSource.Data
                ),
                Table or KeyValueTable => block.From(PartSource.Data),
                Figure { Drawing: OrgChart } => block.From(PartSource.Register),
                Figure or KeyFigures or TableOfContents or ListOfTables or ListOfFigures => block.From(
                    PartSource.Computed
                ),
                Paragraph or BlockList or Box or SignatureBlock or Cover => block.From(PartSource.Register),
                _ => block,
            };
}
