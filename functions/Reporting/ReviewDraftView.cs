using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Reporting;

/// <summary>How far a review has come, and the draft that keeps it.</summary>
/// <param name="Writer">The opened page: its own saves do not stand in its way.</param>
/// <param name="Colleagues">What is asked of who hands the review over; nothing where nobody else has the role.</param>
internal sealed record ReviewDraftView(
    int Answered,
    int Total,
    int Revision,
    string Writer,
    string? SavedAt,
    IReadOnlyList<FieldView> Colleagues
);
