using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Consistency;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Tests.Orchestrations.Orchestrators;

public sealed class YearTests
{
    private static readonly DateTime January = new(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc);
    private static readonly CycleInput Input = new("biro", 2024);

    [Fact]
    public async Task A_year_is_an_agreement_four_quarters_an_evaluation_and_a_report()
    {
        var world = World();

        var outcome = await AnnualCycle.AnnualCycle.Run(world.Context);

        Assert.Equal("report", outcome.ReportHash);
        const string Quarter = "QuarterlyCollection";
        Assert.Equal(
            ["AgreementSigning", Quarter, Quarter, Quarter, Quarter, "EvaluateYear", "ReportAssembly", "CloseYear"],
            world.Calls
        );
        Assert.Equal("agreement:biro:2024:0", world.ChildIds[0]);
        Assert.Equal("quarter:biro:2024:q4", world.ChildIds[4]);
        Assert.Equal("annual-report:biro:2024:v1", world.ChildIds[5]);
    }

    [Fact]
    public async Task A_budget_revision_leads_to_a_revised_agreement_beside_the_quarter()
    {
        var third = new TaskCompletionSource<QuarterOutcome>();
        var revised = new TaskCompletionSource<RevisionSignal>();
        var world = World(quarter => quarter == Quarter.Q3 ? third.Task : Task.FromResult(Closed(quarter)))
            .Event("BudgetRevised:1", revised.Task);

        var run = AnnualCycle.AnnualCycle.Run(world.Context);
        Assert.DoesNotContain("agreement:biro:2024:1", world.ChildIds);
        revised.SetResult(new RevisionSignal(1));
        Assert.Contains("agreement:biro:2024:1", world.ChildIds);
        Assert.False(run.IsCompleted);
        third.SetResult(Closed(Quarter.Q3));
        await run;

        Assert.Equal("CloseYear", world.Calls[^1]);
    }

    [Fact]
    public async Task Revisions_of_every_cause_follow_each_other_and_never_run_side_by_side()
    {
        var third = new TaskCompletionSource<QuarterOutcome>();
        var signed = new TaskCompletionSource<AgreementOutcome>();
        var (budget, official) = (
            new TaskCompletionSource<RevisionSignal>(),
            new TaskCompletionSource<RevisionSignal>()
        );
        var world = World(quarter => quarter == Quarter.Q3 ? third.Task : Task.FromResult(Closed(quarter)))
            .Event("BudgetRevised:1", budget.Task)
            .Event("OfficialChanged:1", official.Task)
            .Child(
                nameof(AgreementSigning),
                given =>
                    ((AgreementInput)given!).Revision == 1
                        ? signed.Task
                        : Task.FromResult(new AgreementOutcome(0, "pk", null))
            );

        var run = AnnualCycle.AnnualCycle.Run(world.Context);
        official.SetResult(new RevisionSignal(1));
        budget.SetResult(new RevisionSignal(1));

        Assert.Contains("agreement:biro:2024:1", world.ChildIds);
        Assert.DoesNotContain("agreement:biro:2024:2", world.ChildIds);
        signed.SetResult(new AgreementOutcome(1, "pk", null));
        Assert.Contains("agreement:biro:2024:2", world.ChildIds);
        Assert.Equal(new RevisionCall("biro", 2024, RevisionCause.BudgetRevised, 1), world.Given["AssignRevision"]);
        third.SetResult(Closed(Quarter.Q3));
        await run;
    }

    [Fact]
    public async Task A_budget_version_that_is_only_noted_draws_up_no_agreement_and_the_next_one_is_heard()
    {
        var third = new TaskCompletionSource<QuarterOutcome>();
        var (noted, revised) = (new TaskCompletionSource<RevisionSignal>(), new TaskCompletionSource<RevisionSignal>());
        var world = World(quarter => quarter == Quarter.Q3 ? third.Task : Task.FromResult(Closed(quarter)))
            .Activity(nameof(RevisionActivities.AssignRevision), RevisionActivities.Noted, 1)
            .Event("BudgetRevised:1", noted.Task)
            .Event("BudgetRevised:2", revised.Task)
            .Event("BudgetRevised:3", Never());

        var run = AnnualCycle.AnnualCycle.Run(world.Context);
        noted.SetResult(new RevisionSignal(1));
        Assert.DoesNotContain("agreement:biro:2024:1", world.ChildIds);
        revised.SetResult(new RevisionSignal(2));
        Assert.Contains("agreement:biro:2024:1", world.ChildIds);
        third.SetResult(Closed(Quarter.Q3));
        await run;
    }

