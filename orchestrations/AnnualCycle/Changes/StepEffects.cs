using Sakip.Approvals;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>Which open steps pass to another person with a change, and who gets a letter.</summary>
internal static class StepEffects
{
    public static IEnumerable<ChangeEffect> Of(
        OfficePlan before,
        OfficePlan after,
        YearChange change,
        ChangeGround ground,
        IReadOnlyList<WaitingRow> open
    )
    {
        // One that is in force later passes its steps on when its day comes.
        var day = change.Basis.From > ground.Today ? change.Basis.From : ground.Today;
        foreach (var waiting in open)
        {
            var kind = Enum.Parse<ApprovalKind>(waiting.Kind);
            var subject = Subject.Parse(waiting.Subject)!;
            var (former, own) = (AgreementParties.Of(before, subject, day), AgreementParties.Of(after, subject, day));
            var was =
                waiting.Bearer.Length == 0 ? null : Bearers.Now(former, kind, waiting.SubUnit, day, [], waiting.Bearer);
            var now = Bearers.Now(own, kind, waiting.SubUnit, day, [], waiting.Bearer);
            if (now?.Code == waiting.Bearer || was?.Code == now?.Code)
                continue;
            var title = Facts.TitleOf(after, Facts.InputOf(subject, waiting.Kind, waiting.Attempt, waiting.SubUnit));
            var old = waiting.Bearer.Length == 0 ? "jabatan kosong" : ChangeEffects.Person(after, waiting.Bearer);
            yield return new ChangeEffect(
                EffectOn.Step,
                now is null
                    ? $"{title}: langkah yang dipegang {old} menunggu pengganti; tautan lamanya tidak berlaku lagi."
                    : $"{title}: beralih dari {old} kepada {now.FullName()}; tautan lama tidak berlaku lagi.",
                ChangeBasisRules.Page(after, "persetujuan")
            );
            if (now is not null)
            {
                yield return new ChangeEffect(
                    EffectOn.Letter,
                    $"{now.FullName()} menerima surat dengan tautan baru: {title}."
                );
            }
        }
    }
}
