using Sakip.Documents;

namespace Sakip.Planning;

/// <summary>A drawn tree as a figure of a document.</summary>
internal static class TreeDrawing
{
    public static BoxChart Of(TreePicture picture) =>
        new(
            "Pohon kinerja: " + string.Join("; ", picture.Boxes.Select(box => box.Shown.Node.Title).Distinct()),
            [.. picture.Boxes.Select(box => Box(box, picture.Style))]
        );

    private static ChartBox Box(TreeBox box, TreeStyle style)
    {
        var node = box.Shown.Node;
        return new(
            ((float)box.X, (float)box.Y, (float)box.Width, (float)box.Height),
            [
                .. box.Lines.Select(
                    (line, i) =>
                        new BoxText(
                            line.Text,
                            (float)box.Baseline(i, style),
                            (float)line.SizeIn(style),
                            line.IsBold(node)
                        )
                ),
            ],
            box.Above,
            TreeColours.Of(node.Kind),
            node.Gaps.Count > 0
        );
    }
}
