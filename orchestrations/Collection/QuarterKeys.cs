namespace Sakip.Collection;

/// <summary>Row keys in a quarter's partition.</summary>
internal static class QuarterKeys
{
    public const string Extensions = "extension|";
    public const string Rounds = "round|";
    public const string Rechecks = "recheck|";

    public static string Extension(int number) => FormattableString.Invariant($"{Extensions}{number:D4}");

    public static string Recheck(int round, int attempt) =>
        FormattableString.Invariant($"{Rechecks}{round:D4}|{attempt:D4}");

    public static string Round(int round) => FormattableString.Invariant($"{Rounds}{round:D4}");
}
