using System.Net;
using Sakip.Rehearsal.Events;

namespace Sakip.Rehearsal;

/// <summary>
/// Plays the year. The clock moves to the next instant at which something is due or somebody acts; after every step the
/// mailbox is looked into, so persons and deadlines come in the order of time.
/// </summary>
internal sealed class Play(RehearsalOptions options, Office office, Mailbox mailbox, Figures figures, Progress progress)
{
    private readonly YearEvents _events = new(options, office);
    private readonly MailCheck _mail = new(options.Mailbox, options.Scenario);
    private readonly Script _script = new(options.Scenario);

    /// <summary>In a large office whoever acts within the same minutes acts at once.</summary>
    private const int AtOnce = 16;

    private const int MostCodes = 50;

    // Who finds storage away comes again an hour later, and then once a day.
    private static readonly TimeSpan ComesAgain = TimeSpan.FromHours(1);
    private static readonly TimeSpan ComesAgainThen = TimeSpan.FromDays(1);

    private static readonly TimeSpan Slot = TimeSpan.FromMinutes(30);

    private readonly PriorityQueue<Func<CancellationToken, Task>, (DateTimeOffset, string)> _acts = new();

    private DateTimeOffset _now;

    /// <summary>
    /// Goes on from where the app's clock stands. The clock leaves an instant only when everything was done that was
    /// due at it, so what lies before is done; what was due just now may be done again, and then stands.
    /// </summary>
    /// <param name="pauseAt">Stops here, in the midst of the year; another run goes on from there.</param>
    /// <exception cref="RehearsalException">The report was not published in time.</exception>
    public async Task RunAsync(CancellationToken cancellation, DateTimeOffset? pauseAt = null)
    {
        var now = await office.StepAsync(DateTimeOffset.MinValue, cancellation);
        foreach (var (at, id, act) in _events.All().Where(one => one.At >= now.Now))
            Plan(at, id, token => OrLaterAsync(at, id, act, token));
        ReadLetters();
        while (!IsPublished())
        {
            if (now.Now >= pauseAt)
                return;
            if (now.Now > options.Scenario.GivesUp)
                throw new RehearsalException($"Laporan belum terbit sampai {options.Scenario.GivesUp:yyyy-MM-dd}.");
            await ActAsync(now.Now, cancellation);
            // A letter that an act brings may ask for something before the clock's next instant.
            await office.StepAsync(DateTimeOffset.MinValue, cancellation);
            ReadLetters();
            now = await office.StepAsync(pauseAt < NextAct() ? pauseAt.Value : NextAct(), cancellation);
            progress.At(now.Now, mailbox.Letters.Count);
            ReadLetters();
            _now = now.Now;
        }

        _mail.Run(mailbox.Letters);
    }

