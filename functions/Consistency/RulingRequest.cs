namespace Sakip.Functions.Consistency;

internal sealed record RulingRequest(string? Subject, string? Finding, bool Accept, string? Note, string? By);
