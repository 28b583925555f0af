using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

public sealed class TreePictureTests
{
    private static readonly PerformanceTree Large = PerformanceTree.Of(
        LargePlan(),
        LargePlan().Budget,
        new DateOnly(2024, 7, 1)
    );

    /// <summary>An office whose tree has more than three hundred nodes.</summary>
    private static OfficePlan LargePlan() =>
        Sample.Plan with
        {
            Budget = Sample.Plan.Budget with
            {
                Programmes =
                [
                    .. Sample.Plan.Budget.Programmes.Select(programme =>
                        programme with
                        {
                            Activities =
                            [
                                .. programme.Activities.Select(activity =>
                                    activity with
                                    {
                                        SubActivities =
                                        [
                                            .. Enumerable
                                                .Range(0, 36)
                                                .Select(i =>
                                                    activity.SubActivities[0] with
                                                    {
                                                        Code = $"{activity.Code}.x{i}",
                                                        Name = string.Join(
                                                            ' ',
                                                            Enumerable.Repeat("Penyelenggaraan", i + 1)
                                                        ),
                                                    }
                                                ),
                                        ],
                                    }
                                ),
                            ],
                        }
                    ),
                ],
            },
        };

    [Fact]
    public void Three_hundred_nodes_do_not_meet_and_stay_within_the_picture()
    {
        var picture = TreeLayout.Of(TreeSelection.Of(Large, TreeChoice.Everything), TreeStyle.Page);

        Assert.True(picture.Boxes.Count >= 300);
        Assert.Equal(Large.All().Count(), picture.Boxes.Count);
        for (var i = 0; i < picture.Boxes.Count; i++)
        {
            var one = picture.Boxes[i];
            Assert.True(
                one.X >= 0 && one.Y >= 0 && one.X + one.Width <= picture.Width && one.Y + one.Height <= picture.Height
            );
            for (var j = i + 1; j < picture.Boxes.Count; j++)
            {
                var other = picture.Boxes[j];
                Assert.False(
                    one.X < other.X + other.Width
                        && other.X < one.X + one.Width
                        && one.Y < other.Y + other.Height
                        && other.Y < one.Y + one.Height,
                    $"{one.Shown.Node.Id} meets {other.Shown.Node.Id}."
                );
            }
        }
    }

    [Fact]
    public void A_child_stands_one_column_to_the_right_and_not_above_its_parent()
    {
        var boxes = TreeLayout.Of(TreeSelection.Of(Large, TreeChoice.Everything), TreeStyle.Page).Boxes;

        Assert.All(
            boxes.Where(box => box.Above >= 0),
            box =>
            {
                Assert.Equal(boxes[box.Above].X + box.Width + TreeStyle.Page.ColumnGap, box.X);
                Assert.True(box.Y >= boxes[box.Above].Y);
            }
        );
    }

    [Fact]
    public void The_same_plan_is_drawn_the_same()
    {
        static string Drawn() =>
            string.Join(
                '\n',
                TreeLayout
                    .Of(
                        TreeSelection.Of(
                            PerformanceTree.Of(LargePlan(), LargePlan().Budget, new DateOnly(2024, 7, 1)),
                            TreeChoice.Everything
                        ),
                        TreeStyle.Page
                    )
                    .Boxes.Select(box =>
                        $"{box.Shown.Node.Id} {box.X} {box.Y} {box.Height} {string.Join('|', box.Lines)}"
                    )
            );

        Assert.Equal(Drawn(), Drawn());
    }

    [Fact]
    public void Every_line_fits_its_box()
    {
        var style = TreeStyle.Page;
        var boxes = TreeLayout.Of(TreeSelection.Of(Large, TreeChoice.Everything), style).Boxes;

        Assert.All(
            boxes.SelectMany(box => box.Lines),
            line =>
                Assert.True(TextFit.Width(line.Text, style.Size * 0.87) <= style.BoxWidth - (2 * style.Pad), line.Text)
        );
    }

    [Fact]
    public void A_large_tree_begins_folded_and_opens_where_it_is_asked_to()
    {
        var start = TreeSelection.Of(Large, TreeChoice.Start).SelectMany(root => root.All()).ToList();
        var opened = TreeSelection
            .Of(Large, TreeChoice.Start with { Turned = new HashSet<string> { "i.rb" } })
            .SelectMany(root => root.All())
            .ToList();

        Assert.Equal(["t.t1", "s.s1", "i.rb", "i.snp"], start.Select(one => one.Node.Id));
        Assert.True(start[2].Hidden > 100);
        Assert.Equal(["t.t1", "s.s1", "i.rb", "p.III", "p.IV", "i.snp"], opened.Select(one => one.Node.Id));
    }

    [Fact]
    public void One_node_is_followed_to_its_root_with_what_it_serves()
    {
        var tree = PerformanceTree.Of(LevelSample.Plan, LevelSample.Plan.Budget, new DateOnly(2024, 7, 1));

        var shown = TreeSelection
            .Of(tree, TreeChoice.Start with { Follow = "i.k-lembaga" })
            .SelectMany(root => root.All())
            .ToList();

        Assert.Equal(
            ["t.t1", "i.indeks-rb", "s.s1", "i.rb", "i.p-tata", "i.k-lembaga", "i.sk-prov", "i.sk-kab", "sk.IV.A.3"],
            shown.Select(one => one.Node.Id)
        );
        Assert.Equal(6, shown.Count(one => one.IsOnPath));
        Assert.Equal("i.k-lembaga", Assert.Single(shown, one => one.IsMatch).Node.Id);
    }

    [Fact]
    public void A_search_shows_what_it_found_with_the_way_to_it()
    {
        var shown = TreeSelection
            .Of(Large, TreeChoice.Start with { Search = "iv.a.x7 penyelenggaraan" })
            .SelectMany(root => root.All())
            .ToList();

        Assert.Equal(["t.t1", "s.s1", "i.rb", "p.IV", "k.IV.A", "sk.IV.A.x7"], shown.Select(one => one.Node.Id));
        Assert.Single(shown, one => one.IsMatch);
        Assert.Empty(TreeSelection.Of(Large, TreeChoice.Start with { Search = "tidak ada yang begini" }));
    }

    [Fact]
    public void Pages_hold_every_node_and_each_fits()
    {
        var pictures = TreePages.Of(Large, TreeStyle.Paper, 560);

        Assert.Equal(
            Large.All().Select(node => node.Id).Order(StringComparer.Ordinal),
            pictures
                .SelectMany(picture => picture.Boxes.Select(box => box.Shown.Node.Id))
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
        Assert.All(pictures, picture => Assert.True(picture.Height <= 560));
    }

    [Theory]
    [InlineData("Persentase", 500, "Persentase")]
    [InlineData("Persentase perangkat daerah yang baik", 100, "Persentase|perangkat daer…")]
    public void Text_that_does_not_fit_ends_with_an_ellipsis(string text, double room, string expected) =>
        Assert.Equal(expected, string.Join('|', TextFit.Wrap(text, room, 12, 2)));
}