    // In the sample no two persons act at one instant.
    private async Task ActAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var due = new List<Func<CancellationToken, Task>>();
        while (
            _acts.TryPeek(out var act, out var when) && when.Item1 <= now && (due.Count == 0 || options.SubUnits > 0)
        )
        {
            _acts.Dequeue();
            due.Add(act);
        }

        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (act, token) => await act(token)
        );
    }

    private DateTimeOffset Slotted(DateTimeOffset at) =>
        options.SubUnits == 0
            ? at
            : new DateTimeOffset((at.UtcTicks + Slot.Ticks - 1) / Slot.Ticks * Slot.Ticks, TimeSpan.Zero);

    private DateTimeOffset NextAct() =>
        _acts.TryPeek(out _, out var when) ? when.Item1 : options.Scenario.GivesUp.AddDays(1);

    private void Plan(DateTimeOffset at, string id, Func<CancellationToken, Task> act)
    {
        lock (_acts)
            _acts.Enqueue(act, (at, id));
    }

    /// <summary>Who is told that storage is away comes again later.</summary>
    private async Task OrLaterAsync(
        DateTimeOffset at,
        string id,
        Func<CancellationToken, Task> act,
        CancellationToken cancellation,
        bool isAgain = false
    )
    {
        try
        {
            await act(cancellation);
        }
        catch (StorageAwayException)
        {
            var later = (at > _now ? at : _now) + (isAgain ? ComesAgainThen : ComesAgain);
            Plan(later, id, token => OrLaterAsync(later, id, act, token, isAgain: true));
        }
    }

    /// <exception cref="StorageAwayException">The app asks to come again later.</exception>
    internal static HttpResponseMessage Answered(HttpResponseMessage answer) =>
        answer is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: not null }
            ? throw new StorageAwayException()
            : answer;

    private sealed class StorageAwayException : Exception;

    private void ReadLetters()
    {
        foreach (var letter in mailbox.Look())
        {
            if (_script.For(letter, mailbox.Letters) is { } act)
            {
                var slotted = act with { At = Slotted(act.At) };
                Plan(
                    slotted.At,
                    letter.Id,
                    token => OrLaterAsync(slotted.At, letter.Id, again => DecideAsync(slotted, again), token)
                );
            }
        }
    }

    private bool IsPublished() =>
        mailbox.Letters.Any(letter => letter.Subject.EndsWith("telah diterbitkan", StringComparison.Ordinal));

    internal async Task DecideAsync(Act act, CancellationToken cancellation)
    {
        var link = act.Letter.Link!;
        using var page = Answered(await office.OpenAsync(link, cancellation));
        if (page.StatusCode == HttpStatusCode.NotFound)
            return;
        var form = PageForm.Read(await page.Content.ReadAsStringAsync(cancellation));
        if (form is null)
            return;

        await _events.BeforeHandingInAsync(act.Letter, form, cancellation);
        if (Script.QuarterIn(form.Title) is > 0 and var quarter)
            figures.Type(form.Fields, quarter);
        if (act.Choice == Choice.SubmitUnfinished)
            LeaveOut(form, "solusi");
        if (form.AsksForCode)
            form = await WithCodeAsync(act.Letter, form, cancellation);
        if (act.Choice == Choice.Return)
            form.Fields["catatan"] = "Mohon lengkapi solusi yang telah dilakukan.";
        ReviewDesk.Fill(form.Fields, options.Scenario.Review);
        var action = act.Choice == Choice.Return ? "kembalikan" : "setuju";
        using var answer = await SubmitAsync(act.Letter, form, action, cancellation);
        if (answer.IsSuccessStatusCode)
        {
            progress.Decided();
            lock (_mail)
                _mail.Decided(act.Letter, _now);
            return;
        }

        // Decided before a crash, or closed by its deadline: the page says so.
        if (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.NotFound)
            return;
        var errors = PageForm.Errors(await answer.Content.ReadAsStringAsync(cancellation));
        throw new RehearsalException(
            $"'{act.Letter.Subject}' ditolak ({(int)answer.StatusCode}): {string.Join("; ", errors)}"
        );
    }

    // Rows that the script leaves empty have nothing to report: the person says so when asked.
    private static async Task<bool> SaysNothingToReportAsync(HttpResponseMessage answer, PageForm form)
    {
        var asked = PageForm.Read(await answer.Content.ReadAsStringAsync());
        var rows =
            asked?.Fields.Where(field => field.Key.StartsWith("kosong.", StringComparison.Ordinal)).ToList() ?? [];
        var isNew = rows.Any(row => form.Fields.TryAdd(row.Key, row.Value));
        if (isNew)
            form.Fields["revisi"] = asked!.Fields["revisi"];
        return isNew;
    }

    private async Task<HttpResponseMessage> SubmitAsync(
        Letter letter,
        PageForm form,
        string action,
        CancellationToken cancellation
    )
    {
        for (var code = 1; ; code++)
        {
            form.Fields["tindakan"] = action;
            var answer = Answered(await office.SubmitAsync(letter.Link!, form.Fields, cancellation));
            if (answer.StatusCode == HttpStatusCode.UnprocessableEntity && await SaysNothingToReportAsync(answer, form))
                continue;
            if (answer.StatusCode != HttpStatusCode.UnprocessableEntity || !form.AsksForCode || code == MostCodes)
                return answer;
            // The call that a crash cut off has spent its code.
            answer.Dispose();
            await WithCodeAsync(letter, form, cancellation);
        }
    }

    private async Task<PageForm> WithCodeAsync(Letter letter, PageForm form, CancellationToken cancellation)
    {
        form.Fields["tindakan"] = "minta-kode";
        using var answer = Answered(await office.SubmitAsync(letter.Link!, form.Fields, cancellation));
        answer.EnsureSuccessStatusCode();
        form.Fields["kode"] =
            mailbox.CodeOf(letter.To)
            ?? throw new RehearsalException($"Kode sekali pakai untuk {letter.To} tidak datang.");
        return form;
    }

    private static void LeaveOut(PageForm form, string field)
    {
        foreach (
            var name in form.Fields.Keys.Where(name => name.EndsWith("." + field, StringComparison.Ordinal)).ToArray()
        )
        {
            form.Fields[name] = "";
        }
    }
}
