namespace Sakip.Storage;

/// <summary>How long storage is waited for between two tries.</summary>
internal static class OutageWaits
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan LongestOfFirstHour = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Later = TimeSpan.FromHours(1);

    /// <summary>An outage that lasts so long is told to whoever is on duty.</summary>
    public static readonly TimeSpan UntilAlert = TimeSpan.FromMinutes(10);

    /// <param name="failures">Tries that have failed in this outage, at least one.</param>
    /// <param name="lasts">How long the outage has lasted.</param>
    public static TimeSpan After(int failures, TimeSpan lasts)
    {
        const int SurelyLong = 10;
        if (lasts >= Later)
            return Later;
        var doubled = failures > SurelyLong ? LongestOfFirstHour : First * Math.Pow(2, failures - 1);
        return doubled < LongestOfFirstHour ? doubled : LongestOfFirstHour;
    }
}
