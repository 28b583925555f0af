namespace Sakip.Planning;

/// <param name="From">First day on which it is in force.</param>
/// <param name="Until">Last day, null while in force.</param>
/// <param name="FiscalYear">The fiscal year it is about, where it is about one.</param>
internal sealed record LegalBasis(string Citation, DateOnly From, DateOnly? Until = null, int? FiscalYear = null);