    [Fact]
    public async Task A_report_with_a_blocker_is_not_assembled()
    {
        var world = Report(new ReportGateResult(Blockers: 1, Warnings: 0, "hash"))
            .Event("Recheck:1", new TaskCompletionSource<RecheckSignal>().Task);

        var run = ReportAssembly.Run(world.Context);

        Assert.False(run.IsCompleted);
        Assert.Equal(
            ["OutlineReport", "PrepareSection", "PrepareSection", "CheckReport", "HandBackReport"],
            world.Calls
        );
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_report_is_reviewed_before_it_is_signed_and_signed_before_it_is_published()
    {
        var world = Report(new ReportGateResult(0, 0, "hash"));

        var published = await ReportAssembly.Run(world.Context);

        Assert.Equal("report", published.DocumentHash);
        Assert.Equal(
            ["CheckReport", "AssembleReport", "Approval", "AssembleReport", "Approval", "PublishReport"],
            world.Calls[3..]
        );
        Assert.Equal(
            ["approval:annual-report.biro.2024.v1:review:1", "approval:annual-report.biro.2024.v1:sign:1"],
            world.ChildIds
        );
    }

    private static OrchestratorWorld Report(ReportGateResult gate)
    {
        var decisions = new Queue<Decision>([Decision.Approved, Decision.Signed]);
        return new OrchestratorWorld(new ReportAssemblyInput("biro", 2024, 1), January)
            .WithInput<ReportAssemblyInput>()
            .Activity(nameof(ReportActivities.OutlineReport), new ReportOutline(["bab-1", "bab-2"], []))
            .Activity(nameof(ReportActivities.PrepareSection), new SectionResult("bab-1", "hash"))
            .Activity(nameof(ReportActivities.CheckReport), gate)
            .Activity(nameof(AssemblingActivities.AssembleReport), new AssembledReport("pdf", "docx"))
            .Activity(
                nameof(PublishingActivities.PublishReport),
                new PublishedReport("report", new DateOnly(2025, 2, 20))
            )
            .Child(nameof(Approval), _ => Task.FromResult(new ApprovalOutcome(decisions.Dequeue(), "p01", January)));
    }

    private static OrchestratorWorld World(Func<Quarter, Task<QuarterOutcome>>? collect = null) =>
        new OrchestratorWorld(Input, January)
            .WithInput<CycleInput>()
            .Activity(nameof(CycleActivities.EvaluateYear), "hash")
            .Activity(nameof(RevisionActivities.AssignRevision), 1, 2)
            .Event("BudgetRevised:1", Never())
            .Event("BudgetRevised:2", Never())
            .Event("OfficialChanged:1", Never())
            .Event("OfficialChanged:2", Never())
            .Event("RevisionRequested:1", Never())
            .Event("RevisionRequested:2", Never())
            .Child(
                nameof(AgreementSigning),
                _ => Task.FromResult(new AgreementOutcome(0, "pk", new DateOnly(2024, 1, 9)))
            )
            .Child(
                nameof(QuarterlyCollection),
                given => (collect ?? (quarter => Task.FromResult(Closed(quarter))))(((QuarterInput)given!).Quarter)
            )
            .Child(
                nameof(ReportAssembly),
                _ => Task.FromResult(new PublishedReport("report", new DateOnly(2025, 2, 20)))
            );

    private static Task<RevisionSignal> Never() => new TaskCompletionSource<RevisionSignal>().Task;

    private static QuarterOutcome Closed(Quarter quarter) => new(quarter, "hash", [], []);
}
