namespace Sakip.Planning;

internal static class OrganisationRules
{
    public static void Check(OfficePlan plan, Faults faults)
    {
        faults.Code(plan.Unit.Code, "$.unit.code");
        faults.Text(plan.Unit.Name, "$.unit.name");
        faults.Require(plan.SubUnits.Count > 0, "$.subUnits", "Sedikitnya satu sub-unit diperlukan.");
        faults.Unique(plan.SubUnits.Select(unit => unit.Code), i => $"$.subUnits[{i}].code", "Kode sub-unit");
        faults.Unique(plan.Posts.Select(post => post.Code), i => $"$.posts[{i}].code", "Kode jabatan");
        SubUnits(plan, faults);
        Posts(plan, faults);
        Parties(plan, faults);
    }

    private static void SubUnits(OfficePlan plan, Faults faults)
    {
        var posts = PlanRules.Posts(plan);
        for (var i = 0; i < plan.SubUnits.Count; i++)
        {
            var path = $"$.subUnits[{i}]";
            faults.Code(plan.SubUnits[i].Code, path + ".code");
            faults.Text(plan.SubUnits[i].Name, path + ".name");
            faults.Known(plan.SubUnits[i].HeadPost, posts, path + ".headPost", "Jabatan");
        }
    }

    private static void Posts(OfficePlan plan, Faults faults)
    {
        var posts = PlanRules.Posts(plan);
        var subUnits = PlanRules.SubUnits(plan);
        var superiors = plan.Posts.DistinctBy(post => post.Code).ToDictionary(post => post.Code, post => post.Superior);
        for (var i = 0; i < plan.Posts.Count; i++)
        {
            var path = $"$.posts[{i}]";
            faults.Code(plan.Posts[i].Code, path + ".code");
            faults.Text(plan.Posts[i].Name, path + ".name");
            faults.Known(plan.Posts[i].SubUnit, subUnits, path + ".subUnit", "Sub-unit");
            faults.Known(plan.Posts[i].Superior, posts, path + ".superior", "Jabatan");
            faults.Require(
                string.IsNullOrEmpty(plan.Posts[i].HeldIn)
                    || SharedPost.Of(plan.Posts[i]) is { } shared && shared.Unit != plan.Unit.Code,
                path + ".heldIn",
                $"\"{plan.Posts[i].HeldIn}\" bukan jabatan di kantor lain. {SharedPost.Expected}"
            );
            faults.Require(
                !IsOwnSuperior(superiors, plan.Posts[i]),
                path + ".superior",
                "Jabatan tidak boleh menjadi atasannya sendiri."
            );
        }
    }

    private static bool IsOwnSuperior(Dictionary<string, string?> superiors, Post post)
    {
        // Every post of a circle is reported; a post that only reports to a circle is not its own superior.
        var above = post.Superior;
        for (var met = new HashSet<string>(); above is not null && met.Add(above); )
        {
            if (above == post.Code)
                return true;
            above = superiors.GetValueOrDefault(above);
        }

        return false;
    }

    private static void Parties(OfficePlan plan, Faults faults)
    {
        var posts = PlanRules.Posts(plan);
        var agreement = plan.Agreement;
        faults.Known(agreement.FirstParty, posts, "$.agreement.firstParty", "Jabatan");
        faults.Known(agreement.SecondParty, posts, "$.agreement.secondParty", "Jabatan");
        faults.Require(
            agreement.FirstParty != agreement.SecondParty,
            "$.agreement.secondParty",
            "Pihak pertama dan pihak kedua harus berbeda."
        );
        faults.Text(agreement.Place, "$.agreement.place");
        faults.Require(
            agreement.SignatureDays is >= 1 and <= 30,
            "$.agreement.signatureDays",
            "Waktu penandatanganan 1 sampai 30 hari kerja."
        );
    }
}
