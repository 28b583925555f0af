using System.Diagnostics;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>A word of <c>./run</c>, as an operator calls it.</summary>
internal static class OperatorCommand
{
    private static readonly string Program = Path.Combine(
        RehearsalOptions.FindRoot(),
        "infra",
        "commands",
        "bin",
        RehearsalOptions.Configuration,
        "net10.0",
        "Sakip.Commands.dll"
    );

    /// <param name="key">The app's function key, for what is asked of the running app.</param>
    public static async Task<(int Code, string Said)> RunAsync(string? key, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (key is not null)
            start.Environment["SAKIP_KEY"] = key;
        using var process = Process.Start(start)!;
        var complained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said + await complained);
    }
}
