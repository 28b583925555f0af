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
);
