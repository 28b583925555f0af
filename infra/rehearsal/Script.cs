using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Rehearsal;

/// <summary>What a person does with a letter, and when.</summary>
internal sealed record Act(DateTimeOffset At, Letter Letter, Choice Choice);

internal enum Choice
{
    Accept,
    Return,

    /// <summary>Hands the report in without the solutions, which is why it is returned.</summary>
    SubmitUnfinished,
}

/// <summary>
/// The parts that the persons play. Whoever reads a letter decides by that letter and their own mailbox alone, so a
/// rehearsal that was cut off plays on the same way.
/// </summary>
internal sealed partial class Script(Scenario scenario)
{
    /// <summary>The act that a letter leads to; null for letters that only tell.</summary>
    public Act? For(Letter letter, IReadOnlyList<Letter> mailbox)
    {
        if (letter.Link is null || letter.Code is not null || !letter.IsFirst)
            return null;
        var at = InOfficeHours(letter.Date + Delay(letter));
        var choice = Choice.Accept;
        foreach (var part in scenario.Parts.Where(part => IsOf(part, letter)))
        {
            if (part.After is { } after)
                at = part.IsAtAnyHour ? letter.Date + after : InOfficeHours(letter.Date + after);
            if (!part.IsOnce || !WasAskedBefore(part, letter, mailbox))
                choice = part.Choice;
        }

        return new Act(at, letter, choice);
    }

    /// <summary>1 to 4 as the page's title or a subject says; 0 where it says none.</summary>
    public static int QuarterIn(string text) =>
        QuarterPattern().Match(text).Groups[1].Value switch
        {
            "I" => 1,
            "II" => 2,
            "III" => 3,
            "IV" => 4,
            _ => 0,
        };

    private static bool IsOf(Part part, Letter letter) =>
        letter.Subject.StartsWith(part.Asks, StringComparison.Ordinal)
        && letter.Subject.Contains(part.About, StringComparison.Ordinal)
        && (part.Quarter is not { } quarter || QuarterIn(letter.Subject) == quarter);

    private static bool WasAskedBefore(Part part, Letter letter, IReadOnlyList<Letter> mailbox) =>
        mailbox.Any(other =>
            other.To == letter.To && other.Link != letter.Link && other.Date < letter.Date && IsOf(part, other)
        );

    // Two to nine hours and some minutes, by the letter's id, so that no two persons act in the same minute.
    private static TimeSpan Delay(Letter letter)
    {
        var number = int.Parse(letter.Id.AsSpan(0, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(7200 + number % 25200);
    }

    private DateTimeOffset InOfficeHours(DateTimeOffset at)
    {
        var local = at.ToOffset(scenario.Offset);
        if (local.Hour >= 16)
        {
            local = new DateTimeOffset(
                local.Date.AddDays(1).AddHours(8).AddSeconds(local.Second + local.Minute * 60),
                scenario.Offset
            );
        }

        if (local.Hour < 8)
            local = local.AddHours(8 - local.Hour);
        while (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            local = local.AddDays(1);
        return local.ToUniversalTime();
    }

    [GeneratedRegex(@"Triwulan (IV|III|II|I)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuarterPattern();
}
