using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>What an effect of a change concerns.</summary>
internal enum EffectOn
{
    Carrier,
    Quarter,
    Indicator,
    Agreement,
    Step,
    Letter,
    Report,
}

/// <summary>One thing that a change sets in motion.</summary>
/// <param name="Page">Where it can be seen, from the site's root; null where there is no page of it.</param>
internal sealed record ChangeEffect(EffectOn On, string Text, string? Page = null);

/// <summary>Tells what a change within the year sets in motion. Pure.</summary>
internal static class ChangeEffects
{
    /// <param name="open">Every open step of the year.</param>
    public static IEnumerable<ChangeEffect> Of(
        OfficePlan before,
        OfficePlan after,
        ChangeGround ground,
        IReadOnlyList<WaitingRow> open
    )
    {
        var change = after.Changes![^1];
        var own = change.Kind switch
        {
            YearChangeKind.Organisation => OrganisationEffects.Of(before, after, change, ground),
            YearChangeKind.StrategicPlan => StrategicEffects.Of(after, change, ground),
            _ => OfficialEffects.Of(before, after, change, ground),
        };
        return [.. own, .. StepEffects.Of(before, after, change, ground, open), .. Report(after, change)];
    }

    internal static string Name(OfficePlan plan, string subUnit) =>
        plan.SubUnits.FirstOrDefault(one => one.Code == subUnit)?.Name ?? subUnit;

    internal static string Person(OfficePlan plan, string official) =>
        plan.Officials.FirstOrDefault(one => one.Code == official)?.FullName() ?? official;

    private static IEnumerable<ChangeEffect> Report(OfficePlan plan, YearChange change)
    {
        yield return new ChangeEffect(
            EffectOn.Report,
            $"Laporan kinerja (LKjIP) {plan.Year} menyebut perubahan ini beserta dasar dan alasannya."
        );
        if (change.Basis.From < change.Recorded)
        {
            yield return new ChangeEffect(
                EffectOn.Report,
                $"Perubahan berlaku surut sejak {IndonesianDate.Long(change.Basis.From)}; yang sudah dikirim, diputus, atau dikunci "
                    + "tidak berubah."
            );
        }
    }
}
