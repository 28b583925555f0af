using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Sakip.SmallApp.Hosting;

/// <summary>
/// What a test sees and holds of the running functions, in the _folder of setting <c>Desk</c>: every process notes its
/// lines in a file of its own, and a function that waits goes on when the file that it waits for exists.
/// </summary>
public sealed class Desk(IConfiguration configuration, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private readonly Lock _gate = new();
    private readonly string _folder = configuration["Desk"] ?? ".";

    /// <summary>Writes the line with the app's time; it is in the file when this returns.</summary>
    public void Note(string line)
    {
        var stamped = string.Create(CultureInfo.InvariantCulture, $"{line} @ {clock.GetUtcNow():MM-dd HH:mm:ss}\n");
        lock (_gate)
            File.AppendAllText(Path.Combine(_folder, $"notes-{Environment.ProcessId}.txt"), stamped);
    }

    /// <summary>Whether the test has put this file on the desk.</summary>
    public bool Has(string name) => File.Exists(Path.Combine(_folder, name));

    /// <summary>Waits, in real time, until the test puts this file on the desk.</summary>
    public async Task WaitForAsync(string name, CancellationToken ct = default)
    {
        while (!Has(name))
            await Task.Delay(Look, TimeProvider.System, ct);
    }
}
