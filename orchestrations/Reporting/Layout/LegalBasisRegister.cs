using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>Whether a regulation may be named as a basis in a year.</summary>
internal enum LegalStanding
{
    InForce,
    NotYet,
    Expired,
    OtherYear,
}

internal sealed record RegisteredBasis(LegalBasis Basis, LegalStanding Standing);

/// <summary>The office's legal bases with their validity. Only what is in force is printed; the rest is flagged to the planner.</summary>
internal static class LegalBasisRegister
{
    public static IReadOnlyList<RegisteredBasis> Of(OfficePlan plan)
    {
        return [.. plan.Report.LegalBases.Select(basis => new RegisteredBasis(basis, Standing(basis, plan.Year)))];
    }

    public static LegalStanding Standing(LegalBasis basis, int year)
    {
        if (basis.FiscalYear is { } about && about != year)
            return LegalStanding.OtherYear;
        if (basis.From > Quarter.Q4.LastDay(year))
            return LegalStanding.NotYet;
        return basis.Until < Quarter.Q1.FirstDay(year) ? LegalStanding.Expired : LegalStanding.InForce;
    }

    public static string Words(this LegalStanding standing) =>
        standing switch
        {
            LegalStanding.NotYet => "belum berlaku",
            LegalStanding.Expired => "tidak berlaku lagi",
            LegalStanding.OtherYear => "untuk tahun lain",
            _ => "berlaku",
        };
}
