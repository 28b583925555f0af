namespace Sakip.Notifications.Texts;

/// <summary>The sentences of one message; what is null is left out.</summary>
/// <param name="Subject">What is to be done, and by when.</param>
/// <param name="What">The matter, in one or two sentences.</param>
/// <param name="Why">Its reason or background.</param>
/// <param name="Note">What a person wrote, quoted.</param>
/// <param name="Until">The deadline as a sentence.</param>
/// <param name="Otherwise">What happens if nothing is done.</param>
/// <param name="Action">The words on the button that opens the link.</param>
internal sealed record MessageText(
    string Subject,
    string What,
    string? Why = null,
    string? Note = null,
    string? Until = null,
    string? Otherwise = null,
    string Action = "Buka halaman"
)
{
    /// <summary>The text without the doubled stops that titles such as S.IP. leave at the ends of sentences.</summary>
    public MessageText WithOneStop() =>
        this with
        {
            Subject = Subject.OneStop(),
            What = What.OneStop(),
            Why = Why?.OneStop(),
            Until = Until?.OneStop(),
            Otherwise = Otherwise?.OneStop(),
        };
}
