namespace Sakip.Storage;

/// <summary>
/// What the states of a year mean to those who look after it. Each switch names every state: a new one does not compile
/// until somebody has said what it means here. A number that names no state cannot be read from a row.
/// </summary>
#pragma warning disable CS8524
internal static class YearStates
{
    /// <summary>Its cycle hears of changed budgets and officials, and of windows that open.</summary>
    public static bool HasCycle(this OfficeYearState state) =>
        state switch
        {
            OfficeYearState.Running => true,
            OfficeYearState.Correcting => false,
            OfficeYearState.Closed => false,
        };

    /// <summary>Somebody may be asked for something: whoever acts in it must be reachable.</summary>
    public static bool AsksPeople(this OfficeYearState state) =>
        state switch
        {
            OfficeYearState.Running => true,
            OfficeYearState.Correcting => true,
            OfficeYearState.Closed => false,
        };
}
#pragma warning restore CS8524
