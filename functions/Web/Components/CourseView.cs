namespace Sakip.Functions.Web.Components;

/// <summary>A value over the quarters beside the path that it should take.</summary>
/// <param name="Title">What is shown, and in which measure.</param>
/// <param name="Path">The agreed or even path by quarter; null where nothing is due.</param>
/// <param name="Actual">What was reached by quarter; null while it is not known.</param>
internal sealed record CourseView(
    string Title,
    string? Url,
    string PathName,
    string ActualName,
    IReadOnlyList<decimal?> Path,
    IReadOnlyList<decimal?> Actual
);
