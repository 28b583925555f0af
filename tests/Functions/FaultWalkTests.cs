using Sakip.Faults;

namespace Sakip.Tests.Functions;

/// <summary>
/// Two sub-units from the plan to the first quarter's report, with every write of the engine and of the Azure clients
/// failing once before and once after its effect. The whole year is walked by <c>./run faults</c>.
/// </summary>
public sealed class FaultWalkTests(ITestOutputHelper output) : IDisposable
{
    private const int SubUnits = 2;
    private const int FewestWrites = 300;

    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_office_whose_every_write_fails_on_both_sides_of_its_effect_ends_like_a_calm_one()
    {
        var calm = await WalkAsync("calm", FaultPlan.Nothing());
        var walked = await WalkAsync("walked", FaultPlan.EveryWrite());

        output.WriteLine($"{walked.Writes.Count} writes, {walked.Failures} failures, {walked.Hosts} hosts.");
        Assert.Empty(walked.Differences(calm));
        Assert.True(walked.Writes.Count >= FewestWrites, $"Only {walked.Writes.Count} writes failed.");
        var letters = walked.End.Where(line => line.StartsWith("pesan ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(letters);
        Assert.Equal(letters.Distinct(), letters);
    }

    private Task<Walk> WalkAsync(string name, FaultPlan plan) => FaultWalk.RunAsync(
        Path.Combine(_folder, name), SubUnits, plan, TextWriter.Null, FaultWalk.FirstQuarterOver,
        TestContext.Current.CancellationToken);
}
