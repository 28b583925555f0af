using System.Diagnostics;
using System.Globalization;

namespace Sakip.Tests.Host.Conformance.Running;

/// <summary>The processes of this machine, by what the kernel tells of them.</summary>
internal static class Processes
{
    public static IReadOnlyList<int> ChildrenOf(int parent) =>
        [.. All().Where(process => Fields(process) is { } fields && fields.Parent == parent)];

    /// <summary>Whether it exists and is more than an entry that nobody has asked for.</summary>
    public static bool IsRunning(int process) => Fields(process) is { } fields && fields.State != "Z";

    /// <summary>Everything that runs and has the folder's name among its words or in its environment.</summary>
    public static IReadOnlyList<int> About(string folder) =>
        [.. All().Where(process => Words(process).Contains(folder, StringComparison.Ordinal) && IsRunning(process))];

    public static void Kill(int process)
    {
        using var found = Process.GetProcessById(process);
        found.Kill();
    }

    public static async Task EndAsync(IReadOnlyList<int> processes)
    {
        foreach (var process in processes.Where(IsRunning))
        {
            try
            {
                Kill(process);
            }
            catch (ArgumentException)
            {
                // It has ended by itself meanwhile.
            }
        }
        while (processes.Any(IsRunning))
            await Task.Delay(20);
    }

    private static IEnumerable<int> All() =>
        Directory
            .GetDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0);

    // pid (name) state parent …; the name may itself hold brackets and blanks.
    private static (string State, int Parent)? Fields(int process)
    {
        var text = Read(process, "stat");
        var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 2 ? null : (fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture));
    }

    private static string Words(int process) => Read(process, "cmdline") + Read(process, "environ");

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
