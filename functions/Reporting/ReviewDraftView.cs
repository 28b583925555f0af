namespace Sakip.Functions.Reporting;

/// <summary>How far a review has come, and the draft that keeps it.</summary>
/// <param name="Writer">The opened page: its own saves do not stand in its way.</param>
internal sealed record ReviewDraftView(int Answered, int Total, int Revision, string Writer, string? SavedAt);
