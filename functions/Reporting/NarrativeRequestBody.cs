namespace Sakip.Functions.Reporting;

internal sealed record NarrativeRequestBody(string? Body, string? By);
