namespace Sakip.Planning;

internal static class BudgetRules
{
    public static void Check(Budget budget, OfficePlan plan, string root, Faults faults)
    {
        var indicators = PlanRules.Indicators(plan);
        var subUnits = PlanRules.SubUnits(plan);
        faults.Text(budget.Number, root + ".number");
        faults.Require(
            budget.Date.Year >= plan.Year - 1 && budget.Date.Year <= plan.Year,
            root + ".date",
            $"Tanggal dokumen anggaran harus dalam tahun {plan.Year - 1} atau {plan.Year}."
        );
        faults.Require(budget.SubActivities().Any(), root + ".programmes", "Sedikitnya satu sub kegiatan diperlukan.");
        var codes = new List<(string Code, string Path)>();
        for (var p = 0; p < budget.Programmes.Count; p++)
        {
            var (programme, path) = (budget.Programmes[p], $"{root}.programmes[{p}]");
            Node(programme.Code, programme.Name, path, codes, faults);
            faults.Text(programme.FundSource, path + ".fundSource");
            for (var s = 0; s < programme.Supports.Count; s++)
            {
                faults.Known(programme.Supports[s], indicators, $"{path}.supports[{s}]", "Indikator");
            }

            for (var a = 0; a < programme.Activities.Count; a++)
            {
                var (activity, place) = (programme.Activities[a], $"{path}.activities[{a}]");
                Node(activity.Code, activity.Name, place, codes, faults);
                for (var i = 0; i < activity.SubActivities.Count; i++)
                {
                    SubActivity(activity.SubActivities[i], subUnits, $"{place}.subActivities[{i}]", codes, faults);
                }
            }
        }

        faults.Unique(codes.Select(one => one.Code), i => codes[i].Path + ".code", "Kode anggaran");
    }

    private static void SubActivity(
        Budget.SubActivity subActivity,
        IReadOnlySet<string> subUnits,
        string path,
        List<(string Code, string Path)> codes,
        Faults faults
    )
    {
        Node(subActivity.Code, subActivity.Name, path, codes, faults);
        faults.Known(subActivity.SubUnit, subUnits, path + ".subUnit", "Sub-unit");
        faults.Require(subActivity.Ceiling >= 0m, path + ".ceiling", "Pagu tidak boleh negatif.");
        faults.Require(
            subActivity.OutputTarget is null or > 0m,
            path + ".outputTarget",
            "Target keluaran harus lebih dari 0, atau dikosongkan."
        );
    }

    private static void Node(
        string code,
        string name,
        string path,
        List<(string Code, string Path)> codes,
        Faults faults
    )
    {
        faults.BudgetCode(code, path + ".code");
        faults.Text(name, path + ".name");
        codes.Add((code, path));
    }
}
