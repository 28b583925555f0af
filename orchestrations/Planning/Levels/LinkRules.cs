using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What must hold of the links that make the tree of indicators.</summary>
internal static class LinkRules
{
    private const string Root = "$.indicatorLinks";

    public static void Check(OfficePlan plan, Faults faults)
    {
        if (plan.IndicatorLinks is not { Count: > 0 } links)
            return;
        var known = LinkedIndicator.All(plan);
        faults.Unique(links.Select(link => link.Indicator), i => $"{Root}[{i}].indicator", "Tautan indikator");
        for (var i = 0; i < links.Count; i++)
        {
            var (link, path) = (links[i], $"{Root}[{i}]");
            Indicator(link.Indicator, known, path + ".indicator", faults);
            if (link.Parent is { } parent)
                Indicator(parent, known, path + ".parent", faults);
            Post(plan, link.Post, path + ".post", faults);
            Way(link, path, faults);
            LinkFit.Check(link, known, path, faults);
        }

        Circles(links, faults);
        OneWay(links, faults);
    }

    /// <summary>What is allowed and yet wants a look: a parent that is retired within the year.</summary>
    public static void Warn(OfficePlan plan, Faults faults)
    {
        var links = plan.IndicatorLinks ?? [];
        for (var i = 0; i < links.Count; i++)
        {
            if (RetiredParents.Of(plan, links[i]) is { } retired)
                faults.Add($"{Root}[{i}].parent", retired.Words());
        }
    }

    private static void Indicator(
        string code,
        IReadOnlyDictionary<string, LinkedIndicator> known,
        string path,
        Faults faults
    ) =>
        faults.Require(
            known.ContainsKey(code),
            path,
            $"Indikator dengan kode '{code}' tidak ada di lembar {SheetNames.Indicators} maupun {SheetNames.LevelIndicators}."
        );

    private static void Post(OfficePlan plan, string code, string path, Faults faults)
    {
        if (plan.Posts.FirstOrDefault(post => post.Code == code) is not { } post)
        {
            faults.Add(path, $"Jabatan dengan kode '{code}' tidak ada di lembar {SheetNames.Posts}.");
            return;
        }

        var (first, last) = (new DateOnly(plan.Year, 1, 1), Quarter.Q4.LastDay(plan.Year));
        faults.Require(
            !string.IsNullOrEmpty(post.HeldIn)
                || plan.Appointments.Any(one =>
                    one.Post == code && one.From <= last && (one.Until is null || one.Until >= first)
                ),
            path,
            $"Jabatan '{post.Name}' tidak dipegang siapa pun pada tahun {plan.Year}. Isi pemegangnya (definitif, Plt., atau Plh.) "
                + $"di lembar {SheetNames.Appointments}, atau pilih jabatan lain."
        );
    }

    private static void Way(IndicatorLink link, string path, Faults faults)
    {
        if (link.Parent is null)
        {
            faults.Require(
                link.Way is null && link.Weight is null,
                path + ".way",
                "Cara dan bobot hanya untuk indikator yang mempunyai induk. Isi indikator induknya, atau kosongkan keduanya."
            );
            return;
        }

        faults.Require(
            link.Way is not null,
            path + ".way",
            $"Isi cara induk mengikuti: {string.Join(", ", Choices.ParentWay.Words)}."
        );
        faults.Require(
            link.Way != ParentWay.Weighted || link.Weight > 0m,
            path + ".weight",
            link.Weight is null
                ? "Isi bobotnya: rata-rata berbobot memerlukan bobot setiap indikator di bawah induk yang sama."
                : "Bobot harus lebih dari 0."
        );
        faults.Require(
            link.Weight is null || link.Way is null or ParentWay.Weighted,
            path + ".weight",
            "Bobot hanya untuk cara rata-rata berbobot. Kosongkan, atau ganti caranya."
        );
        faults.Require(
            link.Way != ParentWay.Words || !string.IsNullOrWhiteSpace(link.Contribution),
            path + ".contribution",
            "Uraikan kontribusinya kepada induk, atau pilih cara yang dihitung."
        );
    }

    private static void Circles(IReadOnlyList<IndicatorLink> links, Faults faults)
    {
        var parents = links
            .DistinctBy(link => link.Indicator)
            .ToDictionary(link => link.Indicator, link => link.Parent);
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < links.Count; i++)
        {
            if (told.Contains(links[i].Indicator) || Circle(links[i].Indicator, parents) is not { } circle)
                continue;
            told.UnionWith(circle);
            faults.Add(
                $"{Root}[{i}].parent",
                $"Tautan membentuk lingkaran: {string.Join(" → ", circle.Append(circle[0]))}. Kosongkan atau ganti induk salah "
                    + "satunya sehingga pohonnya berujung pada tujuan atau sasaran."
            );
        }
    }

    /// <summary>The members of the circle in which an indicator is, from it upwards; null where it is in none.</summary>
    private static List<string>? Circle(string indicator, Dictionary<string, string?> parents)
    {
        var met = new List<string> { indicator };
        for (var above = parents[indicator]; above is not null; above = parents.GetValueOrDefault(above))
        {
            if (above == indicator)
                return met;
            if (met.Contains(above))
                return null;
            met.Add(above);
        }

        return null;
    }

    // Contributions in words may stand beside those that are computed.
    private static void OneWay(IReadOnlyList<IndicatorLink> links, Faults faults)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < links.Count; i++)
        {
            if (links[i] is not { Parent: { } parent, Way: { } way and not ParentWay.Words })
                continue;
            if (first.TryAdd(parent, i) || links[first[parent]].Way == way)
                continue;
            faults.Add(
                $"{Root}[{i}].way",
                $"Induk '{parent}' sudah mengikuti dengan cara {LevelWords.Of(links[first[parent]].Way!.Value)} di "
                    + $"{Root}[{first[parent]}].way; semua indikator di bawahnya memakai cara yang sama, atau Kontribusi."
            );
        }
    }
}
