using Microsoft.AspNetCore.Http;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning.Tree;

/// <param name="MayFold">So large that it begins folded.</param>
/// <param name="Picture">Null where the tree is shown as a table.</param>
/// <param name="Found">What the search or the followed node came to; null where nothing was asked for.</param>
/// <param name="List">Null where the tree is drawn.</param>
/// <param name="Gaps">Each with the address at which its node is seen; null where it has none.</param>
internal sealed record PerformanceTreeView(
    TreeAddress Address,
    string Lead,
    bool IsStated,
    bool MayFold,
    string? Found,
    TreePicture? Picture,
    (PageTable Table, PagerView Pager)? List,
    IReadOnlyList<(TreeGap Gap, string? Url)> Gaps
)
{
    private const int RowsOfPage = 100;

    public static PerformanceTreeView Of(OfficeYear office, PerformanceTree tree, IQueryCollection query, DateOnly day)
    {
        var address = TreeAddress.Of(office, query);
        var shown = TreeSelection.Of(tree, address.Choice);
        return new(
            address,
            $"Dari tujuan sampai yang mengerjakan: {IndonesianNumber.Number(tree.All().Count(), 0)} simpul, keadaan per "
                + $"{IndonesianDate.Long(day)}.",
            tree.IsStated,
            !TreeSelection.IsSmall(tree),
            Answer(tree, address.Choice, shown),
            address.IsList ? null : TreeLayout.Of(shown, TreeStyle.Page),
            address.IsList ? ListOf(shown, address) : null,
            [
                .. tree.Gaps.Select(gap =>
                    (gap, gap.Node is { } node && tree.PathTo(node).Count > 0 ? address.Followed(node) : null)
                ),
            ]
        );
    }

    private static string? Answer(PerformanceTree tree, TreeChoice choice, IReadOnlyList<ShownNode> shown)
    {
        if (choice.Follow is { } followed)
        {
            return tree.PathTo(followed) is { Count: > 0 } path
                ? $"{path[^1].Title}: jalur sampai {path[0].Label.ToLowerInvariant()}, beserta yang di bawahnya."
                : "Simpul yang diikuti tidak ada dalam pohon ini.";
        }

        if (choice.Search.Length == 0)
            return null;
        var count = shown.Sum(root => root.All().Count(one => one.IsMatch));
        return count == 0
            ? $"Tidak ada simpul yang memuat \"{choice.Search}\"."
            : $"{IndonesianNumber.Number(count, 0)} simpul memuat \"{choice.Search}\".";
    }

    private static (PageTable Table, PagerView Pager) ListOf(IReadOnlyList<ShownNode> shown, TreeAddress address)
    {
        var paged = Paged.Of<IReadOnlyList<string>>(
            [.. shown.SelectMany(root => Rows(root, null))],
            address.Page,
            RowsOfPage,
            address.List
        );
        return (
            new PageTable(
                "Simpul pohon kinerja, dari atas ke bawah",
                ["Jenjang", "Uraian", "Target", "Pengampu", "Di bawah", "Celah"],
                paged.Rows
            ),
            paged.Pager
        );
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(ShownNode shown, TreeNode? above)
    {
        var node = shown.Node;
        yield return
        [
            node.Label,
            node.Title,
            node.Target ?? "–",
            node.Owner is { } owner ? $"{owner.Post}, {owner.Holder ?? "jabatan kosong"}" : "–",
            above?.Label ?? "–",
            node.Gaps.Count == 0 ? "–" : string.Join(" ", node.Gaps),
        ];
        foreach (var row in shown.Children.SelectMany(child => Rows(child, node)))
            yield return row;
    }
}
