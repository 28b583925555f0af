using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using Sakip.Audit;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions.StoredYears;

/// <summary>
/// A year as an earlier release left it: restored by the operator's command into an empty data folder, under today's
/// app on a held clock that stands at the backup's instant.
/// </summary>
internal sealed class StoredYear : IAsyncDisposable
{
    // Invented for the stored years: their open links are signed with it.
    private const string LinkKey = "c2FraXAtZ2xhZGktdGFodW4tdGVyc2ltcGFuLTIwMjQ=";

    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-").FullName;
    private AppProcess? _app;

    private StoredYear()
    {
        Options = RehearsalOptions.Read([
            "--out",
            Path.Combine(_folder, "out"),
            "--data",
            Path.Combine(_folder, "data"),
        ]);
        Mailbox = new Mailbox(Options.Mailbox);
    }

    public RehearsalOptions Options { get; }

    public Office Office { get; private set; } = null!;

    public Mailbox Mailbox { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<StoredYear> RestoreAsync(string name)
    {
        var year = new StoredYear();
        try
        {
            await year.RestoreArchiveAsync(name);
            return year;
        }
        catch
        {
            await year.DisposeAsync();
            throw;
        }
    }

    /// <summary>Has the app build the year's instances again; nobody gets a letter by that.</summary>
    public async Task<(int Code, string Said)> RebuildAsync()
    {
        var before = Letters();
        var result = await OperatorCommand.RunAsync(
            _app!.FunctionKey,
            "rebuild",
            "--unit",
            Options.Unit,
            "--year",
            "2024",
            "--url",
            $"{_app.Address}"
        );
        await SettleAsync();
        Assert.Equal(before, Letters());
        return result;
    }

    /// <summary>The scripted people, who read their letters anew, live on to the year's published report.</summary>
    public Task PlayAsync() =>
        new Play(
            Options,
            Office,
            new Mailbox(Options.Mailbox),
            Figures.Load(Path.Combine(Options.Given, "realisations.json")),
            new Progress(TextWriter.Null, isTerminal: false)
        ).RunAsync(Cancellation);

    public Task<ClockReading> SettleAsync() => Office.StepAsync(DateTimeOffset.MinValue, Cancellation);

    public async Task MoveToAsync(DateTimeOffset instant)
    {
        while ((await Office.StepAsync(instant, Cancellation)).Now < instant)
        {
            // The clock stops at every due instant on the way.
        }
    }

    /// <summary>Every letter in the mailbox, a line each. Letters of one instant have no order of their own.</summary>
    public string[] Letters()
    {
        Mailbox.Look();
        Assert.Equal(Mailbox.Letters.Count, Mailbox.Letters.Select(letter => letter.Id).Distinct().Count());
        return
        [
            .. Mailbox
                .Letters.DistinctBy(letter => letter.File)
                .Select(letter =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{letter.Date.UtcDateTime:yyyy-MM-dd HH:mm:ss} {letter.To} {letter.Subject}"
                    )
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    public async Task<byte[]> FetchAsync(string path)
    {
        using var answer = await Office.PlanAsync(HttpMethod.Get, path, json: null, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }

    public Task<HttpResponseMessage> PostFileAsync(string path) =>
        Office.SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
                {
                    Content = new StringContent("kode;realisasi\n", System.Text.Encoding.UTF8, "text/csv"),
                };
                request.Headers.Add("x-functions-key", _app!.FunctionKey);
                return request;
            },
            Cancellation
        );

    public async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await Office.PlanAsync(HttpMethod.Get, path, json: null, Cancellation);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    public async Task<string> StateAsync() => (await ReadAsync(Options.Year)).GetProperty("state").GetString()!;

    /// <summary>Every chain of the audit trail is whole and understood, the part of the earlier release included.</summary>
    public async Task AssertAuditAsync()
    {
        var words = await AuditWordsAsync();
        Assert.Contains(words, word => word is { Action: "plan-imported", Role: "perencana" or "Sistem" or "Planner" });
        Assert.DoesNotContain(words, word => AuditVocabulary.ActionOf(word.Action) is null);
        Assert.DoesNotContain(words, word => AuditVocabulary.RoleOf(word.Role) is null);
        var (code, said) = await OperatorCommand.RunAsync(key: null, "audit", "verify", "--data", Options.Data);
        Assert.True(code == 0, said);
    }

    private async Task<HashSet<(string Action, string Role)>> AuditWordsAsync()
    {
        var words = new HashSet<(string, string)>();
        string? after = null;
        do
        {
            var page = await ReadAsync($"{Options.Year}/audit?size=200{after}");
            foreach (var entry in page.GetProperty("items").EnumerateArray())
                words.Add((entry.GetProperty("action").GetString()!, entry.GetProperty("role").GetString()!));
            after = page.TryGetProperty("next", out var next) ? "&after=" + next.GetString() : null;
        } while (after is not null);
        return words;
    }

    public async ValueTask DisposeAsync()
    {
        Office?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RestoreArchiveAsync(string name)
    {
        var (archive, mail) = (name + ".zip", name + ".pesan.zip");
        await StoredFiles.UnpackAsync(_folder, archive, mail);
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(_folder, mail), Options.Mailbox, Cancellation);
        var file = Path.Combine(_folder, archive);
        var (code, said) = await OperatorCommand.RunAsync(key: null, "restore", "--file", file, "--data", Options.Data);
        Assert.True(code == 0, said);
        await File.WriteAllTextAsync(Path.Combine(Options.Data, "kunci-tautan"), LinkKey, Cancellation);
        var takenAt = await TakenAtAsync(file);
        // Made only now: its port is free at this moment, and the restore's storage emulator took some.
        _app = new AppProcess(Options);
        Office = new Office(_app);
        await _app.LieStillAsync(takenAt, Cancellation);
    }

    // A backup carries no clock: the app begins where it was taken.
    private static async Task<DateTimeOffset> TakenAtAsync(string file)
    {
        await using var archive = await ZipFile.OpenReadAsync(file, Cancellation);
        await using var manifest = await archive.GetEntry("manifest.json")!.OpenAsync(Cancellation);
        using var json = await JsonDocument.ParseAsync(manifest, cancellationToken: Cancellation);
        return json.RootElement.GetProperty("takenAt").GetDateTimeOffset();
    }
}
