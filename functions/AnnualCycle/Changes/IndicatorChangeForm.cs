using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.AnnualCycle.Changes;

/// <summary>The form that retires one indicator or gives it another name.</summary>
internal static class IndicatorChangeForm
{
    public const string Title = "Hentikan atau ganti nama indikator";
    public const string Word = "indikator";

    private const string Retire = "henti";
    private const string Rename = "nama";

    public static ChangeFormView Of(OfficePlan plan, ChangeGround ground, FormState form, string chosen)
    {
        var root = ChangeBasisRules.Page(plan, "perubahan");
        IReadOnlyList<(string, string)> standing =
        [
            .. IndicatorTerms.On(plan, ground.Today).Plan().Indicators().Select(one => (one.Code, one.Name)),
        ];
        return new ChangeFormView(
            Title,
            "Satu indikator saja, tanpa berkas. Indikator baru, pengganti, dan target yang berubah dicatat lewat berkas rencana.",
            $"{root}/{Word}",
            form
        )
        {
            Above = root,
            Basis = ChangeFormViews.Basis(YearChangeKind.StrategicPlan, plan, ground, form),
            Groups =
            [
                new FieldGroup(
                    "Indikatornya",
                    "Angka yang sudah dilaporkan tetap terbaca. Nama hanya untuk ukuran yang sama: ukuran lain berarti indikator baru.",
                    [
                        form.Choice(ChangeForms.Indicator, "Indikator", standing, chosen),
                        form.Choice(
                            ChangeForms.Act,
                            "Yang dilakukan",
                            [(Retire, "Dihentikan"), (Rename, "Diganti namanya")]
                        ),
                        form.Field(ChangeForms.Name, "Nama baru", "Kosongkan bila indikatornya dihentikan."),
                    ]
                ),
            ],
        };
    }

    /// <summary>What was filled in.</summary>
    public static StrategicCall Call(PostedForm form, OfficePlan plan)
    {
        var indicator = form.Chosen(ChangeForms.Indicator, "indikatornya");
        var act = form.Chosen(ChangeForms.Act, "yang dilakukan");
        var name = form.Optional(ChangeForms.Name);
        var from = form.DayOrNone(ChangeForms.From, "Mulai berlaku") ?? default;
        if (act == Retire && name is not null)
        {
            form.Fault(
                ChangeForms.Name,
                "Indikator yang dihentikan tidak diberi nama baru. Kosongkan, atau pilih \"Diganti namanya\"."
            );
        }
        else if (act != Retire && act.Length > 0 && name is null)
        {
            form.Fault(ChangeForms.Name, "Tulis nama barunya.");
        }

        if (
            indicator.Length > 0
            && !IndicatorTerms.On(plan, from).Plan().Indicators().Any(one => one.Code == indicator)
        )
        {
            form.Fault(
                ChangeForms.Indicator,
                "Indikator ini tidak berlaku pada hari itu. Pilih indikator lain, atau hari yang lain."
            );
        }

        return ChangeForms.Based(IndicatorCall.Of(plan, from, indicator, act == Retire ? null : name ?? ""), form);
    }
}
