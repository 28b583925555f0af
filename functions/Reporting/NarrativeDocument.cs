namespace Sakip.Functions.Reporting;

/// <summary>A text of the report; its tag goes into <c>If-Match</c> of the change.</summary>
internal sealed record NarrativeDocument(string Section, string Title, string? Owner, string Body);
