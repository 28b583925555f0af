namespace Sakip.Planning;

/// <summary>A window as it holds now.</summary>
/// <param name="Extension">Number of the last extension, 0 without one.</param>
internal sealed record WindowInForce(ReportingWindow Dates, int Extension, string? Reason = null);
