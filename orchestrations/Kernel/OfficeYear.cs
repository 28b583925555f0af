namespace Sakip.Kernel;

/// <summary>
/// One office's performance year: what nearly every row, page, letter and document belongs to.
/// </summary>
/// <param name="Unit">The office's code as its plan names it, for example <c>biro-organisasi</c>.</param>
/// <param name="Year">The calendar year that the office is accountable for.</param>
internal readonly record struct OfficeYear(string Unit, int Year);
