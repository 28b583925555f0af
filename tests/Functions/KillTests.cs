using System.Diagnostics;
using System.Text.RegularExpressions;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>The year of the sample, once undisturbed and once with the app killed in three of its months.</summary>
public sealed partial class KillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_year_whose_app_is_killed_in_three_months_ends_like_one_that_was_left_alone()
    {
        var calm = await RehearseAsync("tenang", []);
        // Counted in letters: January's signatures, the first quarter's reports, the third's.
        var killed = await RehearseAsync("terbunuh", [4, 16, 60]);

        Assert.Equal(File.ReadAllText(Path.Combine(calm.Out, "evaluasi-2024.json")), File.ReadAllText(Path.Combine(killed.Out, "evaluasi-2024.json")));
        Assert.Equal(Letters(calm), Letters(killed));
        Assert.Equal(await TextsAsync(calm), await TextsAsync(killed));
        Assert.Equal(await StoredRows.ReadAsync(calm), await StoredRows.ReadAsync(killed));
    }

    private async Task<RehearsalOptions> RehearseAsync(string name, int[] killsAt)
    {
        var options = RehearsalOptions.Read(
            ["--out", Path.Combine(_folder, name, "out"), "--data", Path.Combine(_folder, name, "data")]);
        using var rehearsal = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(RehearsalOptions).Assembly.Location, "--out", options.Out, "--data", options.Data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = rehearsal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = rehearsal.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var letters in killsAt)
        {
            SpinWait.SpinUntil(() => rehearsal.HasExited || Count(options) >= letters, TimeSpan.FromMinutes(3));
            if (rehearsal.HasExited) break;
            using var app = Process.GetProcessById(AppId(options));
            app.Kill();
            await app.WaitForExitAsync(TestContext.Current.CancellationToken);
            // The next kill finds the next app.
            SpinWait.SpinUntil(() => rehearsal.HasExited || (AppId(options) is not 0 and var next && next != app.Id), TimeSpan.FromMinutes(1));
        }

        await rehearsal.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(rehearsal.ExitCode == 0, await said + await complained);
        return options;
    }

    private static int AppId(RehearsalOptions options) =>
        int.TryParse(File.ReadAllText(Path.Combine(options.Data, "app.pid")), out var id) ? id : 0;

    private static int Count(RehearsalOptions options) =>
        Directory.Exists(options.Mailbox) ? Directory.EnumerateFiles(options.Mailbox, "*.eml").Count() : 0;

    private static string[] Letters(RehearsalOptions options)
    {
        var letters = new Mailbox(options.Mailbox).Look();
        Assert.Equal(letters.Count, letters.Select(letter => letter.Id).Distinct().Count());
        return [.. letters.Where(letter => letter.Code is null).Select(letter => $"{letter.Date:O} {letter.To} {letter.Subject}")];
    }

    private static async Task<string[]> TextsAsync(RehearsalOptions options)
    {
        string[] files = ["perjanjian-kinerja-2024.pdf", "perjanjian-kinerja-2024-perubahan-1.pdf", "lkjip-2024.pdf"];
        return await Task.WhenAll(files.Select(file => TextAsync(Path.Combine(options.Out, file))));
    }

    private static async Task<string> TextAsync(string pdf)
    {
        using var tool = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", pdf, "-"]) { RedirectStandardOutput = true })!;
        var text = await tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(text);
        // The annex prints the fingerprint of the signed agreement, and a signature's bytes differ every time.
        return Fingerprint().Replace(text, "(sidik)");
    }

    [GeneratedRegex(@"\b[0-9a-f]{8}(\s+[0-9a-f]{8}){1,7}\b|\b[0-9a-f]{12,64}\b")]
    private static partial Regex Fingerprint();
}
