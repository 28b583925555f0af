using System.Diagnostics;

namespace Sakip.Tests.Orchestrations.Documents;

/// <summary>A file as LibreOffice reads it: what it writes after opening it, by file name.</summary>
internal static class LibreOffice
{
    public static Task<IReadOnlyDictionary<string, string>> ConvertAsync(string name, byte[] content, string filter) =>
        ConvertAsync(name, content, filter, File.ReadAllText);

    /// <summary>A workbook as LibreOffice saves it again.</summary>
    public static async Task<byte[]> SaveAgainAsync(byte[] workbook) =>
        (await ConvertAsync("buku.xlsx", workbook, "xlsx", File.ReadAllBytes)).Single().Value;

    private static async Task<IReadOnlyDictionary<string, T>> ConvertAsync<T>(
        string name,
        byte[] content,
        string filter,
        Func<string, T> read
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
                .ToDictionary(file => Path.GetFileName(file), read);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
