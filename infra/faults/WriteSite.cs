using System.Text.RegularExpressions;

namespace Sakip.Faults;

/// <summary>
/// The place of the app that a write comes from: its name without what tells one occurrence from another. An
/// orchestrator's turns are places of their own.
/// </summary>
internal static partial class WriteSite
{
    public static string Of(string write) => Number().Replace(Time().Replace(write, "*"), "*");

    // Days and instants, as rows, timers and the clock have them.
    [GeneratedRegex(@"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|\+00:00)?)?")]
    private static partial Regex Time();

    [GeneratedRegex(@"[0-9a-f]{16,}|(?<![ \w])[a-z]?\d+|(?<=[:.|_a-z-])\d+(?![ \w])", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
