using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Agreements;

/// <summary>What the posts below the head promise, to whom, and what calls for a revision.</summary>
public sealed class PostAgreementTests
{
    private static readonly DateOnly Day = new(2024, 1, 15);

    [Fact]
    public void A_head_of_a_sub_unit_promises_its_indicators_and_its_sub_activities_with_their_ceilings()
    {
        var annex = Basis(Sample.Plan).AnnexOf("kabag-perpus");

        Assert.Equal(["snp"], annex.Indicators.Select(one => one.Indicator));
        Assert.Equal(8, annex.Amounts.Count);
        Assert.Equal(627473360m, annex.Amounts.Sum(one => one.Amount));
    }

    [Fact]
    public void Who_has_sub_activities_alone_promises_their_outputs()
    {
        var annex = Basis(Sample.Plan).AnnexOf("kasubbag-tu");

        Assert.Equal(annex.Amounts.Select(one => one.Code), annex.Indicators.Select(one => one.Indicator));
        Assert.All(annex.Indicators, one => Assert.NotNull(one.Target.Value));
    }

    [Fact]
    public void An_indicator_that_a_link_gives_to_a_post_is_no_longer_its_heads()
    {
        var basis = Basis(Linked(new IndicatorLink("snp", "pustakawan")));

        Assert.Equal(["snp"], basis.AnnexOf("pustakawan").Indicators.Select(one => one.Indicator));
        Assert.DoesNotContain("snp", basis.AnnexOf("kabag-perpus").Indicators.Select(one => one.Indicator));
    }

    [Fact]
    public void Each_post_stands_after_its_superior_and_promises_to_him()
    {
        var places = Basis(Linked(new IndicatorLink("snp", "pustakawan"))).Places();

        Assert.Equal(
            ["kabag-lembaga", "kabag-rb", "kabag-tata", "kabag-perpus", "pustakawan", "kasubbag-tu"],
            places.Where(place => place.IsReady).Select(place => place.Post.Code)
        );
        var librarian = places.Single(place => place.Post.Code == "pustakawan");
        Assert.Equal((2, "p06"), (librarian.Depth, librarian.Superior!.Official.Code));
        Assert.DoesNotContain(places, place => place.Post.Code is "kepala-biro" or "asisten" or "inspektur");
    }

    [Fact]
    public void Nobody_agrees_with_himself_and_the_page_says_so()
    {
        // The head of the sub-unit stands in for the librarian below him.
        var plan = Linked(new IndicatorLink("snp", "pustakawan"));
        plan = plan with
        {
            Appointments = [.. plan.Appointments, new Appointment("p06", "pustakawan", Tenure.Plt, Day)],
        };

        var place = Basis(plan).Places().Single(one => one.Post.Code == "pustakawan");

        Assert.Equal("kepala-biro", AgreementParties.SuperiorOf(plan, "pustakawan", Day));
        Assert.Equal("p01", place.Superior!.Official.Code);
        Assert.Contains("memegang pula jabatan atasannya", place.Remark, StringComparison.Ordinal);
        Assert.True(place.IsReady);
    }

    [Fact]
    public void A_post_without_holder_with_two_or_under_a_vacant_one_stands_at_its_place_with_the_way_out()
    {
        var vacant = Without("p06");
        var twice = Sample.Plan with
        {
            Appointments =
            [
                .. Sample.Plan.Appointments,
                new Appointment("p08", "kabag-perpus", Tenure.Definitive, Day),
            ],
        };
        var below = Linked(new IndicatorLink("snp", "pustakawan")) with { Appointments = vacant.Appointments };

        Assert.Contains("sedang tidak terisi", Obstacle(vacant, "kabag-perpus"), StringComparison.Ordinal);
        Assert.Contains("2 pejabat definitif", Obstacle(twice, "kabag-perpus"), StringComparison.Ordinal);
        Assert.Contains(
            "Atasannya, Kepala Bagian Perpustakaan",
            Obstacle(below, "pustakawan"),
            StringComparison.Ordinal
        );
        Assert.Null(Obstacle(Sample.Plan, "kabag-perpus"));
    }

