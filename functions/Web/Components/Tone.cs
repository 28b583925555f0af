namespace Sakip.Functions.Web.Components;

/// <summary>How a word is coloured; the word itself always says it too.</summary>
public enum Tone
{
    Plain,
    Good,
    Wait,
    Bad,
    Info,
}

/// <param name="Next">Where the list goes on; null on its last page.</param>
internal sealed record PagerView(string? Previous, string? Next, string Position);
