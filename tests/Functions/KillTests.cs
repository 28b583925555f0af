using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sakip.Faults;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>
/// The year of the sample: undisturbed, and with the app killed in three of its months and all its instances purged and
/// built again from the tables in three others.
/// </summary>
public sealed partial class KillTests(CalmYear calm) : IClassFixture<CalmYear>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_year_whose_app_is_killed_in_three_months_and_built_again_in_three_others_ends_like_a_calm_one()
    {
        // Counted in letters: January's signatures, the first quarter's reports, the third's; and between them.
        var disturbed = await RehearseAsync(
            _folder,
            [
                (3, RebuildAsync),
                (4, KillAsync),
                (16, KillAsync),
                (24, RebuildAsync),
                (60, KillAsync),
                (70, RebuildAsync),
            ]
        );

        Assert.Equal(
            File.ReadAllText(Path.Combine(calm.Options.Out, "evaluasi-2024.json")),
            File.ReadAllText(Path.Combine(disturbed.Out, "evaluasi-2024.json"))
        );
        Assert.Equal(Letters(calm.Options), Letters(disturbed));
        Assert.Equal(await TextsAsync(calm.Options), await TextsAsync(disturbed));
        await AssertSameRowsAsync(disturbed);
    }

    [Fact]
    public void The_rehearsed_year_ends_with_the_values_of_the_reference_report()
    {
        using var evaluation = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(calm.Options.Out, "evaluasi-2024.json"))
        );
        var year = evaluation.RootElement;
        var budget = year.GetProperty("budget");
        var programmes = budget
            .GetProperty("parts")
            .EnumerateArray()
            .Select(programme =>
                (
                    programme.GetProperty("code").GetString(),
                    programme.GetProperty("ceiling").GetInt64(),
                    programme.GetProperty("realisation").GetInt64(),
                    programme.GetProperty("absorption").GetProperty("rounded").GetDecimal()
                )
            );
        var indicators = year.GetProperty("indicators")
            .EnumerateArray()
            .Select(indicator =>
                (
                    indicator.GetProperty("code").GetString(),
                    indicator.GetProperty("targetText").GetString(),
                    indicator.GetProperty("realisationText").GetString(),
                    indicator.GetProperty("achievementShown").GetProperty("rounded").GetDecimal()
                )
            );

        // Tables 3.1 and 3.9 of the report of 2024.
        Assert.Equal([("rb", "87%", "87%", 100m), ("snp", "56%", "56%", 100m)], indicators);
        Assert.Equal(
            [
                ("I", 525_774_880, 486_215_430, 92.48m),
                ("II", 101_698_480, 99_978_980, 98.31m),
                ("III", 2_048_907_450, 1_543_502_036, 75.33m),
                ("IV", 962_815_700, 810_539_019, 84.18m),
            ],
            programmes
        );
        Assert.Equal(
            (3_639_196_510, 2_940_235_465, 80.79m),
            (
                budget.GetProperty("ceiling").GetInt64(),
                budget.GetProperty("realisation").GetInt64(),
                budget.GetProperty("absorption").GetProperty("rounded").GetDecimal()
            )
        );
    }

    private async Task AssertSameRowsAsync(RehearsalOptions disturbed)
    {
        var different = YearEnd.Differences(
            await YearEnd.ReadAsync(calm.Options, TestContext.Current.CancellationToken),
            await YearEnd.ReadAsync(disturbed, TestContext.Current.CancellationToken)
        );
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    private static async Task KillAsync(Process app)
    {
        app.Kill();
        await app.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    // The rehearsal keeps the app's key to itself; its environment has it.
    private static async Task RebuildAsync(Process app)
    {
        var settings = File.ReadAllText($"/proc/{app.Id}/environ")
            .Split('\0')
            .Select(one => one.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
        using var http = new HttpClient { BaseAddress = new Uri(settings["App__BaseUrl"]) };
        http.DefaultRequestHeaders.Add("x-functions-key", settings["AzureWebJobsFunctionKey"]);
        using var answer = await http.PostAsync(
            new Uri("api/operations/offices/biro-organisasi/2024/rebuild", UriKind.Relative),
            null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(202, (int)answer.StatusCode);
    }

    internal static async Task<RehearsalOptions> RehearseAsync(
        string folder,
        IReadOnlyList<(int Letters, Func<Process, Task> Disturb)> moments
    )
    {
        var options = RehearsalOptions.Read([
            "--out",
            Path.Combine(folder, "out"),
            "--data",
            Path.Combine(folder, "data"),
        ]);
        using var rehearsal = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    typeof(RehearsalOptions).Assembly.Location,
                    "--out",
                    options.Out,
                    "--data",
                    options.Data,
                    // What a kill cut off is finished the same day, so no letter changes its day.
                    "--set",
                    "RecoverySchedule=0 30 9 * * *",
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = rehearsal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = rehearsal.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var (letters, disturb) in moments)
        {
            SpinWait.SpinUntil(() => rehearsal.HasExited || Count(options) >= letters, TimeSpan.FromMinutes(3));
            if (rehearsal.HasExited)
                break;
            using var app = Process.GetProcessById(AppId(options));
            await disturb(app);
            // The next moment finds the next app.
            SpinWait.SpinUntil(
                () => rehearsal.HasExited || !app.HasExited || (AppId(options) is not 0 and var next && next != app.Id),
                TimeSpan.FromMinutes(1)
            );
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
        // Letters of one instant have no order among themselves.
        return
        [
            .. letters
                .Where(letter => letter.Code is null)
                .Select(letter => $"{letter.Date:O} {letter.To} {letter.Subject}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<string[]> TextsAsync(RehearsalOptions options)
    {
        string[] files = ["perjanjian-kinerja-2024.pdf", "perjanjian-kinerja-2024-perubahan-1.pdf", "lkjip-2024.pdf"];
        return await Task.WhenAll(files.Select(file => TextAsync(Path.Combine(options.Out, file))));
    }

    private static async Task<string> TextAsync(string pdf)
    {
        using var tool = Process.Start(
            new ProcessStartInfo("pdftotext", ["-layout", pdf, "-"]) { RedirectStandardOutput = true }
        )!;
        var text = await tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(text);
        // The annex prints the fingerprint of the signed agreement, and a signature's bytes differ every time.
        return Fingerprint().Replace(text, "(sidik)");
    }

    [GeneratedRegex(@"\b[0-9a-f]{8}(\s+[0-9a-f]{8}){1,7}\b|\b[0-9a-f]{12,64}\b")]
    private static partial Regex Fingerprint();
}

/// <summary>The year that nobody disturbed; what the others are held against.</summary>
public sealed class CalmYear : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-").FullName;

    internal RehearsalOptions Options { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Options = await KillTests.RehearseAsync(_folder, []);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
