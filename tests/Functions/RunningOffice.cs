using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sakip.Rehearsal;
using Sakip.Rehearsal.Generated;

namespace Sakip.Tests.Functions;

/// <summary>The app as a process of its own over its own storage, on a held clock, with the sample's plan handed in.</summary>
public class RunningOffice : IAsyncLifetime
{
    internal const string Year = "api/offices/biro-organisasi/2024";

    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-").FullName;
    private readonly int _subUnits;
    private AppProcess? _app;

    public RunningOffice() { }

    /// <summary>A generated office with so many sub-units instead of the sample.</summary>
    protected RunningOffice(int subUnits) => _subUnits = subUnits;

    internal RehearsalOptions Options { get; private set; } = null!;

    internal Office Office { get; private set; } = null!;

    internal Mailbox Mailbox { get; private set; } = null!;

    internal HttpClient Http { get; private set; } = null!;

    internal string FunctionKey => _app!.FunctionKey;

    /// <summary>
    /// Limits that no test reaches: many tests share an office, in any order, and its held clock never lets a window pass.
    /// Who tests the limits takes a <c>LimitedOffice</c>, or sets its own.
    /// </summary>
    private static readonly string[] Limits =
    [
        "Access:CodesPerMailbox",
        "Access:CodesPerAddress",
        "Access:TriesPerAddress",
        "Links:CodesPerStep",
        "Links:CodesPerMailbox",
        "Links:CodesPerAddress",
        "Links:TriesPerAddress",
    ];

    /// <summary>Settings that the app gets beside the rehearsal's own.</summary>
    protected virtual IReadOnlyList<(string Name, string Value)> Settings => [];

    /// <summary>In how many processes the app runs beside its host; 0 where both are one.</summary>
    protected virtual int Workers => 0;

    /// <summary>Whether the app's own limits hold, as in production.</summary>
    protected virtual bool IsLimited => false;

    // A later setting of the same name counts.
    private (string, string)[] With(IEnumerable<(string Name, string Value)> settings) =>
        [
            .. IsLimited ? [] : Limits.Select(limit => (limit, "100000")),
            // Tests edit rows past the app.
            ("StorageTries:Memory", "00:00:00"),
            .. settings,
        ];

    public virtual async ValueTask InitializeAsync()
    {
        Options = RehearsalOptions.Read([
            "--out",
            Path.Combine(_folder, "out"),
            "--data",
            Path.Combine(_folder, "data"),
            "--sub-units",
            $"{_subUnits}",
        ]) with
        {
            Settings = With(Settings),
        };
        if (_subUnits > 0)
            new GeneratedOffice(_subUnits).Write(Options.Sample, Options.Given);
        Mailbox = new Mailbox(Options.Mailbox);
        await StartAsync();
    }

    /// <summary>Stops the app and starts it over the same data with other settings.</summary>
    internal async Task RestartAsync(params (string Name, string Value)[] settings)
    {
        await StopAsync();
        Http.Dispose();
        Office.Dispose();
        Options = Options with { Settings = With(settings) };
        await StartAsync();
    }

