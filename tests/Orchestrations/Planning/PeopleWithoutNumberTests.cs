using Sakip.Agreements;
using Sakip.Consistency;
using Sakip.Planning;
using Sakip.Tests.Orchestrations.Reporting;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Regional heads, contract staff, and people in two posts.</summary>
public sealed class PeopleWithoutNumberTests
{
    private static readonly DateOnly Day = new(2024, 1, 15);

    private static readonly PlanReading OfGovernor = PlanFile.Read(
        Case("p01-atasan-gubernur-tanpa-nip.json"),
        Sample.Checks
    );

    [Fact]
    public void A_governor_without_number_may_be_the_superior()
    {
        Assert.Empty(OfGovernor.Errors);
        var plan = OfGovernor.Plan!;
        var governor = new OfficeDirectory(plan).SecondParty(Day)!;

        Assert.Equal(PersonKind.KepalaDaerah, new OfficeDirectory(plan).KindOf(governor.Official));
        Assert.Contains(
            OfGovernor.Warnings,
            one => one.Message.Contains("tanpa NIP dibaca sebagai Kepala daerah", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Under_a_governor_s_signature_stand_neither_rank_nor_number()
    {
        var governor = new OfficeDirectory(OfGovernor.Plan!).SecondParty(Day)!;
        var ranked = governor with { Official = governor.Official with { Rank = "Pembina (IV/a)" } };

        var party = Signatures.Party("kedua", "Pihak Kedua,", ranked.Snapshot());

        Assert.Equal(["Pihak Kedua,", "Gubernur Bali,"], party.RoleLines);
        Assert.Empty(party.IdentityLines);
        Assert.Equal("Dr. Ir. Contoh Gubernur, M.M.", party.Name);
    }

    [Fact]
    public void The_agreement_with_a_governor_passes_its_gate_and_names_no_number()
    {
        var plan = OfGovernor.Plan!;
        var snapshot = AgreementDrafting.Draft(plan, 0, null, null, plan.Budget, Day);

        var found = AgreementRules.Check(new AgreementCase(plan, snapshot.Terms, plan.Budget, plan.Budget, Day));
        var words = SampleReport.TextOf(AgreementDocument.Build(plan, snapshot, DateTimeOffset.UnixEpoch));

        Assert.DoesNotContain(found, one => one.Code == "K-OR-01");
        Assert.Contains("Gubernur Bali", words, StringComparison.Ordinal);
        Assert.Contains("NIP. 19900101 201501 1 001", words, StringComparison.Ordinal);
        Assert.Equal(2, words.Split("NIP").Length - 1);
        Assert.DoesNotContain("NIP penilai", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bupati Contoh", PersonKind.KepalaDaerah)]
    [InlineData("Wakil Wali Kota Contoh", PersonKind.KepalaDaerah)]
    [InlineData("Walikota", PersonKind.KepalaDaerah)]
    [InlineData("Asisten Gubernur", PersonKind.NonAsn)]
    [InlineData("Bupatian", PersonKind.NonAsn)]
    public void Who_has_no_number_is_known_by_the_post(string post, PersonKind kind) =>
        Assert.Equal(kind, PersonKinds.Of(Sample.Plan.Officials[0] with { Nip = "-" }, [post]));

    [Fact]
    public void Contract_staff_without_number_go_through_the_workbook_and_back()
    {
        var plan = With(0, one => one with { Nip = null, Kind = PersonKind.NonAsn });

        var reading = PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(plan, [])), Sample.Checks);

        Assert.Empty(reading.Errors);
        Assert.Equal(PlanWriter.Write(plan), PlanWriter.Write(reading.Plan!));
        Assert.DoesNotContain(reading.Warnings, one => one.Cell?.Heading == "NIP");
    }

    [Fact]
    public void A_civil_servant_without_number_is_refused_with_the_way_out()
    {
        var error = Assert.Single(PlanRules.Check(With(0, one => one with { Nip = "", Kind = PersonKind.Asn }), []));

        Assert.Equal("$.officials[0].nip", error.Path);
        Assert.Contains("Kepala daerah atau Non-ASN", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_without_the_new_field_reads_and_writes_as_before()
    {
        Assert.All(Sample.Plan.Officials, official => Assert.Null(official.Kind));
        Assert.DoesNotContain("\"kind\": null", PlanWriter.Write(Sample.Plan), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_that_two_share_is_refused_with_the_reason_and_as_it_was_typed()
    {
        var shared = With(1, one => one with { Email = Sample.Plan.Officials[0].Email.ToUpperInvariant() });

        var error = Assert.Single(PlanRules.Check(shared, []));

        Assert.Equal("$.officials[1].email", error.Path);
        Assert.Contains(
            $"\"{shared.Officials[1].Email}\" sudah dipakai {shared.Officials[0].Name}",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("membuktikan siapa", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_who_also_acts_for_the_superior_is_found_before_the_year_begins()
    {
        var reading = PlanFile.Read(Case("p04-kepala-merangkap-plt-atasan.json"), Sample.Checks);

        Assert.Empty(reading.Errors);
        var warning = Assert.Single(reading.Warnings, one => one.Path == "$.agreement.secondParty");
        Assert.Contains("menduduki jabatan kedua pihak per", warning.Message, StringComparison.Ordinal);
        Assert.Contains("Tunjuk Plh.", warning.Message, StringComparison.Ordinal);
    }

    private static OfficePlan With(int at, Func<Official, Official> change) =>
        Sample.Plan with
        {
            Officials = [.. Sample.Plan.Officials.Select((one, i) => i == at ? change(one) : one)],
        };

    private static byte[] Case(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Planning", "Cases", name));
}
