using Sakip.Notifications;

namespace Sakip.Tests.Orchestrations.Notifications;

internal static class Sample
{
    public static DateTimeOffset At { get; } = new(2024, 4, 1, 8, 0, 0, TimeSpan.FromHours(8));

    public static Recipient Operator { get; } =
        new("op-perpus", "Wayan Contoh", "operator.perpus@biro.invalid", "628110000001", WhatsappConsent: true);

    public static Dictionary<Fact, string> AllFacts { get; } =
        new()
        {
            [Fact.SubUnit] = "Perpustakaan",
            [Fact.Quarter] = "q1",
            [Fact.Revision] = "1",
            [Fact.Due] = "2024-04-15",
            [Fact.Opens] = "2024-04-01",
            [Fact.Closes] = "2024-04-22",
            [Fact.Note] = "Angka keluaran belum cocok.\nMohon periksa halaman dua.",
            [Fact.Document] = "Laporan Contoh",
            [Fact.Step] = "approve",
            [Fact.Who] = "Made Periksa",
            [Fact.Decision] = "Returned",
            [Fact.Days] = "3",
            [Fact.Count] = "2",
            [Fact.Hash] = "9f86d081884c7d65",
            [Fact.Minutes] = "10",
        };

    public static MessageRequest Request(
        MessageKind kind = MessageKind.QuarterOpened,
        string key = "quarter-opened:2024:q1:perpus",
        Recipient? to = null,
        IReadOnlyDictionary<Fact, string>? facts = null,
        string? code = null,
        bool link = true
    ) =>
        new()
        {
            Kind = kind,
            DedupeKey = key,
            At = At,
            To = to ?? Operator,
            Office = "Biro Contoh",
            Year = 2024,
            Facts = facts ?? AllFacts,
            Link = link ? new Uri("http://127.0.0.1:7071/l/v1.k1.eyJ4IjoxfQ.c2ln?lang=id&x=1") : null,
            Code = code,
        };

    public static ComposedMessage Message(
        MessageKind kind = MessageKind.QuarterOpened,
        string key = "quarter-opened:2024:q1:perpus",
        Recipient? to = null,
        bool link = true
    ) => MessageComposer.Compose(Request(kind, key, to, link: link));

    public static ComposedMessage MessageTo(string email) => Message(to: Operator with { Email = email });
}
