using Sakip.Kernel;

namespace Sakip.Notifications;

/// <summary>One of several steps that a letter is about.</summary>
/// <param name="Title">What it is about, for people.</param>
/// <param name="Subject">Dotted; null where the letter only tells of the step and carries no link to it.</param>
/// <param name="Stands">How many steps the line stands for; null for one.</param>
internal sealed record LetterStep(
    string Title,
    DateOnly? Due = null,
    string? Subject = null,
    string? Step = null,
    int Attempt = 0,
    int? Stands = null
)
{
    /// <summary>
    /// As many as one letter lists: what it says is kept in one property of its row, which holds 32,000 characters. The
    /// emulator takes more, Azure does not.
    /// </summary>
    public const int Most = 40;

    /// <summary>The steps that a letter's facts name; none for most letters.</summary>
    public static IReadOnlyList<LetterStep> Of(IReadOnlyDictionary<Fact, string> facts) =>
        facts.TryGetValue(Fact.Steps, out var json) ? SakipJson.Read<IReadOnlyList<LetterStep>>(json) : [];

    /// <summary>The step as a line of a list.</summary>
    public string Line() => Title + (Due is { } day ? $" – paling lambat {IndonesianDate.Long(day)}" : "");
}
