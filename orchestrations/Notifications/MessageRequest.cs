using Sakip.Kernel;

namespace Sakip.Notifications;

internal sealed record MessageRequest
{
    public required MessageKind Kind { get; init; }

    /// <summary>
    /// Names the message for good: the same key is the same message, however often it is sent. A new code is a new
    /// message, so its key carries the code's number.
    /// </summary>
    public required string DedupeKey { get; init; }

    /// <summary>When the message is made; its Date header.</summary>
    public required DateTimeOffset At { get; init; }

    public required Recipient To { get; init; }

    public required string Office { get; init; }

    public required int Year { get; init; }

    /// <summary>
    /// Small named strings for the text (<see cref="Fact"/>), dates as ISO, never a secret. A missing one shortens
    /// the text.
    /// </summary>
    public required IReadOnlyDictionary<Fact, string> Facts { get; init; }

    /// <summary>The bearer's personal link, if the message asks for something.</summary>
    public Uri? Link { get; init; }

    /// <summary>The code that the message carries, for the two kinds that carry one.</summary>
    public string? Code { get; init; }

    /// <summary>In which the text tells times.</summary>
    public OfficeZone Zone { get; init; } = OfficeZone.Wita;

    /// <summary>The steps that the letter lists, each with the recipient's link to it where it has one.</summary>
    public IReadOnlyList<(LetterStep Step, Uri? Link)> Steps { get; init; } = [];

    /// <summary>Whom the recipient may ask, with the address: letters themselves take no answer.</summary>
    public string? Helper { get; init; }
}
