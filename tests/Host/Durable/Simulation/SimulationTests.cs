using System.Globalization;

namespace Sakip.Tests.Host.Durable.Simulation;

/// <summary>
/// Runs the simulation over many seeds. <c>SAKIP_SIMULATION_SEEDS</c> says how many, <c>SAKIP_SIMULATION_FIRST</c>
/// which is the first: one seed again is <c>SAKIP_SIMULATION_FIRST=seed SAKIP_SIMULATION_SEEDS=1</c>.
/// </summary>
public sealed class SimulationTests
{
    [Fact]
    public void Whatever_order_crash_or_repetition_comes_the_office_ends_with_the_same_result()
    {
        var first = Setting("SAKIP_SIMULATION_FIRST", 1);
        var seeds = Enumerable.Range(first, Setting("SAKIP_SIMULATION_SEEDS", 1_000));

        Parallel.ForEach(
            seeds,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            (seed, loop) =>
            {
                using var simulation = new Simulation(seed);
                try
                {
                    simulation.Run();
                }
                catch (Exception exception)
                {
                    loop.Stop();
                    throw new InvalidOperationException(
                        $"Seed {seed} fails after {simulation.Steps} steps: {exception.Message}\n{simulation.Trace}",
                        exception
                    );
                }
            }
        );
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : otherwise;
}
