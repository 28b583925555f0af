using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Sakip.Tests.Orchestrations.Workbooks;

/// <summary>Programs of others that read and save workbooks: the npm packages exceljs and xlsx (SheetJS).</summary>
internal static class OtherPrograms
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Workbooks", "OtherPrograms");
    private static readonly Lazy<Task<string>> Installed = new(() =>
        RunAsync("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    );

    /// <summary>The sheets as the program reads them, each a list of rows.</summary>
    public static async Task<JsonObject> ReadAsync(string program, byte[] file) =>
        (await OpenAsync(program, file, saved: null)).Sheets;

    /// <summary>The file as the program saves it again.</summary>
    public static async Task<byte[]> SaveAsync(string program, byte[] file)
    {
        var folder = Directory.CreateTempSubdirectory("sakip-workbook-");
        try
        {
            var saved = Path.Combine(folder.FullName, "disimpan.xlsx");
            await OpenAsync(program, file, saved);
            return await File.ReadAllBytesAsync(saved);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(JsonObject Sheets, string? Saved)> OpenAsync(string program, byte[] file, string? saved)
    {
        await Installed.Value;
        var given = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(given, file);
            string[] arguments = saved is null
                ? ["workbook.js", program, given]
                : ["workbook.js", program, given, saved];
            return (JsonNode.Parse(await RunAsync("node", arguments))!.AsObject(), saved);
        }
        finally
        {
            File.Delete(given);
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {arguments[0]} failed: {await error}");
    }
}
