using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>
/// An extension of a quarter's window. Rows are numbered from 1 and never changed; the last one holds. The plan's own
/// window stays as it was decided.
/// </summary>
internal sealed class ExtensionRow : Row
{
    public int Number { get; set; }
    public DateTimeOffset Due { get; set; }
    public DateTimeOffset Closes { get; set; }
    public DateTimeOffset VerificationDue { get; set; }
    public string Reason { get; set; } = "";
    public string By { get; set; } = "";
    public string ByName { get; set; } = "";
    public DateTimeOffset At { get; set; }
}

/// <summary>
/// A further round of a quarter: sub-units that report again, with dates of their own. Asked for by one person and
/// approved by another.
/// </summary>
internal sealed class RoundRow : Row
{
    public int Round { get; set; }

    /// <summary>Codes, separated by commas.</summary>
    public string SubUnits { get; set; } = "";

    public string Reason { get; set; } = "";
    public string AskedBy { get; set; } = "";
    public DateTimeOffset AskedAt { get; set; }
    public string? ApprovedBy { get; set; }

    /// <summary>The reopening was not approved.</summary>
    public bool IsDropped { get; set; }

    /// <summary>Set when the round opens.</summary>
    public DateTimeOffset? Opens { get; set; }

    public DateTimeOffset? Due { get; set; }
    public DateTimeOffset? Closes { get; set; }
    public DateTimeOffset? VerificationDue { get; set; }

    public IReadOnlyList<string> Codes() => SubUnits.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A quarter that was held up is to be checked again.</summary>
internal sealed class RecheckRow : Row
{
    /// <summary>The round in which sub-units report again first; 0 where none do.</summary>
    public int NextRound { get; set; }

    public string Reason { get; set; } = "";
    public string By { get; set; } = "";
    public DateTimeOffset At { get; set; }
}

/// <summary>Row keys in a quarter's partition.</summary>
internal static class QuarterKeys
{
    public const string Extensions = "extension|";
    public const string Rounds = "round|";

    public static string Extension(int number) => FormattableString.Invariant($"{Extensions}{number:D4}");

    public static string Recheck(int round, int attempt) =>
        FormattableString.Invariant($"recheck|{round:D4}|{attempt:D4}");

    public static string Round(int round) => FormattableString.Invariant($"{Rounds}{round:D4}");
}
