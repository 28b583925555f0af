using Sakip.Kernel;

namespace Sakip.Notifications;

/// <param name="DedupeKey">
/// Names the message for good: the same key is the same message, however often it is sent. A new code is a new
/// message, so its key carries the code's number.
/// </param>
/// <param name="At">When the message is made; its Date header.</param>
/// <param name="Facts">
/// Small named strings for the text (<see cref="Fact"/>), dates as ISO, never a secret. A missing one shortens
/// the text.
/// </param>
/// <param name="Link">The bearer's personal link, if the message asks for something.</param>
/// <param name="Code">The code that the message carries, for the two kinds that carry one.</param>
/// <param name="Zone">In which the text tells times.</param>
internal sealed record MessageRequest(
    MessageKind Kind,
    string DedupeKey,
    DateTimeOffset At,
    Recipient To,
    string Office,
    int Year,
    IReadOnlyDictionary<Fact, string> Facts,
    Uri? Link = null,
    string? Code = null,
    OfficeZone Zone = OfficeZone.Wita
)
{
    /// <summary>The steps that the letter lists, each with the recipient's link to it where it has one.</summary>
    public IReadOnlyList<(LetterStep Step, Uri? Link)> Steps { get; init; } = [];

    /// <summary>Whom the recipient may ask, with the address: letters themselves take no answer.</summary>
    public string? Helper { get; init; }
}
