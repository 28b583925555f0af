using Sakip.Kernel;

namespace Sakip.AnnualCycle;

/// <param name="Trace">The trace of the request that started the year.</param>
internal sealed record CycleInput(string Unit, int Year, string? Trace = null)
{
    internal OfficeYear Office => new(Unit, Year);
}

/// <param name="ReportHash">Hash of the published report.</param>
internal sealed record CycleOutcome(string ReportHash);

/// <summary>What calls for a revised agreement, by cause and number.</summary>
internal sealed record RevisionCall(string Unit, int Year, Agreements.RevisionCause Cause, int Number)
{
    internal OfficeYear Office => new(Unit, Year);
}
