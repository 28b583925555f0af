namespace Sakip.Collection;

/// <param name="Saved">The draft as it stands now.</param>
/// <param name="IsConflict">Somebody else's version stands; nothing was written.</param>
internal sealed record DraftAnswer(Draft Saved, bool IsConflict);
