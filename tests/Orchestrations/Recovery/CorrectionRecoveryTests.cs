using Sakip.Kernel;
using Sakip.Recovery;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Storage;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Recovery;

/// <summary>A published report that is being corrected is watched and built again as such, never as a cycle.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class CorrectionRecoveryTests(EmulatedStorage emulated)
{
    [Fact]
    public async Task A_correction_whose_instances_run_has_no_trouble_though_the_cycle_was_purged()
    {
        var year = await CorrectedYear.OpenAsync(emulated, "ralat-tenang");
        year.Put(year.Assembly, Running);
        year.Put(year.Step, Running);

        Assert.Empty(await year.TroublesAsync());
        Assert.False(await year.Rebuild.StartIfMissingAsync(await year.RowAsync(), year.Client.Object, Cancellation));
        Assert.Empty(year.Started);
        Assert.Equal([year.Assembly, year.Step], year.Instances);
    }

    [Fact]
    public async Task A_correction_without_its_assembly_and_a_step_without_its_instance_are_told()
    {
        var year = await CorrectedYear.OpenAsync(emulated, "ralat-hilang");
        year.Put(year.Cycle, Completed);

        Assert.Equal(
            [(Trouble.CorrectionMissing, year.Assembly), (Trouble.StepWithoutInstance, year.Step)],
            (await year.TroublesAsync()).Select(trouble => (trouble.Kind, trouble.Instance))
        );
    }

    [Fact]
    public async Task The_watch_starts_a_missing_assembly_and_not_the_cycle()
    {
        var year = await CorrectedYear.OpenAsync(emulated, "ralat-awas");
        year.Put(year.Step, Running);

        Assert.True(await year.Rebuild.StartIfMissingAsync(await year.RowAsync(), year.Client.Object, Cancellation));
        Assert.Equal([year.Assembly], year.Started);
        Assert.Equal([year.Assembly], year.Instances);
        Assert.False(await year.Rebuild.StartIfMissingAsync(await year.RowAsync(), year.Client.Object, Cancellation));
    }

    [Fact]
    public async Task A_request_of_just_now_is_left_to_its_maker()
    {
        var year = await CorrectedYear.OpenAsync(emulated, "ralat-baru");
        await year.PublishAsync(2);
        await year.AskAsync(3);

        Assert.False(await year.Rebuild.StartIfMissingAsync(await year.RowAsync(), year.Client.Object, Cancellation));
        Assert.DoesNotContain(await year.TroublesAsync(), trouble => trouble.Kind == Trouble.CorrectionMissing);
    }

    [Fact]
    public async Task Rebuilding_starts_the_versions_assembly_again_and_ends_a_cycle_that_runs_beside_it()
    {
        var year = await CorrectedYear.OpenAsync(emulated, "ralat-bangun");
        var first = new AnnualReportSubject(new OfficeYear(year.Unit, 2024), 1).InstanceId;
        var earlier = InstanceIds.Approval(
            new NarrativeSubject(new OfficeYear(year.Unit, 2024), 2, "saran"),
            "write",
            7
        );
        year.Put(year.Cycle, Running);
        year.Put(first, Completed);
        year.Put(year.Assembly, Failed);
        year.Put(year.Step, Running);
        year.Put(earlier, Completed);

        var result = await year.Rebuild.RunAsync(new OfficeYear(year.Unit, 2024), year.Client.Object, Cancellation);

        Assert.Equal(RebuildResult.Rebuilt, result);
        Assert.Equal([year.Assembly], year.Started);
        Assert.Equal([first, year.Assembly], year.Instances);
    }

    [Fact]
    public async Task A_version_that_is_published_while_its_year_is_not_closed_yet_is_finished_by_rebuilding()
    {
        var year = await CorrectedYear.OpenAsync(emulated, "ralat-ujung");
        await year.PublishAsync(2);

        Assert.Equal(
            RebuildResult.Rebuilt,
            await year.Rebuild.RunAsync(new OfficeYear(year.Unit, 2024), year.Client.Object, Cancellation)
        );
        Assert.Equal([year.Assembly], year.Started);
    }

    [Fact]
    public async Task A_closed_year_is_rebuilt_where_a_correction_was_asked_for_and_else_left_alone()
    {
        var asked = await CorrectedYear.OpenAsync(emulated, "ralat-putus", OfficeYearState.Closed);
        var done = await CorrectedYear.OpenAsync(emulated, "ralat-usai", OfficeYearState.Closed);
        await done.PublishAsync(2);

        Assert.Equal(
            (RebuildResult.Rebuilt, RebuildResult.Closed),
            (
                await asked.Rebuild.RunAsync(new OfficeYear(asked.Unit, 2024), asked.Client.Object, Cancellation),
                await done.Rebuild.RunAsync(new OfficeYear(done.Unit, 2024), done.Client.Object, Cancellation)
            )
        );
        Assert.Equal(OfficeYearState.Correcting, (await asked.RowAsync()).State);
        Assert.Equal([asked.Assembly], asked.Started);
        Assert.Empty(done.Started);
    }

    [Fact]
    public async Task A_closed_year_whose_correction_was_lost_with_it_goes_on_by_itself_and_another_stays_closed()
    {
        var asked = await CorrectedYear.OpenAsync(emulated, "ralat-sangkut", OfficeYearState.Closed);
        var done = await CorrectedYear.OpenAsync(emulated, "ralat-tamat", OfficeYearState.Closed);
        await done.PublishAsync(2);

        await asked.Closed.RunClosedAsync(asked.Client.Object, Cancellation);

        Assert.Equal(OfficeYearState.Correcting, (await asked.RowAsync()).State);
        Assert.Contains(asked.Assembly, asked.Started);
        Assert.Equal(OfficeYearState.Closed, (await done.RowAsync()).State);
        Assert.DoesNotContain(done.Assembly, asked.Started);
    }

    [Fact]
    public async Task Whoever_is_waited_for_in_a_correction_is_not_erased()
    {
        var year = await CorrectedYear.OpenAsync(emulated, "ralat-orang");
        var closed = await CorrectedYear.OpenAsync(emulated, "ralat-bebas", OfficeYearState.Closed);

        Assert.NotEmpty((await year.EraseBearerAsync()).Obstacles);
        Assert.Equal([2024], (await closed.EraseBearerAsync()).Years);
    }

    [Fact]
    public void Every_state_of_a_year_has_its_meaning()
    {
        foreach (var state in Enum.GetValues<OfficeYearState>())
            Assert.True(state.AsksPeople() || !state.HasCycle(), $"{state}");
    }

    [Fact]
    public void The_instances_of_a_version_are_told_from_those_of_another()
    {
        Subject[] subjects =
        [
            new AnnualReportSubject(new OfficeYear("biro", 2024), 1),
            new NarrativeSubject(new OfficeYear("biro", 2024), 1, "program-i"),
        ];

        Assert.All(
            subjects,
            subject =>
            {
                var step = InstanceIds.Approval(subject, "sign", 1);
                Assert.True(YearInstances.IsOfReport(step, new OfficeYear("biro", 2024), 1));
                Assert.False(YearInstances.IsOfReport(step, new OfficeYear("biro", 2024), 10));
                var later = step.Replace("v1", "v10", StringComparison.Ordinal);
                Assert.False(YearInstances.IsOfReport(later, new OfficeYear("biro", 2024), 1));
            }
        );
        Assert.True(YearInstances.IsOfReport(subjects[0].InstanceId, new OfficeYear("biro", 2024), 1));
        Assert.False(
            YearInstances.IsOfReport(InstanceIds.Cycle(new OfficeYear("biro", 2024)), new OfficeYear("biro", 2024), 1)
        );
    }
}
