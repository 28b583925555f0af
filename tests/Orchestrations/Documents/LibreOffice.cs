using System.Diagnostics;

namespace Sakip.Tests.Orchestrations.Documents;

/// <summary>A file as LibreOffice reads it: what it writes after opening it, by file name.</summary>
internal static class LibreOffice
{
    public static async Task<IReadOnlyDictionary<string, string>> ConvertAsync(
        string name,
        byte[] content,
        string filter
    )
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("sakip-office-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), content, cancellation);
            using var office = Process.Start(
                new ProcessStartInfo(
                    "soffice",
                    [
                        $"-env:UserInstallation=file://{folder}/profil",
                        "--headless",
                        "--convert-to",
                        filter,
                        "--outdir",
                        Path.Combine(folder, "hasil"),
                        Path.Combine(folder, name),
                    ]
                )
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            await office.WaitForExitAsync(cancellation);
            return Directory
                .EnumerateFiles(Path.Combine(folder, "hasil"))
                .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
