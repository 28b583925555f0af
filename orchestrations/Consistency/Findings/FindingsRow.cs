using Sakip.Storage;

namespace Sakip.Consistency;

/// <summary>The findings of a subject; what was done about each are claim rows beside it.</summary>
internal sealed class FindingsRow : Row
{
    public const string Key = "findings";

    public const string ActPrefix = "finding|";

    /// <summary>Snapshot of the <see cref="FindingSet"/>.</summary>
    public string Hash { get; set; } = "";

    public DateTimeOffset At { get; set; }

    /// <summary>Blockers that nobody has had explained and accepted.</summary>
    public int Blocking { get; set; }

    /// <summary>The event that lets the subject go on once nothing blocks; null where nothing waits.</summary>
    public string? Resume { get; set; }

    public static string Explanation(string finding, int number) =>
        Keys.Join("finding", finding, FormattableString.Invariant($"{number:D4}"), "1");

    public static string Ruling(string finding, int number) =>
        Keys.Join("finding", finding, FormattableString.Invariant($"{number:D4}"), "2");
}
