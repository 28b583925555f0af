namespace Sakip.Planning;

/// <param name="Code">Unique in the checklist, for example "II".</param>
internal sealed record ReviewGroup(string Code, string Title, IReadOnlyList<ReviewItem> Items);
