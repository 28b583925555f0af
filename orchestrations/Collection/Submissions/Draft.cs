namespace Sakip.Collection;

/// <param name="Fields">By name, as typed.</param>
internal sealed record Draft(
    int Revision,
    string Writer,
    DateTimeOffset At,
    IReadOnlyDictionary<string, string> Fields
);
