using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>An office whose superior is the head of another office, both in one app.</summary>
public sealed class SharedPostTests
{
    private const string Link = "dinas-induk/kepala-biro";

    /// <summary>The sample, whose "asisten" is the head of the office "dinas-induk".</summary>
    private static readonly OfficePlan Own = Sample.Plan with
    {
        Posts = [.. Sample.Plan.Posts.Select(post => post.Code == "asisten" ? post with { HeldIn = Link } : post)],
    };

    private static OfficePlan Parent => Sample.Plan with { Unit = Sample.Plan.Unit with { Code = "dinas-induk" } };

    [Fact]
    public void The_superior_is_whoever_heads_the_other_office_on_each_day()
    {
        var parent = Parent with
        {
            Appointments =
            [
                .. Parent.Appointments.Where(one => one.Post != "kepala-biro"),
                new("p01", "kepala-biro", Tenure.Definitive, new(2023, 1, 2), new(2024, 5, 31), "SK-1"),
                new("p03", "kepala-biro", Tenure.Plt, new(2024, 6, 1), Decree: "SK-2"),
            ],
        };

        var followed = SharedPosts.Followed(Own, Others(parent));

        var directory = new OfficeDirectory(followed);
        Assert.Equal("p01", directory.SecondParty(new DateOnly(2024, 5, 31))?.Official.Code);
        var later = directory.SecondParty(new DateOnly(2024, 6, 1))!;
        Assert.Equal(("p03", Tenure.Plt), (later.Official.Code, later.Tenure));
        Assert.Same(followed, SharedPosts.Followed(followed, Others(parent)));
    }

    [Fact]
    public void A_person_whom_both_plans_know_is_one_and_a_stranger_with_a_code_that_is_taken_gets_another()
    {
        var stranger = Parent.Officials[0] with
        {
            Code = "p13",
            Name = "Orang Lain",
            Nip = "198001012005011099",
            Email = "orang.lain@contoh.example",
        };
        var parent = Parent with
        {
            Officials = [.. Parent.Officials.Where(one => one.Code != "p13"), stranger],
            Appointments =
            [
                .. Parent.Appointments.Where(one => one.Post != "kepala-biro" && one.Official != "p13"),
                new("p13", "kepala-biro", Tenure.Definitive, new(2024, 1, 2)),
            ],
        };

        var followed = SharedPosts.Followed(Own, Others(parent));

        var superior = new OfficeDirectory(followed).SecondParty(new DateOnly(2024, 3, 1))!.Official;
        Assert.Equal(("p13-2", "Orang Lain"), (superior.Code, superior.Name));
        Assert.Equal(Own.Officials.Count + 1, followed.Officials.Count);
        Assert.Empty(PlanRules.Check(followed, Sample.Checks));
    }

    [Fact]
    public void A_post_that_no_plan_of_this_app_fills_keeps_its_holder()
    {
        var without = Parent with { Posts = [.. Parent.Posts.Where(post => post.Code != "kepala-biro")] };

        Assert.Same(Own, SharedPosts.Followed(Own, new Dictionary<string, OfficePlan>()));
        Assert.Same(Own, SharedPosts.Followed(Own, Others(without)));
    }

    [Theory]
    [InlineData("kepala-biro")]
    [InlineData("Dinas Induk/kepala")]
    [InlineData("biro-organisasi/kepala-biro")]
    public void What_names_no_other_office_is_refused(string held)
    {
        var plan = Own with
        {
            Posts = [.. Own.Posts.Select(post => post.Code == "asisten" ? post with { HeldIn = held } : post)],
        };

        var error = Assert.Single(PlanRules.Check(plan, Sample.Checks));
        Assert.EndsWith(".heldIn", error.Path);
        Assert.Contains("dinas-kesehatan/kepala-dinas", error.Message);
    }

    private static Dictionary<string, OfficePlan> Others(OfficePlan parent) => new() { ["dinas-induk"] = parent };
}
