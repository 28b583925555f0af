using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;
using Sakip.Webhooks;

namespace Sakip.Functions.Webhooks;

internal sealed record WebhookDeliveryLine
{
    public required string At { get; init; }

    public required string Event { get; init; }

    public required int Year { get; init; }

    public required long Sequence { get; init; }

    public required string State { get; init; }

    public required Tone Tone { get; init; }

    public required string? Error { get; init; }

    public required bool MayRepeat { get; init; }
}

internal sealed record WebhookCard(
    string Id,
    string Url,
    string Topics,
    string Made,
    int Failed,
    IReadOnlyList<WebhookDeliveryLine> Deliveries
);

internal sealed record WebhooksView(string Path, IReadOnlyList<WebhookCard> Hooks)
{
    public NewWebhook? Made { get; init; }
    public string? Notice { get; init; }
    public string? Error { get; init; }

    /// <summary>What was typed before it was refused.</summary>
    public string? Url { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = WebhookTopics.All;
}

/// <summary>Receivers and how their deliveries went, in words.</summary>
internal sealed class WebhookViews(WebhookDesk desk)
{
    private const int Shown = 20;

    public async Task<WebhooksView> OfAsync(OfficePlan plan, CancellationToken cancellation)
    {
        var (unit, names) = (
            plan.Unit.Code,
            plan.Officials.ToDictionary(official => official.Code, official => official.FullName())
        );
        var cards = new List<WebhookCard>();
        foreach (var hook in await desk.ListAsync(unit, cancellation))
        {
            var deliveries = new List<WebhookDeliveryRow>();
            await foreach (
                var page in desk.Deliveries(unit, hook.Id, cancellation)
                    .AsPages(pageSizeHint: Shown)
                    .WithCancellation(cancellation)
            )
            {
                deliveries.AddRange(page.Values);
                break;
            }

            cards.Add(
                new WebhookCard(
                    hook.Id,
                    hook.Url,
                    string.Join(", ", hook.Topics.Select(Topic)),
                    $"{PageWords.ShortMoment(hook.CreatedAt)} oleh {names.GetValueOrDefault(hook.CreatedBy, "sistem")}",
                    deliveries.Count(row => row.State == nameof(DeliveryState.Failed)),
                    [.. deliveries.Select(Line)]
                )
            );
        }

        return new WebhooksView($"/kantor/{unit}/{plan.Year}/pengaturan/webhook", cards);
    }

    public static string Topic(string topic) =>
        topic switch
        {
            "plan" => "rencana dan anggaran",
            "agreement" => "perjanjian kinerja",
            "quarter" => "triwulan",
            "report" => "laporan sub-unit",
            "finding" => "temuan",
            "annual-report" => "laporan tahunan",
            _ => topic,
        };

    private static WebhookDeliveryLine Line(WebhookDeliveryRow row)
    {
        var (state, tone) = row switch
        {
            { State: nameof(DeliveryState.Delivered) } => ("Diterima", Tone.Good),
            { State: nameof(DeliveryState.Failed) } => ($"Gagal setelah {row.Tries} kali", Tone.Bad),
            { Tries: > 0 } => ($"Gagal {row.Tries} kali, dicoba lagi", Tone.Wait),
            _ => ("Menunggu dikirim", Tone.Wait),
        };
        return new WebhookDeliveryLine
        {
            At = PageWords.ShortMoment(row.TriedAt ?? row.At),
            Event = row.Event,
            Year = row.Year,
            Sequence = row.Sequence,
            State = state,
            Tone = tone,
            Error = row.Error,
            MayRepeat = row.State != nameof(DeliveryState.Waiting),
        };
    }
}
