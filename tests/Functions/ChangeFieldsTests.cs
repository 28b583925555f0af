using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Sakip.Functions.AnnualCycle.Changes;
using Sakip.Functions.Web;
using Sakip.Planning;

namespace Sakip.Tests.Functions;

/// <summary>What is posted to the forms of changes within the year, by a page or by anybody else.</summary>
public sealed class ChangeFieldsTests
{
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

    private static PostedForm Form(string field, string value) =>
        new(new FormCollection(new Dictionary<string, StringValues> { [field] = value }));
}
