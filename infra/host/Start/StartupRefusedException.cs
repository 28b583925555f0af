namespace Sakip.Host.Start;

/// <summary>The app is not started because it would not work, here or on the real Functions host.</summary>
internal sealed class StartupRefusedException(params IReadOnlyList<string> problems)
    : Exception(
        problems is [var only]
            ? $"The app cannot start: {only.ReplaceLineEndings(" ")}"
            : "The app cannot start:" + string.Concat(problems.Select(problem => "\n  - " + problem))
    )
{
    public IReadOnlyList<string> Problems => problems;

    /// <summary>The message alone: whoever starts the app reads what to change, not where it was found.</summary>
    public override string ToString() => Message;
}
