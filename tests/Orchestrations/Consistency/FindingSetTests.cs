using Sakip.Consistency;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>What checks found over time, and who may say something about it.</summary>
public sealed class FindingSetTests
{
    private static readonly DateTimeOffset First = new(2024, 4, 16, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Second = First.AddDays(1);
    private static readonly DateOnly Day = new(2024, 5, 6);

    private static Finding Found(string value, string place = "Tabel 3.9") =>
        new Contradiction(
            "K-HT-01",
            $"Capaian anggaran \"Rapat\" tidak sama dengan hitungan {value}.",
            [place],
            "Hitung ulang.",
            value,
            "47,16"
        ).ToFinding(RuleLevels.Default);

    [Fact]
    public void What_a_later_check_no_longer_finds_is_fixed()
    {
        var set = FindingSet.Empty.After([Found("50")], First).After([], Second);
        Assert.Equal(Second, Assert.Single(set.Findings).FixedAt);
    }

    [Fact]
    public void What_is_found_again_as_it_was_stays_the_same_finding()
    {
        var set = FindingSet.Empty.After([Found("50")], First).After([Found("50")], Second);
        var one = Assert.Single(set.Findings);
        Assert.Equal((First, null), (one.FoundAt, one.FixedAt));
    }

    [Fact]
    public void A_finding_whose_values_changed_is_open_again_and_names_the_one_before()
    {
        var before = Found("50");
        var set = FindingSet.Empty.After([before], First).After([Found("51")], Second);
        Assert.Equal(2, set.Findings.Count);
        Assert.Equal(
            (before.Id, Second, null),
            (set.Findings[0].Before, set.Findings[0].FoundAt, set.Findings[0].FixedAt)
        );
        Assert.NotEqual(before.Id, set.Findings[0].Finding.Id);
    }

    [Fact]
    public void Another_place_is_another_contradiction() =>
        Assert.Null(
            FindingSet.Empty.After([Found("50")], First).After([Found("51", "Tabel 3.7")], Second).Findings[0].Before
        );

    [Fact]
    public void Verifiers_and_the_head_rule_and_those_with_a_part_in_the_data_explain()
    {
        var plan = Sakip.Tests.Orchestrations.Planning.Sample.Plan;
        var verifier = plan.Roles.First(role => role.Role == OfficeRole.Verifier).Official;
        var planner = plan.Roles.First(role => role.Role == OfficeRole.Planner).Official;
        var inspector = plan.Roles.First(role => role.Role == OfficeRole.Inspector).Official;
        var head = new OfficeDirectory(plan).FirstParty(Day)!.Official.Code;
        Assert.True(FindingRights.MayRule(plan, verifier, Day) && FindingRights.MayRule(plan, head, Day));
        Assert.False(FindingRights.MayRule(plan, planner, Day) || FindingRights.MayRule(plan, inspector, Day));
        Assert.True(FindingRights.MayExplain(plan, planner, Day));
        Assert.False(FindingRights.MayExplain(plan, inspector, Day) || FindingRights.MayExplain(plan, "p99", Day));
    }
}
