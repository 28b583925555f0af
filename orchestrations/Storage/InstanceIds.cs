using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>The only place where durable instance ids and event names are made.</summary>
internal static class InstanceIds
{
    public const int MaximumLength = 100;

    public static string Cycle(OfficeYear office) => new CycleSubject(office).InstanceId;

    public static string Approval(Subject subject, string step, int attempt) =>
        FormattableString.Invariant($"approval:{subject.Dotted}:{step}:{attempt}");

    public static string Document(string kind, string dataHash) => $"document:{kind}:{dataHash[..40]}";

    public static string Webhook(OfficeYear office, string hook, long sequence, int round) =>
        FormattableString.Invariant($"webhook:{office.Unit}:{office.Year}:{hook}:{sequence}:{round}");

    /// <summary>Raised once when an approval's claim row stands.</summary>
    public static string Decided(string step, int attempt) => FormattableString.Invariant($"Decided:{step}:{attempt}");

    public static string BudgetRevised(int number) => FormattableString.Invariant($"BudgetRevised:{number}");

    public static string OfficialChanged(int number) => FormattableString.Invariant($"OfficialChanged:{number}");

    public static string RevisionRequested(int number) => FormattableString.Invariant($"RevisionRequested:{number}");

    /// <summary>Raised by the window opener until the quarter is open.</summary>
    public const string WindowOpened = nameof(WindowOpened);

    /// <summary>Raised when the extension of a window stands under its number.</summary>
    public static string WindowExtended(int number) => FormattableString.Invariant($"WindowExtended:{number}");

    public static string Redraft(int attempt) => FormattableString.Invariant($"Redraft:{attempt}");

    /// <summary>Raised for an agreement that is checked and waits for its superior's.</summary>
    public static string SuperiorInForce(int attempt) => FormattableString.Invariant($"SuperiorInForce:{attempt}");

    public static string Recheck(int attempt) => FormattableString.Invariant($"Recheck:{attempt}");

    public static string Mended(int number) => FormattableString.Invariant($"Mended:{number}");
}
