using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Sakip.Functions.AnnualCycle.Changes;
using Sakip.Functions.Web;
using Sakip.Planning;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>What is posted to the forms of changes within the year, by a page or by anybody else.</summary>
public sealed class ChangeFieldsTests
{
    private static readonly OfficePlan Plan = PlanReader
        .Read(File.ReadAllText(Path.Combine(RehearsalOptions.Read([]).Sample, "plan.json")))
        .Value!;

    [Theory]
    [InlineData("Tukang")]
    [InlineData("99")]
    [InlineData("Operator.a.b")]
    [InlineData("")]
    public void A_posted_name_that_is_no_role_is_a_fault_of_its_field(string field)
    {
        var form = Form(ChangeForms.Role + field, "p01");

        Assert.Null(ChangeFields.Role(form, field));
        Assert.Equal(ChangeForms.Role + field, Assert.Single(form.Faults).Field);
    }

    [Fact]
    public void A_role_is_limited_to_the_sub_unit_that_the_name_tells()
    {
        Assert.Equal(
            new RoleAssignment(OfficeRole.Operator, "p01", "tatalaksana"),
            ChangeFields.Role(Form("peran.Operator.tatalaksana", "p01"), "Operator.tatalaksana")
        );
        Assert.Equal(
            new RoleAssignment(OfficeRole.Planner, "p01"),
            ChangeFields.Role(Form("peran.Planner.", "p01"), "Planner.")
        );
    }

    [Fact]
    public void More_lines_than_a_change_may_bring_are_a_fault_and_none_is_read()
    {
        var form = Form(ChangeForms.Moves, string.Join('\n', Enumerable.Repeat("I.A.1", 201)));

        Assert.Empty(ChangeFields.Lines(form, ChangeForms.Moves, '\n'));
        Assert.Equal(ChangeForms.Moves, Assert.Single(form.Faults).Field);
    }

    [Theory]
    [InlineData("henti", "Nama baru", ChangeForms.Name)]
    [InlineData("nama", "", ChangeForms.Name)]
    [InlineData("", "", ChangeForms.Act)]
    public void Of_one_indicator_it_is_said_whether_it_ends_or_bears_another_name(string act, string name, string field)
    {
        var form = Indicator("snp", act, name);

        IndicatorChangeForm.Call(form, Plan);

        Assert.Equal(field, Assert.Single(form.Faults).Field);
    }

    [Fact]
    public void An_indicator_that_does_not_stand_on_that_day_is_refused_and_one_that_stands_is_taken()
    {
        var unknown = Indicator("tiada", "henti", "");
        IndicatorChangeForm.Call(unknown, Plan);
        Assert.Equal(ChangeForms.Indicator, Assert.Single(unknown.Faults).Field);

        var known = Indicator("snp", "nama", "Nama baru");
        var call = IndicatorChangeForm.Call(known, Plan);
        Assert.Empty(known.Faults);
        Assert.Equal("Nama baru", call.StrategicPlan!.Indicators().Single(one => one.Code == "snp").Name);
        Assert.Equal(("SK-1", new DateOnly(2024, 7, 1)), (call.Decree, call.From));
    }

    private static PostedForm Indicator(string code, string act, string name) =>
        new(
            new FormCollection(
                new Dictionary<string, StringValues>
                {
                    [ChangeForms.Indicator] = code,
                    [ChangeForms.Act] = act,
                    [ChangeForms.Name] = name,
                    [ChangeForms.Decree] = "SK-1",
                    [ChangeForms.DecreeDate] = "1 Juni 2024",
                    [ChangeForms.From] = "1 Juli 2024",
                    [ChangeForms.Reason] = "Ukuran tidak lagi dipakai.",
                }
            )
        );

    private static PostedForm Form(string field, string value) =>
        new(new FormCollection(new Dictionary<string, StringValues> { [field] = value }));
}
