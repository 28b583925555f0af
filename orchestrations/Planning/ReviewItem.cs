namespace Sakip.Planning;

/// <param name="Code">Unique in the checklist, for example "ii-3".</param>
internal sealed record ReviewItem(string Code, string Text);
