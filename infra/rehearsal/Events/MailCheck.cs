using MimeKit;

namespace Sakip.Rehearsal.Events;

/// <summary>
/// At the end of the year: nobody's message went out twice, nobody was reminded of what they had done, and after the
/// missed week only the latest missed reminder came.
/// </summary>
internal sealed class MailCheck(string folder, Scenario scenario)
{
    private readonly Dictionary<Uri, DateTimeOffset> _decided = [];
    private readonly Dictionary<string, DateTimeOffset> _handedIn = [];

    public void Decided(Letter letter, DateTimeOffset at)
    {
        _decided[letter.Link!] = at;
        if (
            ReportOf(letter.Subject) is { } report
            && letter.Subject.StartsWith("Mohon diisi", StringComparison.Ordinal)
        )
        {
            _handedIn[report] = at;
        }
    }

    /// <exception cref="RehearsalException">It was not so; the message says where.</exception>
    public void Run(IReadOnlyList<Letter> letters)
    {
        Refuse(
            letters.GroupBy(letter => letter.Id).Where(same => same.Count() > 1).Select(same => same.First()),
            "terkirim dua kali"
        );
        Refuse(Repeated(), "berisi sama dengan pesan lain kepada orang yang sama");
        Refuse(
            letters.Where(letter =>
                letter.Link is { } link
                && letter.Code is null
                && !letter.Subject.StartsWith("Tautan baru", StringComparison.Ordinal)
                && _decided.TryGetValue(link, out var at)
                && letter.Date > at
            ),
            "sampai setelah penerimanya selesai"
        );
        Refuse(
            letters.Where(letter =>
                letter.Subject.StartsWith("Pengingat: laporan", StringComparison.Ordinal)
                && ReportOf(letter.Subject) is { } report
                && _handedIn.TryGetValue(report, out var at)
                && letter.Date > at
                && !IsReturned(letters, report, at, letter.Date)
            ),
            "mengingatkan laporan yang sudah masuk"
        );
        if (scenario.MissedReminders is { } missed)
            CheckMissedReminders(letters, missed);
    }

    // A report that was returned is to be handed in again.
    private static bool IsReturned(
        IReadOnlyList<Letter> letters,
        string report,
        DateTimeOffset after,
        DateTimeOffset until
    ) =>
        letters.Any(letter =>
            letter.Subject.StartsWith("Mohon diperbaiki", StringComparison.Ordinal)
            && ReportOf(letter.Subject) == report
            && letter.Date >= after
            && letter.Date <= until
        );

    // If the app cannot be stopped meanwhile, every reminder goes out; else the missed ones are skipped.
    private void CheckMissedReminders(IReadOnlyList<Letter> letters, MissedReminders missed)
    {
        var days = string.Join(
            ", ",
            letters
                .Where(letter =>
                    letter.To == missed.To && letter.Subject.StartsWith(missed.Subject, StringComparison.Ordinal)
                )
                .Select(letter => letter.Date.ToOffset(scenario.Offset).ToString("yyyy-MM-dd", null))
        );
        if (!missed.Days.Contains(days))
            throw new RehearsalException($"Setelah waktu tanpa pengingat, yang terkirim: {days}.");
    }

    private IEnumerable<Letter> Repeated() =>
        Directory
            .EnumerateFiles(folder, "*.eml")
            .Select(file => MimeMessage.Load(file))
            .GroupBy(message => message.To + "\n" + message.Subject + "\n" + message.TextBody)
            .Where(same => same.Count() > 1)
            .Select(same => new Letter(
                same.First().MessageId ?? "",
                $"{same.First().To}",
                same.First().Subject ?? "",
                same.First().Date,
                default,
                null,
                null
            ));

    private static void Refuse(IEnumerable<Letter> wrong, string how)
    {
        var found = wrong.Select(letter => $"{letter.Date:yyyy-MM-dd} {letter.To}: {letter.Subject}").ToList();
        if (found.Count > 0)
            throw new RehearsalException($"{found.Count} pesan {how}:\n" + string.Join('\n', found));
    }

    // "laporan Triwulan I Tahun 2024 Tata Usaha": what the subject is about, without verb and date.
    private static string? ReportOf(string subject)
    {
        var at = subject.IndexOf("laporan Triwulan", StringComparison.Ordinal);
        return at < 0 ? null : subject[at..].Split(" – ")[0];
    }
}
