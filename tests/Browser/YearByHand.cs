using Sakip.Rehearsal;
using Sakip.Tests.Functions;

namespace Sakip.Tests.Browser;

/// <summary>
/// Plays a year on an app of its own, on a clock that the test moves. Every kind of act is done by its person in a browser at
/// least once; the many acts that are alike are posted, as the rehearsal does.
/// </summary>
internal sealed class YearByHand(Screens screens) : IAsyncDisposable
{
    private static readonly DateTimeOffset Extended = new(2024, 4, 9, 0, 0, 0, TimeSpan.Zero);

    private readonly RunningOffice _running = new();
    private readonly Dictionary<string, Visitor> _people = [];
    private readonly HashSet<Uri> _done = [];
    private readonly HashSet<string> _seen = [];
    private readonly List<(DateTimeOffset At, Func<YearByHand, Task> Act)> _acts = [];
    private Play? _play;
    private DeskWork? _desk;

    public RunningOffice Running => _running;

    /// <summary>Why the year stopped; null where it was played to its end.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>What was done in a browser, in order.</summary>
    public List<string> ByHand { get; } = [];

    public DateTimeOffset Now { get; private set; }

    public Figures Figures { get; private set; } = null!;

    public bool IsPublished => HasLetter("telah diterbitkan");

    public bool HasLetter(string contains) =>
        _running.Mailbox.Letters.Any(letter => letter.Subject.Contains(contains, StringComparison.Ordinal));

    /// <summary>Plays the year; what goes wrong is kept for the test that asks.</summary>
    public static async Task<YearByHand> PlayAsync(Screens screens)
    {
        var year = new YearByHand(screens);
        await year.StartAsync();
        try
        {
            await Story.TellAsync(year);
        }
        catch (Exception failure)
        {
            year.Failure = failure;
        }

        return year;
    }

    private async Task StartAsync()
    {
        await _running.InitializeAsync();
        Figures = Figures.Load(Path.Combine(_running.Options.Sample, "realisations.json"));
        _play = new Play(
            _running.Options,
            _running.Office,
            _running.Mailbox,
            Figures,
            new Progress(TextWriter.Null, isTerminal: false)
        );
        _desk = new DeskWork(this);
    }

    public Task SettleAsync() => _running.SettleAsync();

    /// <summary>What somebody does of their own accord, on a date.</summary>
    public void On(DateTimeOffset at, Func<YearByHand, Task> act) => _acts.Add((at, act));

    /// <summary>Everybody does what their letters ask for, and the clock goes from one due instant to the next.</summary>
    public async Task LiveUntilAsync(Func<YearByHand, bool> isOver)
    {
        while (true)
        {
            while (await ActAsync())
            {
                // One act leads to the next letter.
            }

            if (isOver(this))
                return;
            var until = _acts.Count == 0 ? Now.AddDays(30) : _acts.Min(act => act.At);
            Now = (
                await _running.Office.StepAsync(
                    Now == default ? DateTimeOffset.MinValue : until,
                    RunningOffice.Cancellation
                )
            ).Now;
            foreach (var act in _acts.Where(act => act.At <= Now).ToArray())
            {
                _acts.Remove(act);
                await act.Act(this);
                await _running.SettleAsync();
            }
        }
    }

    public async Task<Visitor> PersonAsync(string address)
    {
        if (_people.TryGetValue(address, out var known))
            return known;
        var person = await screens.VisitorAsync(_running);
        _people[address] = person;
        await person.SignInAsync(address);
        return person;
    }

    public Task<Visitor> AnybodyAsync() => screens.VisitorAsync(_running);

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values)
            await person.DisposeAsync();
        await _running.DisposeAsync();
    }

    private async Task<bool> ActAsync()
    {
        await _running.SettleAsync();
        _running.Mailbox.Look();
        if (
            _running.Mailbox.Letters.FirstOrDefault(letter =>
                letter.Link is not null && letter.Code is null && !_done.Contains(letter.Link) && !Waits(letter)
            )
            is not { } next
        )
        {
            return false;
        }

        _done.Add(next.Link!);
        if (IsByHand(next))
            await _desk!.DecideAsync(next);
        else
            await _play!.DecideAsync(new Act(Now, next, Choice.Accept), RunningOffice.Cancellation);
        return true;
    }

    // One sub-unit is late in the first quarter, for which its window is extended.
    private bool Waits(Letter letter) =>
        Now < Extended
        && letter.Subject.Contains("Triwulan I Tahun", StringComparison.Ordinal)
        && letter.Subject.Contains("Kelembagaan", StringComparison.Ordinal);

    // The library's first quarter whole, with its return; of the rest each kind of letter once. Signatures always.
    private bool IsByHand(Letter letter)
    {
        var kind = letter.Subject.Split(':')[0];
        if (
            letter.Subject.Contains("Triwulan I Tahun", StringComparison.Ordinal)
            && letter.Subject.Contains("Perpustakaan", StringComparison.Ordinal)
        )
        {
            return true;
        }

        return (
                Script.QuarterIn(letter.Subject) == 0
                || kind.Contains("persetujuan", StringComparison.Ordinal)
                    && letter.Subject.Contains("pembukaan", StringComparison.Ordinal)
            ) && (kind.StartsWith("Mohon tanda tangan", StringComparison.Ordinal) || _seen.Add(kind));
    }
}
