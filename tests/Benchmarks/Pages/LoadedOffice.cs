using System.Diagnostics;
using Sakip.Rehearsal;
using Sakip.Rehearsal.Generated;

namespace Sakip.Benchmarks.Pages;

/// <summary>
/// The app as a process of its own, with an office whose first quarter is locked and whose second one is being reported. A
/// folder that is kept is loaded once and used again.
/// </summary>
internal sealed class LoadedOffice : IAsyncDisposable
{
    private static readonly DateTimeOffset MidYear = new(2024, 7, 9, 2, 0, 0, TimeSpan.Zero);

    private readonly string _folder;
    private readonly bool _isKept;
    private readonly AppProcess _app;
    private readonly RehearsalOptions _options;

    private LoadedOffice(string folder, bool isKept, int subUnits)
    {
        (_folder, _isKept) = (folder, isKept);
        _options = RehearsalOptions.Read([
            "--out",
            Path.Combine(folder, "out"),
            "--data",
            Path.Combine(folder, "data"),
            "--sub-units",
            $"{subUnits}",
        ]) with
        {
            // Everybody signs in from this machine, within minutes.
            Settings = [("Access:CodesPerAddress", "1000"), ("Access:TriesPerAddress", "1000")],
        };
        _app = new AppProcess(_options);
    }

    public Uri Address => _app.Address;

    public string FunctionKey => _app.FunctionKey;

    public string Unit => _options.Unit;

    public Mailbox Mailbox { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public static async Task<LoadedOffice> StartAsync(string? keep, int subUnits)
    {
        var folder = keep ?? Directory.CreateTempSubdirectory("sakip-bench-pages-").FullName;
        var office = new LoadedOffice(folder, keep is not null, subUnits);
        var marker = Path.Combine(folder, "siap");
        if (!File.Exists(marker))
            new GeneratedOffice(subUnits).Write(office._options.Sample, office._options.Given);
        await office._app.StartAsync(CancellationToken.None);
        office.Office = new Office(office._app);
        office.Mailbox = new Mailbox(office._options.Mailbox);
        if (File.Exists(marker))
            return office;
        var watch = Stopwatch.StartNew();
        await new Play(
            office._options,
            office.Office,
            office.Mailbox,
            Figures.Load(Path.Combine(office._options.Given, "realisations.json")),
            new Progress(TextWriter.Null, isTerminal: false)
        ).RunAsync(CancellationToken.None, MidYear);
        Console.WriteLine(
            $"{subUnits} sub-units until {MidYear:d MMMM}: {watch.Elapsed.TotalSeconds:0} s, {office.Mailbox.Letters.Count} letters"
        );
        await File.WriteAllTextAsync(marker, "");
        return office;
    }

    /// <summary>Addresses of so many operators and heads, in turns.</summary>
    public IEnumerable<string> AddressesOf(int count)
    {
        using var plan = System.Text.Json.JsonDocument.Parse(
            File.ReadAllText(Path.Combine(_options.Given, "plan.json"))
        );
        var people = plan
            .RootElement.GetProperty("officials")
            .EnumerateArray()
            .Select(one => (Code: one.GetProperty("code").GetString()!, Email: one.GetProperty("email").GetString()!))
            .ToArray();
        string[] Of(char kind) =>
            [.. people.Where(one => one.Code[0] == kind && char.IsAsciiDigit(one.Code[1])).Select(one => one.Email)];
        return [.. Of('o').Zip(Of('k'), (one, other) => new[] { one, other }).SelectMany(pair => pair).Take(count)];
    }

    public async ValueTask DisposeAsync()
    {
        Office.Dispose();
        await _app.DisposeAsync();
        if (!_isKept)
            Directory.Delete(_folder, recursive: true);
    }
}
