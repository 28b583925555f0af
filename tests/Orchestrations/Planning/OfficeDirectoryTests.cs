using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

public class OfficeDirectoryTests
{
    private static readonly DateOnly May = new(2024, 5, 6);

    [Fact]
    public void The_parties_are_the_head_and_the_direct_superior()
    {
        var directory = new OfficeDirectory(Sample.Plan);
        Assert.Equal("Contoh Satu Wijaya, S.H., M.H.", directory.FirstParty(May)!.Official.FullName());
        Assert.Equal("asisten", directory.SecondParty(May)!.Post.Code);
        Assert.Equal("asisten", directory.SuperiorOf("kepala-biro", May)!.Post.Code);
        Assert.Null(directory.SuperiorOf("asisten", May));
    }

    [Theory]
    [InlineData(Tenure.Plh)]
    [InlineData(Tenure.Plt)]
    [InlineData(Tenure.Pj)]
    public void An_acting_official_signs_with_the_tenure_before_the_post(Tenure tenure)
    {
        var directory = Acting(tenure, new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 10));
        var snapshot = directory.HolderOf("kepala-biro", May)!.Snapshot();
        Assert.Equal($"{tenure}. Kepala Biro Organisasi Setda Provinsi Bali", snapshot.Title);
        Assert.Equal("p03", snapshot.Official);
    }

    [Fact]
    public void The_first_and_the_last_day_of_an_appointment_count()
    {
        var directory = Acting(Tenure.Plh, new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 10));
        Assert.Equal(
            ["p01", "p03", "p03", "p01"],
            new[] { (4, 30), (5, 1), (5, 10), (5, 11) }.Select(day =>
                directory.HolderOf("kepala-biro", new DateOnly(2024, day.Item1, day.Item2))!.Official.Code
            )
        );
    }

    [Fact]
    public void A_post_without_a_holder_is_vacant() =>
        Assert.Null(new OfficeDirectory(Sample.Plan).HolderOf("kepala-biro", new DateOnly(2020, 1, 1)));

    [Fact]
    public void The_accountability_sub_unit_is_verified_from_another_one()
    {
        var directory = new OfficeDirectory(Sample.Plan);
        Assert.Equal(["p16"], directory.Verifiers("rb-akuntabilitas", May).Select(official => official.Code));
        Assert.Equal(["p15"], directory.Verifiers("perpustakaan", May).Select(official => official.Code));
        Assert.Empty(directory.Verifiers("rb-akuntabilitas", May, submitter: "p16"));
    }

    private static OfficeDirectory Acting(Tenure tenure, DateOnly from, DateOnly until) =>
        new(
            Sample.Plan with
            {
                Appointments = [.. Sample.Plan.Appointments, new("p03", "kepala-biro", tenure, from, until)],
            }
        );
}
