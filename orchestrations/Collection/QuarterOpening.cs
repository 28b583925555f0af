namespace Sakip.Collection;

/// <param name="SubUnits">Codes of the sub-units that owe a report.</param>
internal sealed record QuarterOpening(IReadOnlyList<string> SubUnits, int Round = 1);
