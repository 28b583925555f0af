using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Consistency;
using Sakip.Planning;
using Sakip.Tests.Orchestrations.Planning;
using Sakip.Tests.Orchestrations.Reporting;

namespace Sakip.Tests.Orchestrations.Agreements;

/// <summary>What follows from plan, budget and parties alone.</summary>
public sealed class AgreementRulesTests
{
    [Theory]
    [InlineData("2024-01-21", null)]
    [InlineData("2024-01-22", 20)]
    [InlineData("2024-01-28", 20)]
    [InlineData("2024-01-29", 27)]
    [InlineData("2024-02-02", 27)]
    [InlineData("2024-02-03", null)]
    public void The_month_after_the_budget_document_warns_at_20_and_27_days(string today, int? warning) =>
        Assert.Equal(
            warning,
            AgreementDeadlines.DueWarning(
                new DateOnly(2024, 1, 2),
                DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)
            )
        );

    [Fact]
    public void Two_agreements_stand_side_by_side_with_their_differences_in_words()
    {
        var compared = AgreementComparison.Of(SampleReport.First, SampleReport.Revised);

        var target = Assert.Single(compared.Targets, line => line.Kind == ChangeKind.Changed);
        Assert.Equal(("60 persen", "56 persen", "Turun 4 persen"), (target.Before, target.After, target.Words));
        Assert.All(compared.Parties, line => Assert.Equal("Tetap", line.Words));
        var total = compared.Amounts[^1];
        Assert.Equal(
            ("Rp3.652.226.410", "Rp3.639.196.510", "Turun Rp13.029.900"),
            (total.Before, total.After, total.Words)
        );
        Assert.Equal(compared.Amounts.Count(line => line.Kind == ChangeKind.Changed) + 1, compared.Changes);
    }

    [Fact]
    public void A_programme_that_is_new_or_gone_is_called_so()
    {
        var before = SampleReport.First with
        {
            Programmes = [new("1", "Lama", 10m, "APBD"), new("2", "Tetap", 5m, "APBD")],
        };
        var after = SampleReport.First with
        {
            Programmes = [new("2", "Tetap", 5m, "APBD"), new("3", "Anyar", 7m, "APBD")],
        };

        Assert.Equal(
            [("Lama", "Dihapus"), ("Tetap", "Tetap"), ("Anyar", "Baru"), ("Jumlah anggaran", "Turun Rp3")],
            AgreementComparison.Of(before, after).Amounts.Select(line => (line.Name, line.Words))
        );
    }

    [Fact]
    public void One_person_in_both_posts_or_a_vacant_post_makes_no_agreement()
    {
        var on = new DateOnly(2024, 1, 5);
        OfficePlan With(params Appointment[] more) =>
            Sample.Plan with
            {
                Appointments = [.. Sample.Plan.Appointments.Where(one => one.Post != "kepala-biro"), .. more],
            };

        Assert.Null(AgreementDrafting.Obstacle(Sample.Plan, on));
        Assert.Contains("tidak terisi", AgreementDrafting.Obstacle(With(), on));
        Assert.Contains(
            "kedua pihak",
            AgreementDrafting.Obstacle(With(new Appointment("p02", "kepala-biro", Tenure.Plt, new(2024, 1, 1))), on)
        );
    }

    [Fact]
    public void An_acting_official_signs_under_the_acting_title()
    {
        var plan = Sample.Plan with
        {
            Appointments =
            [
                .. Sample.Plan.Appointments,
                new Appointment("p04", "kepala-biro", Tenure.Plh, new(2024, 1, 1)),
            ],
        };

        var drafted = AgreementDrafting.Draft(plan, null, null, new DateOnly(2024, 1, 5));

        Assert.Equal("Plh. Kepala Biro Organisasi Setda Provinsi Bali", drafted.FirstParty.Title);
        Assert.Equal("p04", drafted.FirstParty.Official);
    }

    [Fact]
    public void Two_programmes_of_one_name_are_found_before_anybody_signs()
    {
        var budget = Sample.Plan.Budget;
        var same = budget with
        {
            Programmes = [.. budget.Programmes.Select(one => one with { Name = budget.Programmes[0].Name })],
        };

        var found = AgreementRules.Check(
            new AgreementCase(Sample.Plan, SampleReport.First.Terms, same, same, new DateOnly(2024, 1, 5))
        );

        Assert.Contains(found, one => one.Code == "K-AG-01");
    }

    [Fact]
    public void A_party_who_is_a_verifier_too_is_not_asked_to_check_what_he_signs()
    {
        var on = new DateOnly(2024, 1, 5);
        var party = Bearers.Of(Sample.Plan, ApprovalKind.FirstPartySignature, null, on);
        var plan = Sample.Plan with { Roles = [new(OfficeRole.Verifier, party.Code), .. Sample.Plan.Roles] };

        Assert.NotEqual(party.Code, Bearers.Of(plan, ApprovalKind.AgreementCheck, null, on).Code);
        Assert.Equal(party, Bearers.Of(plan, ApprovalKind.FirstPartySignature, null, on));
        Assert.Null(Bearers.Find(plan, ApprovalKind.FirstPartySignature, null, on, [party.Code]));
    }

    [Fact]
    public void A_revision_names_the_agreement_that_it_really_replaces()
    {
        var order = new RevisionOrder(
            RevisionCause.Requested,
            1,
            RevisionReason.PrioritiesChanged,
            "Prioritas bergeser.",
            [new AnnualTarget("snp", 58m)],
            "p13"
        );

        var third = AgreementDrafting.Draft(
            Sample.Plan,
            3,
            order,
            SampleReport.Revised.Terms,
            Sample.Revision.Budget,
            new DateOnly(2024, 10, 1)
        );

        Assert.Equal((3, 1, RevisionReason.PrioritiesChanged), (third.Terms.Revision, third.Predecessor, third.Reason));
        Assert.Equal(58m, third.Indicators.Single(one => one.Indicator == "snp").Target.Value);
        Assert.Equal(1, third.Terms.BudgetSequence);
    }
}
