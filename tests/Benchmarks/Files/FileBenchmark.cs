using System.Diagnostics;
using System.Globalization;
using Sakip.Documents;
using Sakip.Planning;
using Sakip.Signing;

namespace Sakip.Benchmarks.Files;

/// <summary>
/// Reads files that people hand in, each kind at two sizes and each in a process of its own, so that what it takes is
/// the reading's: bytes, seconds of processor, megabytes at the peak beyond those of an idle process.
/// </summary>
internal static class FileBenchmark
{
    private const double MostSeconds = 5;
    private const double MostMegabytes = 300;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sakip-files-").FullName;
        var fits = true;
        foreach (var (kind, name, make) in FileKinds.All)
        {
            var path = Path.Combine(folder, "berkas");
            await File.WriteAllBytesAsync(path, make());
            using var reader = Process.Start(
                Environment.ProcessPath!,
                Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                    ? [typeof(FileBenchmark).Assembly.Location, "files", kind, name, path]
                    : ["files", kind, name, path]
            );
            await reader.WaitForExitAsync();
            fits &= reader.ExitCode == 0;
        }

        Directory.Delete(folder, recursive: true);
        return fits ? 0 : 1;
    }

    public static int Read(string kind, string name, string path)
    {
        var content = File.ReadAllBytes(path);
        using var me = Process.GetCurrentProcess();
        var (memory, worked) = (me.PeakWorkingSet64, me.TotalProcessorTime);
        var said = ReadOne(kind, content);
        me.Refresh();
        var seconds = (me.TotalProcessorTime - worked).TotalSeconds;
        var megabytes = (me.PeakWorkingSet64 - memory) / (1024.0 * 1024);
        var fits = seconds <= MostSeconds && megabytes <= MostMegabytes;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(fits ? "✔" : "✘")} {name}: {content.Length:N0} bita, {seconds:F2} s, {megabytes:F0} MB ({said})"
            )
        );
        return fits ? 0 : 1;
    }

    private static string ReadOne(string kind, byte[] content) =>
        kind switch
        {
            "pdf" => new SignatureVerifier([TrustAnchor.Trial], TimeProvider.System).Verify(content).Outcome.ToString(),
            "image" => ImageFiles.Clean(content) is { } picture ? $"{picture.Length} bita" : "ditolak",
            _ => PlanFile.Read(content) is { Errors: var errors } ? $"{errors.Count} kesalahan" : "",
        };
}
