using Sakip.Kernel;

namespace Sakip.Notifications;

/// <summary>One of several steps that a letter is about.</summary>
/// <param name="Title">What it is about, for people.</param>
/// <param name="Subject">Dotted; null where the letter only tells of the step and carries no link to it.</param>
internal sealed record LetterStep(
    string Title,
    DateOnly? Due = null,
    string? Subject = null,
    string? Step = null,
    int Attempt = 0
)
{
    /// <summary>The steps that a letter's facts name; none for most letters.</summary>
    public static IReadOnlyList<LetterStep> Of(IReadOnlyDictionary<Fact, string> facts) =>
        facts.TryGetValue(Fact.Steps, out var json) ? SakipJson.Read<IReadOnlyList<LetterStep>>(json) : [];

    /// <summary>The step as a line of a list.</summary>
    public string Line() => Title + (Due is { } day ? $" – paling lambat {IndonesianDate.Long(day)}" : "");
}
