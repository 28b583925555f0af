using Sakip.Functions.Planning.Settings;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.AnnualCycle.Changes;

/// <summary>The questions about an official who leaves: each post and each role, and who takes it over.</summary>
internal static class OfficialChangeForm
{
    public static ChangeFormView Into(ChangeFormView view, OfficePlan plan, ChangeGround ground, string official)
    {
        var form = view.Form;
        var chosen = form.Choice(ChangeForms.Official, "Pejabat atau pegawai", PeopleForms.Officials(plan), official);
        if (plan.Officials.All(one => one.Code != official))
            return view with { Chooser = chosen };
        var officials = PeopleForms.Officials(plan).Where(one => one.Item1 != official).ToList();
        var directory = new OfficeDirectory(plan);
        var posts = OfficialChangeRules
            .PostsOf(plan, official, ground.Today, ground)
            .SelectMany(post => Post(post, directory.Post(post)?.Name ?? post, form, officials));
        var roles = plan
            .Roles.Where(role => role.Official == official)
            .Select(role =>
                form.Choice(
                    $"{ChangeForms.Role}{role.Role}.{role.SubUnit}",
                    Choices.Role.WordOf($"{role.Role}")
                        + (role.SubUnit is { } code ? ", " + (directory.SubUnit(code)?.Name ?? code) : ""),
                    officials
                ) with
                {
                    Blank = "Dilepas",
                }
            );
        return view with
        {
            Groups =
            [
                new FieldGroup(
                    "Yang terjadi",
                    null,
                    [
                        chosen,
                        form.Choice(
                            ChangeForms.Event,
                            "Yang terjadi",
                            [.. Enum.GetValues<OfficialEvent>().Select(one => ($"{one}", ChangeWords.Of(one)))]
                        ),
                        form.Day(ChangeForms.Until, "Sampai (hanya pemberhentian sementara, boleh kosong)"),
                    ]
                ),
                new FieldGroup(
                    "Pengganti",
                    "Jabatan tanpa pengganti menjadi kosong; langkahnya menunggu.",
                    [.. posts, .. roles]
                ),
            ],
        };
    }

    /// <summary>What was filled in.</summary>
    public static OfficialCall Call(PostedForm form) =>
        new()
        {
            Official = form.Chosen(ChangeForms.Official, "pejabat atau pegawainya"),
            Event = form.Choice(ChangeForms.Event, "Yang terjadi", OfficialEvent.Died),
            Until = form.DayOrNone(ChangeForms.Until, "Sampai"),
            Successors =
            [
                .. form.Fields(ChangeForms.Post)
                    .Where(field => form.Optional(ChangeForms.Post + field) is not null)
                    .Select(field => new PostSuccessor(
                        field,
                        form.Text(ChangeForms.Post + field),
                        form.Choice(ChangeForms.HeldAs + field, "Cara menjabat", Tenure.Plt)
                    )),
            ],
            Roles =
            [
                .. form.Fields(ChangeForms.Role)
                    .Where(field => form.Optional(ChangeForms.Role + field) is not null)
                    .Select(field => ChangeFields.Role(form, field))
                    .OfType<RoleAssignment>(),
            ],
        };

    private static IEnumerable<FieldView> Post(
        string post,
        string name,
        FormState form,
        IReadOnlyList<(string, string)> officials
    ) =>
        [
            form.Choice(ChangeForms.Post + post, name, officials) with
            {
                Blank = "Kosong dahulu",
            },
            form.Choice(
                ChangeForms.HeldAs + post,
                $"Cara menjabat {name}",
                SettingsWords.Options<Tenure>(),
                nameof(Tenure.Plt)
            ),
        ];
}
