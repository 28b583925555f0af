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

    [Fact]
    public void Nothing_but_the_superior_is_followed_and_only_from_the_head_there()
    {
        var inspector = Sample.Plan with
        {
            Posts =
            [
                .. Sample.Plan.Posts.Select(post => post.Code == "inspektur" ? post with { HeldIn = Link } : post),
            ],
        };
        var subordinate = Linked("dinas-induk/kabag-tata");

        Assert.Same(inspector, SharedPosts.Followed(inspector, Others(Parent)));
        Assert.Contains("pihak kedua", SharedPosts.Fault(inspector, Others(Parent)), StringComparison.Ordinal);
        Assert.Same(subordinate, SharedPosts.Followed(subordinate, Others(Parent)));
        Assert.Contains("'kepala-biro'", SharedPosts.Fault(subordinate, Others(Parent)), StringComparison.Ordinal);
        Assert.Contains(
            "'dinas-induk'",
            SharedPosts.Fault(Own, new Dictionary<string, OfficePlan>()),
            StringComparison.Ordinal
        );
        Assert.Null(SharedPosts.Fault(Own, Others(Parent)));
    }

    [Fact]
    public void Of_those_who_held_the_post_only_people_of_this_year_are_copied_and_no_whatsapp_number()
    {
        var before = Stranger("lama", "198001012005011001") with { Whatsapp = "628111" };
        var now = Stranger("baru", "198001012005011002") with { Whatsapp = "628112", WhatsappConsent = true };
        var parent = Headed(
            [before, now],
            new Appointment("lama", "kepala-biro", Tenure.Definitive, new(2020, 1, 2), new(2023, 12, 31)),
            new Appointment("baru", "kepala-biro", Tenure.Definitive, new(2024, 1, 1))
        );

        var followed = SharedPosts.Followed(Own, Others(parent));

        Assert.DoesNotContain(followed.Officials, one => one.Code == "lama");
        Assert.Equal("baru", Assert.Single(followed.Appointments, one => one.Post == "asisten").Official);
        var copied = followed.Officials.Single(one => one.Code == "baru");
        Assert.Equal((null, false), (copied.Whatsapp, copied.WhatsappConsent));
    }

    [Fact]
    public void Of_two_people_with_numbers_the_number_says_who_is_one_and_a_new_mailbox_is_taken_over()
    {
        var known = Own.Officials.Single(one => one.Code == "p03");
        var parent = Headed(
            [Stranger("pindah", known.Nip!), Stranger("lain", "198001012005011002") with { Email = known.Email }],
            new Appointment("pindah", "kepala-biro", Tenure.Definitive, new(2024, 1, 1), new(2024, 5, 31)),
            new Appointment("lain", "kepala-biro", Tenure.Definitive, new(2024, 6, 1))
        );

        var followed = SharedPosts.Followed(Own, Others(parent));

        Assert.Equal(
            ["p03", "lain"],
            followed.Appointments.Where(one => one.Post == "asisten").Select(one => one.Official)
        );
        Assert.Equal("pindah@contoh.example", followed.Officials.Single(one => one.Code == "p03").Email);
        Assert.Equal([], PlanRules.Check(followed, Sample.Checks));
        Assert.Same(followed, SharedPosts.Followed(followed, Others(parent)));
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

    [Fact]
    public void Another_holder_of_a_followed_post_is_refused_with_the_page_where_that_office_enters_him()
    {
        var standing = SharedPosts.Followed(Own, Others(Parent));
        var appointed = standing with
        {
            Appointments =
            [
                .. standing.Appointments,
                new("p03", "asisten", Tenure.Plt, new(2024, 6, 1), Decree: "SK-2"),
            ],
        };
        var ended = standing with
        {
            Appointments =
            [
                .. standing.Appointments.Select(one =>
                    one.Post == "asisten" ? one with { Until = new DateOnly(2024, 5, 31) } : one
                ),
            ],
        };

        foreach (var wanted in new[] { appointed, ended })
        {
            var error = Assert.Single(Refused(standing, wanted, Parent));
            Assert.EndsWith(".post", error.Path);
            Assert.Contains("/kantor/dinas-induk/2024/perubahan/pejabat", error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(Refused(Sample.Plan, Own, Parent));
        Assert.Empty(Refused(Own, standing, Parent));
        Assert.Empty(Refused(standing, Sample.Plan, Parent));
    }

    [Fact]
    public void Whoever_enters_no_holder_of_a_followed_post_changes_the_plan_as_before()
    {
        var standing = SharedPosts.Followed(Own, Others(Parent));
        var other = Headed(
            [Stranger("baru", "198001012005011002")],
            new Appointment("baru", "kepala-biro", Tenure.Definitive, new(2024, 6, 1))
        );

        // The other office's head has changed since this plan was made; the next look there follows.
        Assert.Empty(Refused(standing, standing with { Roles = [] }, other));
    }

    private static IReadOnlyList<PlanError> Refused(OfficePlan current, OfficePlan wanted, OfficePlan parent)
    {
        var faults = new Faults();
        SharedPosts.Check(current, wanted, Others(parent), faults);
        return faults.All;
    }

    private static OfficePlan Linked(string held) =>
        Sample.Plan with
        {
            Posts = [.. Sample.Plan.Posts.Select(post => post.Code == "asisten" ? post with { HeldIn = held } : post)],
        };

    private static Official Stranger(string code, string nip) =>
        Parent.Officials[0] with
        {
            Code = code,
            Name = "Orang " + code,
            Nip = nip,
            Email = code + "@contoh.example",
        };

    private static OfficePlan Headed(IReadOnlyList<Official> people, params Appointment[] held) =>
        Parent with
        {
            Officials = [.. Parent.Officials, .. people],
            Appointments = [.. Parent.Appointments.Where(one => one.Post != "kepala-biro"), .. held],
        };

    private static Dictionary<string, OfficePlan> Others(OfficePlan parent) => new() { ["dinas-induk"] = parent };
}
