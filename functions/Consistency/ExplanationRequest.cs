namespace Sakip.Functions.Consistency;

/// <param name="Subject">What the finding is about, as the list of findings says it.</param>
/// <param name="By">Code of the official in whose name it is done; the same rights hold as on the page.</param>
internal sealed record ExplanationRequest(string? Subject, string? Finding, string? Text, string? By);
