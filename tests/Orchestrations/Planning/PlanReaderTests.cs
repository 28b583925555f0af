using System.Globalization;
using System.Text.Json.Nodes;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

public class PlanReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("bukan json")]
    [InlineData("""{ "year": 2024, "year": 2025 }""")]
    public void Unreadable_json_is_one_error_at_the_root(string json)
    {
        var reading = PlanReader.Read(json, Sample.Checks);
        Assert.Null(reading.Value);
        Assert.StartsWith("Berkas tidak terbaca", Assert.Single(reading.Errors, error => error.Path == "$").Message);
    }

    [Fact]
    public void An_empty_object_names_every_missing_part() =>
        Assert.Equal(16, PlanReader.Read("{}").Errors.Count(error => error.Message == "Wajib diisi."));

    [Fact]
    public void Every_wrong_type_is_listed_with_its_path()
    {
        var errors = Sample.ErrorsAfter(plan =>
        {
            plan["year"] = "2024";
            plan["officials"]![3]!["nip"] = 12;
            plan["windows"]![0]!["due"] = "22-04-2024";
            plan["strategicPlan"]!["goals"]![0]!["objectives"]![0]!["indicators"]![1]!["polarity"] = "Maximize";
            plan["budget"]!["programmes"]![0]!["activities"] = null;
        });
        Assert.Equal(
            [
                "$.year",
                "$.officials[3].nip",
                "$.strategicPlan.goals[0].objectives[0].indicators[1].polarity",
                "$.budget.programmes[0].activities",
                "$.windows[0].due",
            ],
            errors.Select(error => error.Path)
        );
        Assert.Contains("Maximise, Minimise, Stabilise", errors[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_an_error_and_the_known_ones_are_said()
    {
        var error = Assert.Single(Sample.ErrorsAfter(plan => plan["unit"]!["nama"] = "Biro"));
        Assert.Equal("$.unit.nama", error.Path);
        Assert.Contains("shortName", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Faults =>
        new()
        {
            { "$.unit.code", "\"Biro Organisasi\"", "16 karakter" },
            { "$.officials[0].nip", "\"19900101 201501 1 00\"", "18 angka" },
            { "$.officials[0].email", "\"satu\"", "surel" },
            { "$.officials[1].code", "\"p01\"", "sudah dipakai di $.officials[0].code" },
            { "$.subUnits[0].headPost", "\"tiada\"", "tidak ada dalam rencana" },
            { "$.posts[2].superior", "\"analis-kinerja\"", "atasannya sendiri" },
            { "$.appointments[2].until", "\"2020-01-01\"", "sebelum tanggal mulai" },
            { "$.roles[1].subUnit", "\"tiada\"", "Sub-unit dengan kode 'tiada'" },
            { "$.strategicPlan.endYear", "2023", "periode" },
            { "$.strategicPlan.goals[0].objectives[0].indicators[0].targets", "[]", "tahun 2024 belum ada" },
            { "$.strategicPlan.goals[0].objectives[0].indicators[0].noBenchmarkReason", "null", "pembanding" },
            { "$.annualPlan.targets[0].value", "-1", "negatif" },
            { "$.annualPlan.targets[1].indicator", "\"rb\"", "sudah dipakai" },
            { "$.annualPlan.targets[0].quarterly", "[1,2]", "empat nilai" },
            { "$.budget.programmes[0].activities[0].subActivities[1].ceiling", "-5", "negatif" },
            { "$.budget.programmes[0].activities[0].subActivities[1].code", "\"I.A.1\"", "sudah dipakai" },
            { "$.budget.programmes[0].supports[0]", "\"tiada\"", "Indikator dengan kode 'tiada'" },
            { "$.budget.sequence", "1", "0" },
            { "$.windows[0].opens", "\"2024-03-31\"", "setelah triwulan berakhir" },
            { "$.windows[1].closes", "\"2024-07-11\"", "sebelum tenggat" },
            { "$.windows[3].quarter", "\"Q1\"", "sudah dipakai" },
            { "$.report.due", "\"2024-12-31\"", "setelah tahun 2024" },
            { "$.report.narratives[1].body", "\"{{capaian.zz}}\"", "'{{capaian.zz}}' tidak dikenal" },
            { "$.report.supportingTables[0].indicator", "\"tiada\"", "Indikator" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_found_where_it_is_and_says_what_is_expected(string path, string value, string expected)
    {
        var errors = Sample.ErrorsAfter(plan => Set(plan, path, JsonNode.Parse(value)));
        Assert.Contains(
            errors,
            error => error.Path == path && error.Message.Contains(expected, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void A_scale_with_a_gap_is_refused() =>
        Assert.Contains(
            Sample.ErrorsAfter(plan => plan["ratingScale"]!["bands"]!.AsArray().RemoveAt(4)),
            error => error.Path == "$.ratingScale.bands" && error.Message.Contains("celah", StringComparison.Ordinal)
        );

    [Fact]
    public void Two_holders_of_one_post_at_a_time_are_refused_and_a_stand_in_is_not()
    {
        Assert.Contains(
            Sample.ErrorsAfter(plan => Appoint(plan, "Plt")),
            error => error.Path == "$.appointments[19]" && error.Message.Contains("tumpang", StringComparison.Ordinal)
        );
        Assert.Empty(Sample.ErrorsAfter(plan => Appoint(plan, "Plh")));

        static void Appoint(JsonNode plan, string tenure) =>
            plan["appointments"]!
                .AsArray()
                .Add(
                    new JsonObject
                    {
                        ["official"] = "p03",
                        ["post"] = "kepala-biro",
                        ["tenure"] = tenure,
                        ["from"] = "2024-05-01",
                        ["until"] = "2024-05-10",
                    }
                );
    }

    [Fact]
    public void A_sub_unit_that_only_its_own_people_could_verify_is_refused() =>
        Assert.Contains(
            Sample.ErrorsAfter(plan => plan["roles"]!.AsArray().RemoveAt(7)),
            error => error.Message.Contains("'rb-akuntabilitas' belum mempunyai verifikator", StringComparison.Ordinal)
        );

    [Fact]
    public void A_revision_that_skips_a_number_or_changes_nothing_is_refused()
    {
        var revised = Sample.Revision.Budget;
        var again = PlanReader.ReadRevision(Sample.RevisionJson, Sample.Plan, revised);
        Assert.Contains(again.Errors, error => error.Path == "$.budget.sequence");

        var idle = Sample.Revision with { Budget = revised with { Sequence = 2 }, TargetChanges = [] };
        Assert.Equal(
            ["$"],
            PlanReader.ReadRevision(PlanWriter.Write(idle), Sample.Plan, revised).Errors.Select(error => error.Path)
        );
    }

    [Fact]
    public void What_is_written_is_read_back_and_hashes_alike()
    {
        var again = PlanReader.Read(PlanWriter.Write(Sample.Plan), Sample.Checks).Value!;
        Assert.Equal(PlanWriter.Write(Sample.Plan), PlanWriter.Write(again));
        Assert.Equal(PlanWriter.Hash(Sample.Plan), PlanWriter.Hash(again));
        Assert.NotEqual(PlanWriter.Hash(Sample.Plan), PlanWriter.Hash(again with { Year = 2025 }));
    }

    [Fact]
    public void No_mutilated_plan_makes_the_reader_throw()
    {
        var root = JsonNode.Parse(Sample.PlanJson)!;
        foreach (var path in Paths(root, "$").Where((_, i) => i % 41 == 0).ToList())
        {
            foreach (var junk in new[] { "null", "[]", "{}", "-1", "\"\"", "\"{{\"", "1e300" })
            {
                var plan = root.DeepClone();
                Set(plan, path, JsonNode.Parse(junk));
                var reading = PlanReader.Read(plan.ToJsonString(), Sample.Checks);
                Assert.True(reading.Succeeded != reading.Errors.Count > 0, $"{path} = {junk}");
            }
        }
    }

    private static IEnumerable<string> Paths(JsonNode node, string path) =>
        node switch
        {
            JsonObject fields => fields.SelectMany(field =>
                field.Value is null
                    ? [path + "." + field.Key]
                    : Paths(field.Value, path + "." + field.Key).Prepend(path + "." + field.Key)
            ),
            JsonArray items => items.SelectMany((item, i) => item is null ? [] : Paths(item, $"{path}[{i}]")),
            _ => [],
        };

    private static void Set(JsonNode root, string path, JsonNode? value)
    {
        var steps = path[2..].Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var node = root;
        foreach (var step in steps[..^1])
            node = step[0] == '[' ? node[Index(step)]! : node[step]!;
        if (steps[^1][0] == '[')
            node[Index(steps[^1])] = value;
        else
            node[steps[^1]] = value;
    }

    private static int Index(string step) => int.Parse(step[1..^1], CultureInfo.InvariantCulture);
}
