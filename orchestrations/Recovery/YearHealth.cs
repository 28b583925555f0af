namespace Sakip.Recovery;

/// <summary>What the doctor sees of a year.</summary>
internal sealed record YearHealth(
    string Unit,
    int Year,
    IReadOnlyList<OpenInstance> Open,
    IReadOnlyList<TroubleFound> Troubles
);
