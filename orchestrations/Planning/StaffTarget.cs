namespace Sakip.Planning;

/// <summary>A row of the SKP annex (Permenpan-RB 6/2022): main, additional or behaviour.</summary>
internal sealed record StaffTarget(string Kind, string Plan, string Indicator, string? Target, string? Perspective);
