using Microsoft.DurableTask;
using Moq;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Consistency;
using Sakip.Reporting;

namespace Sakip.Tests.Orchestrations.Orchestrators;

public sealed class ReportRetryTests
{
    private static readonly DateTime January = new(2025, 1, 6, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_failing_section_is_named_and_retried_alone()
    {
        var recheck = new TaskCompletionSource<RecheckSignal>();
        var prepared = new List<string>();
        var world = World(new AssembledReport("pdf", "docx")).Event("Recheck:1", recheck.Task);
        world
            .Mock.Setup(context =>
                context.CallActivityAsync<SectionResult>(
                    It.Is<TaskName>(name => name.Name == nameof(ReportActivities.PrepareSection)),
                    It.IsAny<object?>(),
                    It.IsAny<TaskOptions?>()
                )
            )
            .Returns(
                (TaskName _, object? given, TaskOptions? _) =>
                {
                    var section = ((SectionInput)given!).Section;
                    prepared.Add(section);
                    return section == "bab-2" && prepared.Count(one => one == "bab-2") == 1
                        ? Task.FromException<SectionResult>(
                            new TaskFailedException("PrepareSection", 1, new InvalidOperationException("rusak"))
                        )
                        : Task.FromResult(new SectionResult(section, "hash"));
                }
            );

        var run = ReportAssembly.Run(world.Context);
        Assert.False(run.IsCompleted);
        var handBack = (ReportHandBack)world.Given["HandBackReport"]!;
        Assert.Equal((ReportHandBackReason.Sections, "bab-2"), (handBack.Reason, Assert.Single(handBack.Items!)));
        Assert.DoesNotContain("CheckReport", world.Calls);
        recheck.SetResult(new RecheckSignal());
        await run;

        Assert.Equal(["bab-1", "bab-2", "bab-3", "bab-2"], prepared);
    }

    [Fact]
    public async Task What_says_something_else_than_was_reviewed_is_not_signed_but_reviewed_again()
    {
        var recheck = new TaskCompletionSource<RecheckSignal>();
        var world = World(
                new AssembledReport("pdf", "docx"),
                new AssembledReport("", "", ChangedSinceReview: true),
                new AssembledReport("pdf", "docx")
            )
            .Event("Recheck:1", recheck.Task);

        var run = ReportAssembly.Run(world.Context);
        Assert.Equal(ReportHandBackReason.Changed, ((ReportHandBack)world.Given["HandBackReport"]!).Reason);
        Assert.Equal(["approval:annual-report.biro.2024.v1:review:1"], world.ChildIds);
        recheck.SetResult(new RecheckSignal());
        await run;

        Assert.Equal(
            ["approval:annual-report.biro.2024.v1:review:2", "approval:annual-report.biro.2024.v1:sign:2"],
            world.ChildIds[1..]
        );
    }

    private static OrchestratorWorld World(params AssembledReport[] assembled) =>
        new OrchestratorWorld(new ReportAssemblyInput("biro", 2024, 1), January)
            .WithInput<ReportAssemblyInput>()
            .Activity(nameof(ReportActivities.OutlineReport), new ReportOutline(["bab-1", "bab-2", "bab-3"], []))
            .Activity(nameof(ReportActivities.PrepareSection), new SectionResult("bab-1", "hash"))
            .Activity(nameof(ReportActivities.CheckReport), new ReportGateResult(0, 0, "hash"))
            .Activity(nameof(AssemblingActivities.AssembleReport), assembled)
            .Activity(
                nameof(PublishingActivities.PublishReport),
                new PublishedReport("report", new DateOnly(2025, 2, 20))
            )
            .Child(
                nameof(Approval),
                given =>
                    Task.FromResult(
                        new ApprovalOutcome(
                            ((ApprovalInput)given!).Kind == ApprovalKind.AnnualReview
                                ? Decision.Approved
                                : Decision.Signed,
                            "p01",
                            January
                        )
                    )
            );
}
