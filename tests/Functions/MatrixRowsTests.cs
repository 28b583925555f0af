using Sakip.Collection;
using Sakip.Functions.Collection;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Rehearsal;
using Sakip.Storage;

namespace Sakip.Tests.Functions;

/// <summary>The matrix of a quarter: calm until something is due.</summary>
public sealed class MatrixRowsTests
{
    private static readonly OfficePlan Plan = PlanReader
        .Read(File.ReadAllText(Path.Combine(RehearsalOptions.Read([]).Sample, "plan.json")))
        .Value!;

    private static readonly ReportingWindow Window = Plan.Windows.Single(window => window.Quarter == Quarter.Q2);

    [Theory]
    [InlineData("2024-07-01T01:00:00Z", "Belum dilaporkan", Tone.Plain, null)]
    [InlineData("2024-07-10T01:00:00Z", "Tinggal 2 hari kerja", Tone.Wait, "tinggal 2 hari kerja")]
    [InlineData("2024-07-12T01:00:00Z", "Tenggat hari ini", Tone.Wait, "hari ini")]
    [InlineData("2024-07-12T09:00:00Z", "Terlambat 1 hari kerja", Tone.Bad, "lewat 1 hari kerja")]
    [InlineData("2024-07-17T01:00:00Z", "Terlambat 2 hari kerja", Tone.Bad, "lewat 2 hari kerja")]
    public void A_report_that_is_owed_turns_amber_and_red_by_working_days(
        string now,
        string state,
        object tone,
        string? days
    )
    {
        var row = Row(ReportState.NotReported, "submit", DateTimeOffset.Parse(now, null));

        Assert.Equal((state, (Tone)tone, days), (row.State, row.Tone, row.Open!.Days));
        Assert.Equal((Tone)tone == Tone.Bad, row.IsLate);
        Assert.False(row.IsIn);
    }

    [Fact]
    public void A_report_that_is_in_and_waits_too_long_says_for_whom_and_since_when()
    {
        var row = Row(ReportState.Submitted, "head", new DateTimeOffset(2024, 7, 15, 1, 0, 0, TimeSpan.Zero));

        Assert.Equal(("Diajukan, lewat 1 hari kerja", Tone.Bad), (row.State, row.Tone));
        Assert.True(row.IsIn);
        Assert.Equal(
            ("Persetujuan kepala", "12 Jul 2024", "10 Jul 2024"),
            (row.Open!.StepName, row.Open.Due, row.Open.Reminded)
        );
        Assert.Equal("1 dari 1 masuk, 1 terlambat", new QuarterTable("", "", [row]).Headline);
    }

    private static MatrixRow Row(ReportState state, string step, DateTimeOffset now)
    {
        var subUnit = Plan.SubUnits[0];
        var subject = new SubUnitReportSubject(Plan.Office, Quarter.Q2, subUnit.Code, 1);
        var waiting = new WaitingRow
        {
            Subject = subject.Dotted,
            Step = step,
            Attempt = 1,
            Bearer = Plan.Officials[0].Code,
            SubUnit = subUnit.Code,
            DueAt = Plan.WorkDays().Deadline(new DateOnly(2024, 7, 12)),
        };
        var report = new ReportStanding
        {
            SubUnit = subUnit,
            Round = 1,
            State = state,
            IsLate = false,
            Revision = 1,
            SubmittedAt = null,
            Waiting = waiting,
            Reminded = new DateTimeOffset(2024, 7, 10, 0, 0, 0, TimeSpan.Zero),
        };
        var standing = new QuarterStanding
        {
            Quarter = Quarter.Q2,
            Window = new WindowInForce(Window, 0),
            State = QuarterState.Open,
            Progress = null,
            Reports = [report],
            Extensions = [],
            Rounds = [],
        };
        return Assert.Single(MatrixRows.Of(Plan, standing, "/triwulan/2", now));
    }
}
