namespace Sakip.Planning;

/// <param name="Section">Section code, for example "latar-belakang".</param>
/// <param name="Owner">Sub-unit that owns the section; null for the planner.</param>
/// <param name="Body">Paragraphs separated by an empty line; lines that begin with "- " or "1. " are lists.</param>
internal sealed record NarrativeText(string Section, string Title, string? Owner, string Body);