    private async Task StartAsync()
    {
        _app = new AppProcess(Options, Workers);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Office = new Office(_app);
        Http = new HttpClient { BaseAddress = _app.Address };
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        Office.Dispose();
        await _app!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The process of the app that runs now, or that ran last.</summary>
    /// <exception cref="ArgumentException">It is dead, and nobody has started it again yet.</exception>
    internal Process Process()
    {
        int id;
        // While the app is started anew the file is empty for a moment.
        while (!int.TryParse(File.ReadAllText(Path.Combine(Options.Data, "app.pid")), out id))
            Thread.Yield();
        return System.Diagnostics.Process.GetProcessById(id);
    }

    internal ValueTask StopAsync() => _app!.DisposeAsync();

    internal string Sample(string file) => File.ReadAllText(Path.Combine(Options.Sample, file));

    internal async Task StartYearAsync()
    {
        var plan = await File.ReadAllTextAsync(Path.Combine(Options.Given, "plan.json"), Cancellation);
        using var answer = await Office.PlanAsync(HttpMethod.Post, Options.Year, plan, Cancellation);
        Assert.True((int)answer.StatusCode is 201 or 409, $"{answer.StatusCode}");
        await SettleAsync();
    }

    /// <summary>Waits until everything that follows from what was done is done.</summary>
    internal virtual async Task SettleAsync() => await Office.StepAsync(DateTimeOffset.MinValue, Cancellation);

    internal async Task MoveToAsync(DateTimeOffset instant)
    {
        while ((await Office.StepAsync(instant, Cancellation)).Now < instant)
        {
            // The clock stops at every due instant on the way.
        }
    }

    /// <summary>The newest letter whose subject begins so and contains the words.</summary>
    internal Letter Letter(string begins, string contains = "")
    {
        Mailbox.Look();
        return Mailbox.Letters.Last(letter =>
            letter.Subject.StartsWith(begins, StringComparison.Ordinal)
            && letter.Subject.Contains(contains, StringComparison.Ordinal)
            && letter.Link is not null
        );
    }

    /// <summary>What a machine with the function key gets, as JSON.</summary>
    /// <param name="body">A body as it is, or what is sent as JSON.</param>
    internal async Task<(int Status, JsonElement Json)> JsonAsync(
        HttpMethod method,
        string path,
        object? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body switch
            {
                null => null,
                HttpContent content => content,
                _ => JsonContent.Create(body),
            },
        };
        request.Headers.Add("x-functions-key", FunctionKey);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await Http.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, text);
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    internal async Task<(int Status, string Html)> GetAsync(Uri link)
    {
        using var answer = await Office.OpenAsync(link, Cancellation);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    internal async Task<(int Status, string Html)> PostAsync(Uri link, IReadOnlyDictionary<string, string> form)
    {
        using var answer = await Office.SubmitAsync(link, form, Cancellation);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    internal async Task<Dictionary<string, string>> FormAsync(Uri link)
    {
        var (_, html) = await GetAsync(link);
        return PageForm.Read(html)!.Fields;
    }

    /// <summary>Asks for a one-time code and gives the form that carries it.</summary>
    internal async Task<Dictionary<string, string>> FormWithCodeAsync(Letter letter)
    {
        var form = await FormAsync(letter.Link!);
        await PostAsync(letter.Link!, new Dictionary<string, string>(form) { ["tindakan"] = "minta-kode" });
        form["kode"] = Mailbox.CodeOf(letter.To)!;
        return form;
    }

    /// <summary>The accountability team's check, after which the agreement goes to its parties.</summary>
    internal async Task CheckAgreementAsync()
    {
        var letter = Letter("Mohon diperiksa");
        var form = await FormAsync(letter.Link!);
        form["tindakan"] = "setuju";
        Assert.Equal(200, (await PostAsync(letter.Link!, form)).Status);
        await SettleAsync();
    }

    /// <summary>Starts the year and has the agreement checked, so that it is with its first party.</summary>
    internal async Task OpenSignaturesAsync()
    {
        await StartYearAsync();
        Mailbox.Look();
        if (!Mailbox.Letters.Any(letter => letter.Subject.StartsWith("Mohon tanda tangan", StringComparison.Ordinal)))
            await CheckAgreementAsync();
    }

    internal async Task SignAgreementAsync()
    {
        await CheckAgreementAsync();
        await SignAsBothPartiesAsync();
    }

    internal async Task SignAsBothPartiesAsync()
    {
        for (var party = 0; party < 2; party++)
        {
            var letter = Letter("Mohon tanda tangan: Perjanjian Kinerja");
            var form = await FormWithCodeAsync(letter);
            form["tindakan"] = "setuju";
            Assert.Equal(200, (await PostAsync(letter.Link!, form)).Status);
            await SettleAsync();
        }
    }

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
