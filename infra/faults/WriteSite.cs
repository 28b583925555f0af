using System.Text.RegularExpressions;

namespace Sakip.Faults;

/// <summary>
/// The place of the app that a write comes from: its name without what tells one occurrence from another. Of an
/// orchestrator the first turn, the second, and all that follow are a place each; a section of the report is like another.
/// </summary>
internal static partial class WriteSite
{
    public static string Of(string write)
    {
        var plain = Section().Replace(Number().Replace(Time().Replace(write, "*"), "*"), "*");
        return Turn().Replace(plain, turn => turn.Value is "0" or "1" ? turn.Value : "later");
    }

    // What stands behind the kind, the office's code and the version.
    [GeneratedRegex(
        @"(?<=narrative(?:[.:|%*ACv]|kantor-gladi)*)[a-z][a-z-]{2,}",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Section();

    [GeneratedRegex(@"(?<=^turn \S+ )\d+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Turn();

    // Days and instants, as rows, timers and the clock have them.
    [GeneratedRegex(@"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|\+00:00)?)?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();

    [GeneratedRegex(
        @"[0-9a-f]{16,}|(?<![ \w])[a-z]?\d+|(?<=[:.|_a-z-])\d+(?![ \w])",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Number();
}
