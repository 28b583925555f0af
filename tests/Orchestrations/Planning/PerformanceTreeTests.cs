using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

public sealed class PerformanceTreeTests
{
    private static readonly DateOnly Day = new(2024, 7, 10);

    private static PerformanceTree Of(OfficePlan plan) => PerformanceTree.Of(plan, plan.Budget, Day);

    private static string Path(PerformanceTree tree, string id) =>
        string.Join(" > ", tree.PathTo(id).Select(node => node.Id));

    [Fact]
    public void Without_the_sheets_the_tree_follows_from_the_strategic_plan_and_the_budget()
    {
        var tree = Of(Sample.Plan);

        Assert.False(tree.IsStated);
        Assert.Equal("t.t1 > s.s1 > i.rb > p.IV > k.IV.A > sk.IV.A.1", Path(tree, "sk.IV.A.1"));
        var sub = tree.PathTo("sk.IV.A.1")[^1];
        Assert.Equal("Kepala Bagian Kelembagaan dan Analisis Jabatan", sub.Owner!.Post);
        Assert.NotNull(sub.Owner.Holder);
        Assert.Equal("4 Dokumen", sub.Target);
        Assert.Equal("87%", tree.PathTo("i.rb")[^1].Target);
        Assert.Equal(
            1 + 1 + 2 + 4 + Sample.Plan.Budget.Activities().Count() + Sample.Plan.Budget.SubActivities().Count(),
            tree.All().Count()
        );
        Assert.Empty(tree.Gaps);
    }

    [Fact]
    public void Who_holds_the_post_is_as_on_the_day()
    {
        var perpus = Of(Sample.Plan).PathTo("i.snp")[^1].Owner!;

        Assert.Equal("Kepala Bagian Perpustakaan", perpus.Post);
        Assert.EndsWith("(Plh.)", perpus.Holder, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_hangs_on_the_one_that_its_link_names_and_stands_for_its_element()
    {
        var tree = Of(LevelSample.Plan);

        Assert.True(tree.IsStated);
        Assert.Equal("t.t1 > s.s1 > i.rb > i.p-tata > i.k-lembaga > i.sk-kab", Path(tree, "i.sk-kab"));
        Assert.Equal("t.t1 > i.indeks-rb", Path(tree, "i.indeks-rb"));
        Assert.Equal("t.t1 > s.s1 > i.rb > i.p-tata > i.k-lembaga > sk.IV.A.3", Path(tree, "sk.IV.A.3"));
        Assert.Equal("t.t1 > s.s1 > i.rb > i.p-tata > k.IV.B", Path(tree, "k.IV.B"));
        Assert.Empty(tree.PathTo("p.IV"));
        var leaf = tree.PathTo("i.sk-kab")[^1];
        Assert.Equal(("Analis Jabatan", true), (leaf.Owner!.Post, leaf.Owner.IsStated));
        Assert.Equal("Jumlah ke k-lembaga", leaf.Serves);
        Assert.Equal(tree.All().Count(), tree.All().Select(node => node.Id).Distinct().Count());
    }

    [Fact]
    public void Gaps_are_told_where_they_are()
    {
        var plan = LevelSample.With(
            "sk-kab",
            (LevelIndicator one) => one with { Target = one.Target with { Value = 5m } }
        );

        var tree = Of(plan);

        var target = Assert.Single(tree.Gaps, gap => gap.Kind == TreeGapKind.Target);
        Assert.Equal("i.k-lembaga", target.Node);
        Assert.Equal(("13", "9"), (target.Stated, target.Expected));
        Assert.Contains("jumlah target sk-prov, sk-kab adalah 9", target.What, StringComparison.Ordinal);
        Assert.Contains(target.What, tree.PathTo("i.k-lembaga")[^1].Gaps);
        Assert.Contains(tree.Gaps, gap => gap is { Kind: TreeGapKind.Element, Node: "sk.IV.A.3" });
        Assert.Contains(tree.Gaps, gap => gap is { Kind: TreeGapKind.Element, Node: "p.I" });
        Assert.Contains(
            tree.Gaps,
            gap => gap.Kind == TreeGapKind.Post && gap.What.Contains("Tata Usaha", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(tree.Gaps, gap => gap.Kind is TreeGapKind.Chain or TreeGapKind.Objective);
    }

    [Fact]
    public void A_level_that_the_office_does_not_use_is_said_once()
    {
        var plan = LevelSample.Plan with
        {
            LevelIndicators = [.. LevelSample.Plan.LevelIndicators!.Where(one => one.Level < IndicatorLevel.Activity)],
            IndicatorLinks = [.. LevelSample.Plan.IndicatorLinks!.Take(4)],
        };

        var gaps = Of(plan).Gaps.Where(gap => gap is { Kind: TreeGapKind.Element, Node: null }).ToList();

        Assert.Equal(["Jenjang kegiatan", "Jenjang sub kegiatan"], gaps.Select(gap => gap.About));
    }

    [Fact]
    public void What_hangs_on_nothing_stands_by_itself()
    {
        var plan = Sample.Plan with
        {
            Budget = Sample.Plan.Budget with
            {
                Programmes =
                [
                    .. Sample.Plan.Budget.Programmes.Select(one => one.Code == "I" ? one with { Supports = [] } : one),
                ],
            },
        };

        var tree = Of(plan);

        Assert.Equal("lepas > p.I > k.I.A > sk.I.A.1", Path(tree, "sk.I.A.1"));
        Assert.Contains(tree.Gaps, gap => gap is { Kind: TreeGapKind.Element, Node: "p.I" });
    }

    [Fact]
    public void A_broken_chain_a_vacancy_and_two_carriers_are_gaps()
    {
        var links = LevelSample.Plan.IndicatorLinks!;
        var plan = LevelSample.Plan with
        {
            LevelIndicators =
            [
                .. LevelSample.Plan.LevelIndicators!,
                LevelSample.Counted(IndicatorLevel.SubActivity, "IV.A.1", "sk-dua", 1m),
                LevelSample.Counted(IndicatorLevel.SubActivity, "IV.B.1", "sk-rb", 1m),
            ],
            IndicatorLinks =
            [
                .. links,
                new("sk-dua", "kabag-lembaga", "k-lembaga", ParentWay.Words, Contribution: "x"),
                new("sk-rb", "pranata"),
            ],
            Appointments =
            [
                .. Sample.Plan.Appointments.Select(one =>
                    one.Post == "pranata" ? one with { Until = new DateOnly(2024, 6, 30) } : one
                ),
            ],
        };

        var gaps = Of(plan).Gaps;

        Assert.Equal("i.sk-rb", Assert.Single(gaps, gap => gap.Kind == TreeGapKind.Chain).Node);
        Assert.Contains(
            "sk-rb",
            Assert.Single(gaps, gap => gap.Kind == TreeGapKind.Vacant).What,
            StringComparison.Ordinal
        );
        Assert.Equal("sk.IV.A.1", Assert.Single(gaps, gap => gap.Kind == TreeGapKind.Carriers).Node);
    }

    [Theory]
    [InlineData("Sum", 13)]
    [InlineData("Mean", 6.5)]
    [InlineData("Weighted", 7.75)]
    public void A_way_yields_what_its_name_says(string way, double expected) =>
        Assert.Equal((decimal)expected, TargetFit.Yield(Enum.Parse<ParentWay>(way), [(4m, 1m), (9m, 3m)]));

    [Fact]
    public void A_child_without_a_number_yields_nothing() =>
        Assert.Null(TargetFit.Yield(ParentWay.Sum, [(4m, null), (null, null)]));
}
