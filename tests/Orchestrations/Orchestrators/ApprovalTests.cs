using Sakip.Approvals;

namespace Sakip.Tests.Orchestrations.Orchestrators;

public sealed class ApprovalTests
{
    private const string EventName = "Decided:submit:1";

    private static readonly DateTime Opened = new(2024, 4, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Escalation = Opened.AddDays(10);
    private static readonly DateTime Closes = Opened.AddDays(20);

    private static readonly ApprovalInput Input = new(
        ApprovalKind.ReportSubmission,
        "report.biro.2024.q1.tu.r1",
        1,
        "tu",
        1
    );

    [Fact]
    public async Task A_decision_ends_the_step_and_cancels_the_ladder()
    {
        var arrival = new TaskCompletionSource<DecisionSignal>();
        var world = World(Decision.Submitted).Event(EventName, arrival.Task);

        var run = Approval.Run(world.Context);
        arrival.SetResult(new DecisionSignal());

        Assert.Equal(Decision.Submitted, (await run).Decision);
        Assert.Equal(["OpenApproval", "timer", "CloseApproval"], world.Calls);
        Assert.Equal([Escalation], world.Timers);
    }

    [Fact]
    public async Task Silence_escalates_and_then_the_deadline_closes_the_step()
    {
        var world = World(Decision.Expired).Event(EventName, new TaskCompletionSource<DecisionSignal>().Task);

        var run = Approval.Run(world.Context);
        world.Fire(Escalation);
        world.Fire(Closes);

        Assert.Equal(Decision.Expired, (await run).Decision);
        Assert.Equal(["OpenApproval", "timer", "EscalateApproval", "timer", "CloseApproval"], world.Calls);
    }

    [Fact]
    public async Task The_row_that_stands_decides_and_not_what_woke_the_step()
    {
        // The deadline wakes it, yet somebody's claim came first.
        var world = World(Decision.Submitted).Event(EventName, new TaskCompletionSource<DecisionSignal>().Task);

        var run = Approval.Run(world.Context);
        world.Fire(Escalation);
        world.Fire(Closes);

        Assert.Equal(Decision.Submitted, (await run).Decision);
    }

    [Fact]
    public async Task An_extension_moves_the_ladder_and_the_deadline_and_the_timers_before_it_are_cancelled()
    {
        var extended = new TaskCompletionSource<WindowExtendedSignal>();
        var (rung, closes) = (Escalation.AddDays(7), Closes.AddDays(7));
        var world = World(Decision.Expired)
            .Event(EventName, new TaskCompletionSource<DecisionSignal>().Task)
            .Event("WindowExtended:1", extended.Task)
            .Activity(
                nameof(ApprovalActivities.MoveApproval),
                new ApprovalSchedule(Opened.AddDays(16), closes, [rung])
            );

        var run = Approval.Run(world.Context);
        extended.SetResult(new WindowExtendedSignal(1));
        world.Fire(rung);
        world.Fire(closes);

        Assert.Equal(Decision.Expired, (await run).Decision);
        Assert.Equal(
            ["OpenApproval", "timer", "MoveApproval", "timer", "EscalateApproval", "timer", "CloseApproval"],
            world.Calls
        );
        Assert.Equal([Escalation, rung, closes], world.Timers);
    }

    [Fact]
    public async Task A_deadline_that_was_moved_while_it_fired_closes_nothing()
    {
        var later = Closes.AddDays(7);
        var world = World(Decision.Expired)
            .Event(EventName, new TaskCompletionSource<DecisionSignal>().Task)
            .Activity(
                nameof(ApprovalActivities.CloseApproval),
                new ApprovalOutcome(
                    Decision.Expired,
                    "sistem",
                    Closes,
                    Moved: new ApprovalSchedule(later, later, [], 1)
                ),
                new ApprovalOutcome(Decision.Expired, "sistem", later)
            );

        var run = Approval.Run(world.Context);
        world.Fire(Escalation);
        world.Fire(Closes);
        Assert.False(run.IsCompleted);
        world.Fire(later);

        Assert.Null((await run).Moved);
    }

    private static OrchestratorWorld World(Decision standing) =>
        new OrchestratorWorld(Input, Opened)
            .WithInput<ApprovalInput>()
            .Never<WindowExtendedSignal>("WindowExtended:1", "WindowExtended:2")
            .Activity(
                nameof(ApprovalActivities.OpenApproval),
                new ApprovalSchedule(Opened.AddDays(9), Closes, [Escalation])
            )
            .Activity(nameof(ApprovalActivities.CloseApproval), new ApprovalOutcome(standing, "p08", Opened));
}
