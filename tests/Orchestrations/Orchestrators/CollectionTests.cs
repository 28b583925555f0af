using Sakip.Approvals;
using Sakip.Calendar;
using Sakip.Collection;

namespace Sakip.Tests.Orchestrations.Orchestrators;

public sealed class CollectionTests
{
    private static readonly DateTime March = new(2024, 3, 30, 0, 0, 0, DateTimeKind.Utc);
    private static readonly QuarterInput Input = new("biro", 2024, Quarter.Q1);
    private static readonly ReportInput Report = new("biro", 2024, Quarter.Q1, "tu", 1);

    [Fact]
    public async Task A_quarter_waits_for_its_window_and_asks_every_sub_unit()
    {
        var opens = March.AddDays(2);
        var world = new OrchestratorWorld(Input, March)
            .WithInput<QuarterInput>()
            .Activity(nameof(CollectionActivities.FindWindow), new QuarterWindow(opens))
            .Activity(nameof(CollectionActivities.OpenQuarter), new QuarterOpening(["tu", "perpustakaan"]))
            .Activity(nameof(CollectionActivities.CloseQuarter), new QuarterOutcome(Quarter.Q1, "hash", [], ["tu"]))
            .Child(nameof(SubUnitReport), given => Task.FromResult(
                new ReportOutcome(((ReportInput)given!).SubUnit, ReportResult.Verified, 1)));

        var run = QuarterlyCollection.Run(world.Context);
        Assert.Equal(["FindWindow", "timer"], world.Calls);
        world.Fire(opens);
        await run;

        Assert.Equal(["report:biro:2024:q1:tu:r1", "report:biro:2024:q1:perpustakaan:r1"], world.ChildIds);
        var closing = Assert.IsType<QuarterClosing>(world.Given["CloseQuarter"]);
        Assert.Equal(["tu", "perpustakaan"], closing.Reports.Select(report => report.SubUnit));
    }

    [Fact]
    public async Task A_report_passes_operator_head_and_verifier()
    {
        var world = World(Decision.Submitted, Decision.Approved, Decision.Verified);

        var outcome = await SubUnitReport.Run(world.Context);

        Assert.Equal(new ReportOutcome("tu", ReportResult.Verified, 1), outcome);
        Assert.Equal(["submit:1", "head:1", "verify:1"], Steps(world));
    }

    [Fact]
    public async Task A_returned_report_is_asked_for_again_with_the_note()
    {
        var world = World(
            Decision.Submitted, Decision.Approved, Decision.Returned, Decision.Submitted, Decision.Approved, Decision.Verified);

        var outcome = await SubUnitReport.Run(world.Context);

        Assert.Equal(2, outcome.Revision);
        Assert.Equal(["submit:1", "head:1", "verify:1", "submit:2", "head:2", "verify:2"], Steps(world));
    }

    [Theory]
    [InlineData(ReportResult.NotReported, new[] { Decision.Expired })]
    [InlineData(ReportResult.NotVerified, new[] { Decision.Submitted, Decision.Expired })]
    [InlineData(ReportResult.NotVerified, new[] { Decision.Submitted, Decision.Approved, Decision.Expired })]
    public async Task What_is_not_done_in_time_is_missing_and_nothing_is_approved_by_silence(
        ReportResult expected, Decision[] decisions)
    {
        var outcome = await SubUnitReport.Run(World(decisions).Context);

        Assert.Equal(expected, outcome.Result);
    }

    private static IEnumerable<string> Steps(OrchestratorWorld world) =>
        world.ChildIds.Select(id => string.Join(':', id!.Split(':')[^2..]));

    private static OrchestratorWorld World(params Decision[] decisions)
    {
        var queue = new Queue<Decision>(decisions);
        return new OrchestratorWorld(Report, March)
            .WithInput<ReportInput>()
            .Child(nameof(Approval), _ => Task.FromResult(
                new ApprovalOutcome(queue.Dequeue(), "p01", March, "Mohon diperbaiki.")));
    }
}
