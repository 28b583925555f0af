using Sakip.Documents;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>The performance tree to hand in: its pictures, all its nodes as a table, and its gaps.</summary>
internal static class TreeDocument
{
    // Text of an A4 page on its side, without the caption, in points.
    private const double PageWidth = 697;
    private const double PageHeight = 405;

    public static Document Build(OfficePlan plan, PerformanceTree tree, DateOnly day, DateTimeOffset at)
    {
        var title = $"Pohon Kinerja {plan.Unit.Name} Tahun {plan.Year}";
        return new Document(
            new DocumentInfo(title, "Pohon kinerja", plan.Unit.Name, at) { RunningHeader = title },
            [
                new Section([.. Blocks(plan, tree, day)])
                {
                    Orientation = PageOrientation.Landscape,
                    Numbering = PageNumbering.ArabicFromOne,
                },
            ]
        );
    }

    private static IEnumerable<Block> Blocks(OfficePlan plan, PerformanceTree tree, DateOnly day)
    {
        yield return new Paragraph("POHON KINERJA", ParagraphStyle.Title);
        yield return new Paragraph(plan.Unit.Name, ParagraphStyle.CentredBold);
        yield return new Paragraph(
            $"Tahun {plan.Year}, keadaan per {IndonesianDate.Long(day)}",
            ParagraphStyle.Centred
        );
        yield return new Paragraph(
            tree.IsStated
                ? "Disusun dari rencana strategis, anggaran yang berlaku, serta indikator dan tautan yang ditetapkan kantor."
                : "Disusun dari rencana strategis dan anggaran yang berlaku: program menurut indikator sasaran yang didukungnya, "
                    + "pengampu menurut sub-unit pelaksananya.",
            ParagraphStyle.Flush
        );
        yield return Nodes(tree);
        yield return Gaps(tree);
        var pictures = Pictures(tree);
        for (var i = 0; i < pictures.Count; i++)
        {
            yield return new Figure(
                new Caption(
                    FormattableString.Invariant($"pohon-{i + 1}"),
                    FormattableString.Invariant($"{i + 1}"),
                    $"Pohon kinerja, bagian {i + 1} dari {pictures.Count}"
                ),
                TreeDrawing.Of(pictures[i])
            );
        }
    }

    private static IReadOnlyList<TreePicture> Pictures(PerformanceTree tree)
    {
        var whole = TreeLayout.Of(TreeSelection.Of(tree, TreeChoice.Everything), TreeStyle.Paper).Width;
        return TreePages.Of(tree, TreeStyle.Paper, PageHeight / Math.Min(1, PageWidth / whole));
    }

    private static Table Nodes(PerformanceTree tree) =>
        new(
            [new(2.6), new(6), new(1.9), new(3.6), new(3.2), new(3)],
            [Row.Of("Jenjang", "Uraian", "Target", "Pengampu", "Pemegang jabatan", "Mendukung")],
            [
                .. TreeSelection
                    .Of(tree, TreeChoice.Everything)
                    .SelectMany(root => root.All())
                    .Select(shown => Line(shown.Node, shown.Depth)),
            ]
        )
        {
            Caption = new Caption("daftar-pohon", "1", "Simpul pohon kinerja"),
            SheetName = "Pohon Kinerja",
        };

    private static Row Line(TreeNode node, int depth) =>
        new(
            [
                new(node.Label),
                new(node.Title) { Indent = depth },
                new(node.Target ?? "–"),
                new(node.Owner?.Post ?? "–"),
                new(node.Owner is { } owner ? owner.Holder ?? "jabatan kosong" : "–"),
                new(node.Serves ?? "–"),
            ],
            node.Kind switch
            {
                TreeNodeKind.Goal or TreeNodeKind.Loose => RowStyle.Group,
                TreeNodeKind.Objective => RowStyle.Subgroup,
                _ => RowStyle.Normal,
            }
        );

    private static Block Gaps(PerformanceTree tree) =>
        tree.Gaps.Count == 0
            ? new Paragraph("Tidak ada celah yang ditemukan dalam pohon ini.", ParagraphStyle.Flush)
            : new Table(
                [new(5), new(7), new(6)],
                [Row.Of("Tempat", "Celah", "Yang perlu dilakukan")],
                [.. tree.Gaps.Select(gap => Row.Of(gap.About, gap.What, gap.WayOut))]
            )
            {
                Caption = new Caption("celah-pohon", "2", "Celah pohon kinerja"),
                SheetName = "Celah",
            };
}
