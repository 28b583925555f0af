using Sakip.Approvals;

namespace Sakip.Tests.Orchestrations.Orchestrators;

public sealed class ApprovalTests
{
    private const string EventName = "Decided:submit:1";

    private static readonly DateTime Opened = new(2024, 4, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Escalation = Opened.AddDays(10);
    private static readonly DateTime Closes = Opened.AddDays(20);

    private static readonly ApprovalInput Input =
        new(ApprovalKind.ReportSubmission, "report.biro.2024.q1.tu.r1", 1, "tu", 1);

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

    private static OrchestratorWorld World(Decision standing) =>
        new OrchestratorWorld(Input, Opened)
            .WithInput<ApprovalInput>()
            .Activity(nameof(ApprovalActivities.OpenApproval), new ApprovalSchedule(Opened.AddDays(9), Closes, [Escalation]))
            .Activity(nameof(ApprovalActivities.CloseApproval), new ApprovalOutcome(standing, "p08", Opened));
}
