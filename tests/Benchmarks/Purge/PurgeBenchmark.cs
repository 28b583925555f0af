using System.Diagnostics;
using Microsoft.DurableTask.Client;
using Sakip.Benchmarks.Engine;

namespace Sakip.Benchmarks.Purge;

/// <summary>
/// How long the operator's command takes to remove many finished instances at once, each after its history was kept as a
/// blob. The backend of Azure has been seen to time out at 20,000.
/// </summary>
internal static class PurgeBenchmark
{
    private const int Instances = 20_000;
    private const int AtOnce = 1_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <returns>Whether all of them were removed within the limit.</returns>
    public static async Task<bool> RunAsync(TextWriter output)
    {
        await using var bench = await Bench.StartAsync();
        var made = Stopwatch.StartNew();
        for (var begun = 0; begun < Instances; begun += AtOnce)
        {
            var ids = new List<string>();
            for (var i = 0; i < AtOnce; i++)
                ids.Add(await bench.ScheduleAsync("Sequence", 1));
            foreach (var id in ids)
                await bench.Client.WaitForInstanceCompletionAsync(id);
        }

        await bench.StopAsync();
        output.WriteLine(
            $"{Instances:n0} instances made in {made.Elapsed.TotalSeconds:0} s, {bench.Size() / 1024.0 / 1024:0} MB"
        );
        var taken = Stopwatch.StartNew();
        var (code, said) = await CommandAsync(Path.GetDirectoryName(bench.DatabasePath)!);
        taken.Stop();
        output.WriteLine(said);
        await bench.RestartAsync();
        var left = 0;
        await foreach (var _ in bench.Client.GetAllInstancesAsync(new OrchestrationQuery()))
            left++;
        output.WriteLine(
            $"purged in {taken.Elapsed.TotalSeconds:0} s (at most {Longest.TotalSeconds:0} s), exit {code}, {left} left"
        );
        return code == 0 && left == 0 && taken.Elapsed <= Longest;
    }

    private static async Task<(int Code, string Said)> CommandAsync(string folder)
    {
        var tomorrow = DateTime
            .UtcNow.AddDays(1)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var command = Process.Start(
            new ProcessStartInfo("dotnet", [Assembly(), "doctor", "--purge-before", tomorrow, "--data", folder])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var error = command.StandardError.ReadToEndAsync();
        var said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return (command.ExitCode, (said + await error).Trim());
    }

    // Built along with this project, into the folder of the same configuration.
    private static string Assembly() =>
        Path.Combine(
            AppContext.BaseDirectory.Replace(
                Path.Combine("tests", "Benchmarks"),
                Path.Combine("infra", "commands"),
                StringComparison.Ordinal
            ),
            "Sakip.Commands.dll"
        );
}