    [Fact]
    public void Only_a_post_whose_annex_changes_is_asked_again_with_the_reason_of_the_change_above()
    {
        var before = Basis(Sample.Plan);
        var after = before with { Budget = Sample.Revision.Budget };
        var head = AgreementDrafting.Draft(Sample.Plan, Sample.Revision, null, Day);
        var asked = new[] { "kabag-lembaga", "kabag-rb", "kabag-tata", "kabag-perpus", "kasubbag-tu" }
            .Select(post => PostRevisions.Next(after, new PostOrder(post, 0), Said(before, post), head))
            .OfType<PostOrder>()
            .ToList();

        var changed = Sample
            .Revision.Budget.SubActivities()
            .Where(sub => Sample.Plan.Budget.SubActivities().Single(old => old.Code == sub.Code).Ceiling != sub.Ceiling)
            .Select(sub => Sample.Plan.SubUnits.Single(unit => unit.Code == sub.SubUnit).HeadPost)
            .Distinct()
            .ToList();
        Assert.NotEmpty(changed);
        Assert.Equal(changed.Order(), asked.Select(order => order.Post).Order());
        Assert.All(asked, order => Assert.Equal((1, Sample.Revision.Reason), (order.Revision, order.Reason)));
        Assert.Null(PostRevisions.Next(before, new PostOrder("kabag-perpus", 0), Said(before, "kabag-perpus"), null));
    }

    [Fact]
    public void A_new_holder_goes_on_with_the_rest_of_the_target_and_a_new_superior_calls_for_nothing()
    {
        var basis = Basis(Linked(new IndicatorLink("snp", "pustakawan")));
        var said = Said(basis, "kabag-perpus");
        var successor = Without("p06") with { IndicatorLinks = basis.Plan.IndicatorLinks };
        successor = successor with
        {
            Appointments = [.. successor.Appointments, new Appointment("p08", "kabag-perpus", Tenure.Definitive, Day)],
        };
        var plh = basis.Plan with
        {
            Appointments = [.. basis.Plan.Appointments, new Appointment("p08", "kabag-perpus", Tenure.Plh, Day)],
        };

        var order = PostRevisions.Next(basis with { Plan = successor }, new PostOrder("kabag-perpus", 0), said, null)!;

        Assert.Equal(RevisionReason.OfficialChanged, order.Reason);
        Assert.Contains("melanjutkan sisa target", order.Explanation, StringComparison.Ordinal);
        Assert.Null(PostRevisions.Next(basis with { Plan = plh }, new PostOrder("kabag-perpus", 0), said, null));
        Assert.Null(
            PostRevisions.Next(
                basis with
                {
                    Plan = successor,
                },
                new PostOrder("pustakawan", 0),
                Said(basis, "pustakawan"),
                null
            )
        );
    }

    [Fact]
    public void An_annex_says_the_same_however_its_figures_are_written()
    {
        var annex = Basis(Sample.Plan).AnnexOf("kabag-perpus");
        var same = annex with { Amounts = [.. annex.Amounts.Select(one => one with { Amount = one.Amount + 0.00m })] };
        var other = annex with { Amounts = [.. annex.Amounts.Select(one => one with { Amount = one.Amount + 1m })] };

        Assert.Equal(annex.Hash(), same.Hash());
        Assert.NotEqual(annex.Hash(), other.Hash());
    }

    [Fact]
    public void Its_longest_ids_fit()
    {
        var longest = new string('a', 16);
        var subject = new AgreementSubject(new OfficeYear(longest, 2024), 9999, longest);

        Assert.True(InstanceIds.Approval(subject, "second-party", 999).Length <= InstanceIds.MaximumLength);
    }

    private static PostBasis Basis(OfficePlan plan) => new(plan, plan.AnnualPlan.Targets, plan.Budget, Day);

    private static PostSaid Said(PostBasis basis, string post) =>
        new(basis.AnnexOf(post).Hash(), new OfficeDirectory(basis.Plan).HolderOf(post, Day)!.Official.Code);

    private static string? Obstacle(OfficePlan plan, string post) => PostPlaces.Obstacle(plan, post, Day);

    private static OfficePlan Linked(params IndicatorLink[] links) => Sample.Plan with { IndicatorLinks = links };

    private static OfficePlan Without(string official) =>
        Sample.Plan with
        {
            Appointments =
            [
                .. Sample.Plan.Appointments.Where(one => one.Official != official && one.Tenure == Tenure.Definitive),
            ],
        };
}
