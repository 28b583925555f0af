using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Consistency;
using Sakip.Kernel;

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
        var world = Quarterly(_ => Task.FromResult(Verified("tu")))
            .Activity(nameof(CollectionActivities.FindWindow), new QuarterWindow(opens));

        var run = QuarterlyCollection.Run(world.Context);
        Assert.Equal(["FindWindow", "timer"], world.Calls);
        world.Fire(opens);
        await run;

        Assert.Equal(["report:biro:2024:q1:tu:r1", "report:biro:2024:q1:perpustakaan:r1"], world.ChildIds);
        var closing = Assert.IsType<QuarterClosing>(world.Given["CloseQuarter"]);
        Assert.Equal(2, closing.Reports.Count);
        Assert.Equal("EvaluateQuarter", world.Calls[^1]);
    }

    [Fact]
    public async Task A_window_that_the_plan_opens_earlier_opens_when_the_opener_calls()
    {
        var called = new TaskCompletionSource<WindowOpenedSignal>();
        var world = Quarterly(_ => Task.FromResult(Verified("tu")))
            .Activity(
                nameof(CollectionActivities.FindWindow),
                new QuarterWindow(March.AddDays(30)),
                new QuarterWindow(March)
            )
            .Event("WindowOpened", called.Task);

        var run = QuarterlyCollection.Run(world.Context);
        Assert.False(run.IsCompleted);
        called.SetResult(new WindowOpenedSignal());
        await run;

        Assert.Contains("OpenQuarter", world.Calls);
    }

    [Fact]
    public async Task An_extension_goes_to_the_reports_that_are_not_done_and_to_no_other()
    {
        var slow = new TaskCompletionSource<ReportOutcome>();
        var extended = new TaskCompletionSource<WindowExtendedSignal>();
        var world = Quarterly(given =>
                ((ReportInput)given!).SubUnit == "tu" ? slow.Task : Task.FromResult(Verified("perpustakaan"))
            )
            .Activity(nameof(CollectionActivities.FindWindow), new QuarterWindow(March))
            .Event("WindowExtended:1", extended.Task);

        var run = QuarterlyCollection.Run(world.Context);
        extended.SetResult(new WindowExtendedSignal(1));
        slow.SetResult(Verified("tu"));
        await run;

        Assert.Equal(["report:biro:2024:q1:tu:r1 WindowExtended:1"], world.Sent);
    }

    [Fact]
    public async Task A_blocked_quarter_is_not_locked_until_it_is_checked_again_and_those_named_report_once_more()
    {
        var recheck = new TaskCompletionSource<RecheckSignal>();
        var world = Quarterly(given =>
                Task.FromResult(Verified(((ReportInput)given!).SubUnit, ((ReportInput)given).Round))
            )
            .Activity(nameof(CollectionActivities.FindWindow), new QuarterWindow(March))
            .Activity(
                nameof(CollectionActivities.CloseQuarter),
                new QuarterOutcome(Quarter.Q1, "temuan", [], [], Blockers: 1),
                new QuarterOutcome(Quarter.Q1, "hash", [], [])
            )
            .Activity(nameof(RoundActivities.FindRecheck), new QuarterOpening(["tu"], Round: 2))
            .Event("Recheck:1", recheck.Task);

        var run = QuarterlyCollection.Run(world.Context);
        Assert.DoesNotContain("EvaluateQuarter", world.Calls);
        recheck.SetResult(new RecheckSignal());
        await run;

        Assert.Equal("report:biro:2024:q1:tu:r2", world.ChildIds[^1]);
        var closing = Assert.IsType<QuarterClosing>(world.Given["CloseQuarter"]);
        Assert.Equal((2, 2), (closing.Attempt, closing.Reports.Count));
        Assert.Equal(2, closing.Reports.Single(report => report.SubUnit == "tu").Round);
    }

    [Fact]
    public async Task A_quarter_built_again_does_not_wait_for_a_recheck_that_was_asked_for_before()
    {
        var world = Quarterly(given =>
                Task.FromResult(Verified(((ReportInput)given!).SubUnit, ((ReportInput)given).Round))
            )
            .Activity(nameof(CollectionActivities.FindWindow), new QuarterWindow(March))
            .Activity(
                nameof(CollectionActivities.CloseQuarter),
                new QuarterOutcome(Quarter.Q1, "temuan", [], [], Blockers: 1, IsAnswered: true),
                new QuarterOutcome(Quarter.Q1, "hash", [], [])
            )
            .Activity(nameof(RoundActivities.FindRecheck), new QuarterOpening(["tu"], Round: 2));

        await QuarterlyCollection.Run(world.Context);

        Assert.Equal("report:biro:2024:q1:tu:r2", world.ChildIds[^1]);
        Assert.Equal("EvaluateQuarter", world.Calls[^1]);
    }

    [Fact]
    public async Task A_quarter_is_reopened_only_with_a_second_persons_approval()
    {
        var refused = Reopening(Decision.Returned);
        Assert.Null((await QuarterReopening.Run(refused.Context)).Outcome);
        Assert.Equal(["Approval", "DropRound"], refused.Calls);

        var approved = Reopening(Decision.Approved);
        Assert.NotNull((await QuarterReopening.Run(approved.Context)).Outcome);
        Assert.Equal(["Approval", "OpenRound", "SubUnitReport", "CloseQuarter", "EvaluateQuarter"], approved.Calls);
        Assert.Equal("report:biro:2024:q1:tu:r2", approved.ChildIds[1]);
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
            Decision.Submitted,
            Decision.Approved,
            Decision.Returned,
            Decision.Submitted,
            Decision.Approved,
            Decision.Verified
        );

        var outcome = await SubUnitReport.Run(world.Context);

        Assert.Equal(2, outcome.Revision);
        Assert.Equal(["submit:1", "head:1", "verify:1", "submit:2", "head:2", "verify:2"], Steps(world));
    }

    [Fact]
    public async Task An_extension_reaches_the_step_that_is_open_and_later_steps_know_how_many_were_heard()
    {
        var submitted = new TaskCompletionSource<ApprovalOutcome>();
        var extended = new TaskCompletionSource<WindowExtendedSignal>();
        var world = new OrchestratorWorld(Report, March)
            .WithInput<ReportInput>()
            .Event("WindowExtended:1", extended.Task)
            .Never<WindowExtendedSignal>("WindowExtended:2")
            .Child(
                nameof(Approval),
                given =>
                    ((ApprovalInput)given!).Kind switch
                    {
                        ApprovalKind.ReportSubmission => submitted.Task,
                        ApprovalKind.ReportApproval => Task.FromResult(
                            new ApprovalOutcome(Decision.Approved, "p02", March)
                        ),
                        _ => Task.FromResult(new ApprovalOutcome(Decision.Verified, "p03", March)),
                    }
            );

        var run = SubUnitReport.Run(world.Context);
        extended.SetResult(new WindowExtendedSignal(1));
        Assert.Equal(["approval:report.biro.2024.q1.tu.r1:submit:1 WindowExtended:1"], world.Sent);
        submitted.SetResult(new ApprovalOutcome(Decision.Submitted, "p01", March));
        await run;

        Assert.Equal(1, ((ApprovalInput)world.Given["Approval"]!).Extensions);
    }

    [Theory]
    [InlineData(ReportResult.NotReported, new[] { Decision.Expired })]
    [InlineData(ReportResult.NotVerified, new[] { Decision.Submitted, Decision.Expired })]
    [InlineData(ReportResult.NotVerified, new[] { Decision.Submitted, Decision.Approved, Decision.Expired })]
    public async Task What_is_not_done_in_time_is_missing_and_nothing_is_approved_by_silence(
        ReportResult expected,
        Decision[] decisions
    )
    {
        var outcome = await SubUnitReport.Run(World(decisions).Context);

        Assert.Equal(expected, outcome.Result);
    }

    private static IEnumerable<string> Steps(OrchestratorWorld world) =>
        world.ChildIds.Select(id => string.Join(':', id!.Split(':')[^2..]));

    private static ReportOutcome Verified(string subUnit, int round = 1) =>
        new(subUnit, ReportResult.Verified, 1, round);

    private static OrchestratorWorld Quarterly(Func<object?, Task<ReportOutcome>> report) =>
        new OrchestratorWorld(Input, March)
            .WithInput<QuarterInput>()
            .Activity(nameof(CollectionActivities.OpenQuarter), new QuarterOpening(["tu", "perpustakaan"]))
            .Activity(nameof(CollectionActivities.CloseQuarter), new QuarterOutcome(Quarter.Q1, "hash", [], ["tu"]))
            .Never<WindowOpenedSignal>("WindowOpened")
            .Never<WindowExtendedSignal>("WindowExtended:1", "WindowExtended:2")
            .Child(nameof(SubUnitReport), report);

    private static OrchestratorWorld Reopening(Decision decision) =>
        new OrchestratorWorld(new ReopeningInput("biro", 2024, Quarter.Q1, 2, "p13"), March)
            .WithInput<ReopeningInput>()
            .Child(nameof(Approval), _ => Task.FromResult(new ApprovalOutcome(decision, "p01", March)))
            .Child(nameof(SubUnitReport), _ => Task.FromResult(Verified("tu", 2)))
            .Activity(nameof(RoundActivities.OpenRound), new QuarterOpening(["tu"], Round: 2))
            .Activity(nameof(CollectionActivities.CloseQuarter), new QuarterOutcome(Quarter.Q1, "hash", [], []));

    private static OrchestratorWorld World(params Decision[] decisions)
    {
        var queue = new Queue<Decision>(decisions);
        return new OrchestratorWorld(Report, March)
            .WithInput<ReportInput>()
            .Never<WindowExtendedSignal>("WindowExtended:1")
            .Child(
                nameof(Approval),
                _ => Task.FromResult(new ApprovalOutcome(queue.Dequeue(), "p01", March, "Mohon diperbaiki."))
            );
    }
}
