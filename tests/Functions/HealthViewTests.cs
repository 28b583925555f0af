using Sakip.Approvals;
using Sakip.Functions.Home;
using Sakip.Planning;
using Sakip.Recovery;
using Sakip.Rehearsal;
using Sakip.Storage;

namespace Sakip.Tests.Functions;

/// <summary>What an administrator reads of a year: every trouble says what it is about and what to do.</summary>
public sealed class HealthViewTests
{
    private static readonly OfficePlan Plan = PlanReader
        .Read(File.ReadAllText(Path.Combine(RehearsalOptions.Read([]).Sample, "plan.json")))
        .Value!;

    private static readonly DateTimeOffset Then = new(2024, 7, 9, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Trouble.CycleMissing, "cycle:biro-organisasi:2024", "Siklus kinerja 2024", "membangun kembali")]
    [InlineData(Trouble.InstanceFailed, "quarter:biro-organisasi:2024:q2", "Triwulan II", "membangun kembali")]
    [InlineData(
        Trouble.StepWithoutInstance,
        "approval:report.biro-organisasi.2024.q2.tatalaksana.r1:report-submission:1",
        "Laporan triwulan II, ",
        "membangun kembali"
    )]
    [InlineData(
        Trouble.DecisionNotHeard,
        "approval:agreement.biro-organisasi.2024.0:first-party:1",
        "Perjanjian Kinerja 2024",
        "pemeriksaan berkala"
    )]
    [InlineData(
        Trouble.DeadlineMissed,
        "approval:narrative.biro-organisasi.2024.v1.kendala:narrative:1",
        "Narasi: ",
        "membangun kembali"
    )]
    [InlineData(Trouble.AuditRefused, "cycle:biro-organisasi:2024", "Siklus kinerja 2024", "audit verify")]
    public void A_trouble_says_what_it_is_about_and_what_to_do(
        Trouble kind,
        string instance,
        string about,
        string remedy
    )
    {
        var view = HealthViews.Of(
            Plan,
            new YearHealth("biro-organisasi", 2024, [], [new TroubleFound(kind, instance, Then)]),
            new YearLoad(3, 1, TimeSpan.FromHours(30))
        );

        var row = Assert.Single(view.Troubles.Rows);
        Assert.False(view.IsWell);
        Assert.StartsWith("1 hal", view.Said, StringComparison.Ordinal);
        Assert.StartsWith(about, row[0], StringComparison.Ordinal);
        Assert.Contains("9 Juli 2024", row[2], StringComparison.Ordinal);
        Assert.Contains(remedy, row[3], StringComparison.Ordinal);
        Assert.Equal(["3", "1", "1 hari"], view.Facts.Select(fact => fact.Value));
    }

    [Theory]
    [InlineData(nameof(PlanMissingException), "rencana", "Impor")]
    [InlineData(nameof(NoBearerException), "pejabat", "Pengaturan")]
    [InlineData(nameof(MalformedContentException), "rusak", "cadangan")]
    [InlineData(nameof(StorageRefusedException), "menolak", "hak akses")]
    [InlineData(nameof(UnforeseenException), "galat", "log")]
    public void What_has_to_be_mended_says_what_and_can_be_tried_again(string reason, string what, string remedy)
    {
        var standing = new Standing(Standing.ForMending, Then, reason, "OpenQuarter", "none", 1);
        var trouble = new TroubleFound(Trouble.NeedsMending, "quarter:biro-organisasi:2024:q2", Then, standing);
        var view = HealthViews.Of(
            Plan,
            new YearHealth("biro-organisasi", 2024, [], [trouble]),
            new YearLoad(3, 1, TimeSpan.Zero)
        );

        var row = Assert.Single(view.Troubles.Rows);
        Assert.StartsWith("Triwulan II", row[0], StringComparison.Ordinal);
        Assert.Contains(what, row[1], StringComparison.Ordinal);
        Assert.Contains(remedy, row[3], StringComparison.Ordinal);
        Assert.Equal(1, view.Mendable);
    }

    [Fact]
    public void Storage_that_is_away_asks_nothing_of_anybody()
    {
        var trouble = new TroubleFound(
            Trouble.StorageAway,
            "quarter:biro-organisasi:2024:q2",
            Then,
            new Standing(Standing.ForStorage, Then)
        );
        var view = HealthViews.Of(
            Plan,
            new YearHealth("biro-organisasi", 2024, [], [trouble]),
            new YearLoad(3, 1, TimeSpan.Zero)
        );

        Assert.False(view.IsWell);
        Assert.Equal(0, view.Mendable);
        Assert.Contains("lanjut sendiri", view.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_goes_on_is_counted_by_kind_with_the_oldest()
    {
        OpenInstance Open(string id, int hours) => new(id, "x", "Running", Then.AddHours(hours), Then.AddHours(hours));
        var view = HealthViews.Of(
            Plan,
            new YearHealth(
                "biro-organisasi",
                2024,
                [
                    Open("cycle:biro-organisasi:2024", 0),
                    Open("report:biro-organisasi:2024:q2:tatalaksana:1", 2),
                    Open("report:biro-organisasi:2024:q2:kelembagaan:1", 1),
                ],
                []
            ),
            new YearLoad(0, 0, TimeSpan.Zero)
        );

        Assert.True(view.IsWell);
        Assert.Equal(["Siklus tahun", "Laporan triwulan sub-unit"], view.Running.Rows.Select(row => row[0]));
        Assert.Equal(["1", "2"], view.Running.Rows.Select(row => row[1]));
        Assert.Contains("10.00", view.Running.Rows[1][2], StringComparison.Ordinal);
    }
}
