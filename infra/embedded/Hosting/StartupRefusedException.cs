namespace Sakip.Embedded.Hosting;

/// <summary>The app is not started because it would not work, here or on the real Functions host.</summary>
/// <param name="problems">Everything found wrong, one sentence each.</param>
// Made only here, from its list of problems: the usual constructors would lose them.
#pragma warning disable CA1032
public sealed class StartupRefusedException(IReadOnlyList<string> problems)
#pragma warning restore CA1032
    : Exception("The app cannot start:" + string.Concat(problems.Select(problem => "\n  - " + problem)))
{
    /// <summary>Everything found wrong, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;

    /// <summary>The message alone: whoever starts the app reads what to change, not where it was found.</summary>
    public override string ToString() => Message;
}
