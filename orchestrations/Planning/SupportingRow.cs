namespace Sakip.Planning;

/// <param name="IsTotal">Printed bold: a value that follows from the others.</param>
internal sealed record SupportingRow(string Label, decimal Value, bool IsTotal = false);
