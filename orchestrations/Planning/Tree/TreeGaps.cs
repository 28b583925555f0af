namespace Sakip.Planning;

/// <summary>Finds the gaps of a performance tree.</summary>
internal sealed class TreeGaps
{
    private readonly OfficePlan _plan;
    private readonly Budget _budget;
    private readonly DateOnly _day;
    private readonly IndicatorTerms _terms;
    private readonly IReadOnlyDictionary<string, LinkedIndicator> _known;
    private readonly Dictionary<string, IndicatorLink> _links;

    private TreeGaps(OfficePlan plan, Budget budget, DateOnly day)
    {
        (_plan, _budget, _day, _terms) = (plan, budget, day, IndicatorTerms.On(plan, day));
        _known = LinkedIndicator.All(plan).Where(one => _terms.Stands(one.Key)).ToDictionary();
        _links = (plan.IndicatorLinks ?? [])
            .Where(link => _known.ContainsKey(link.Indicator))
            .DistinctBy(link => link.Indicator)
            .ToDictionary(link => link.Indicator);
    }

    /// <summary>The plan itself says who carries what, and what that serves.</summary>
    public static bool IsStated(OfficePlan plan) => plan.LevelIndicators?.Count > 0 || plan.IndicatorLinks?.Count > 0;

    public static IReadOnlyList<TreeGap> Of(OfficePlan plan, Budget budget, DateOnly day)
    {
        var gaps = new TreeGaps(plan, budget, day);
        var found = gaps.Objectives().Concat(gaps.Programmes()).Concat(gaps.Heads());
        return IsStated(plan)
            ?
            [
                .. found,
                .. gaps.Targets(),
                .. gaps.Chains(),
                .. gaps.Vacancies(),
                .. new ElementGaps(plan, budget, gaps._links).All(),
            ]
            : [.. found];
    }

    private IEnumerable<TreeGap> Objectives()
    {
        var supported = _budget.Programmes.SelectMany(programme => programme.Supports).ToHashSet();
        var served = _links.Values.Select(link => link.Parent).OfType<string>().ToHashSet();
        foreach (var objective in _terms.Plan().Objectives())
        {
            var codes = objective.Indicators.Select(one => one.Code).ToList();
            var what =
                codes.Count == 0 ? "Sasaran ini belum mempunyai indikator."
                : IsStated(_plan) && !codes.Exists(_links.ContainsKey)
                    ? "Tidak satu pun indikatornya mempunyai pengampu."
                : !codes.Exists(supported.Contains) && !codes.Exists(served.Contains)
                    ? "Tidak ada program atau indikator di bawahnya yang mendukung sasaran ini."
                : null;
            if (what is not null)
            {
                yield return new(
                    TreeGapKind.Objective,
                    TreeIds.Element(IndicatorLevel.Objective, objective.Code),
                    objective.Statement,
                    what,
                    $"Lengkapi lembar {SheetNames.IndicatorLinks}, atau kolom \"Mendukung indikator\" di lembar {SheetNames.Budget}."
                );
            }
        }
    }

    private IEnumerable<TreeGap> Programmes() =>
        from programme in _budget.Programmes
        where !programme.Supports.Any(_known.ContainsKey)
        where
            !_links.Values.Any(link => link.Parent is not null && IsOf(link, IndicatorLevel.Programme, programme.Code))
        select new TreeGap(
            TreeGapKind.Element,
            TreeIds.Element(IndicatorLevel.Programme, programme.Code),
            $"Program {programme.Code} {programme.Name}",
            "Tidak mendukung indikator sasaran mana pun.",
            $"Isi kolom \"Mendukung indikator\" di lembar {SheetNames.Budget}, atau tautkan indikatornya di lembar {SheetNames.IndicatorLinks}."
        );

    private bool IsOf(IndicatorLink link, IndicatorLevel level, string code) =>
        _known[link.Indicator] is var one && one.Level == level && one.Of == code;

    private IEnumerable<TreeGap> Heads()
    {
        var carriers = Carriers.On(_plan, _day);
        var working = _budget
            .SubActivities()
            .Select(carriers.Of)
            .Concat(_known.Values.Select(one => carriers.Of(one.Card)))
            .ToHashSet();
        var owning = _links.Values.Select(link => link.Post).ToHashSet();
        foreach (var subUnit in carriers.SubUnits())
        {
            var isCarrying = IsStated(_plan) ? owning.Contains(subUnit.HeadPost) : working.Contains(subUnit.Code);
            if (isCarrying)
                continue;
            var post = _plan.Posts.FirstOrDefault(one => one.Code == subUnit.HeadPost)?.Name ?? subUnit.HeadPost;
            yield return new(
                TreeGapKind.Post,
                null,
                post,
                $"Kepala {subUnit.Name} belum mengampu indikator mana pun.",
                $"Beri indikator di lembar {SheetNames.IndicatorLinks}."
            );
        }
    }

    private IEnumerable<TreeGap> Targets() =>
        TargetFit
            .Of(_links.Values, _known)
            .Select(misfit => new TreeGap(
                TreeGapKind.Target,
                TreeIds.Indicator(misfit.Parent.Code),
                $"{misfit.Parent.Card.Name} ({misfit.Parent.Code})",
                misfit.Words(),
                "Samakan targetnya, atau ubah cara di lembar " + SheetNames.IndicatorLinks + ".",
                misfit.Stated is { } stated ? TargetMisfit.Show(stated) : null,
                misfit.Yielded is { } yielded ? TargetMisfit.Show(yielded) : null
            ));

    private IEnumerable<TreeGap> Chains()
    {
        foreach (var one in _known.Values)
        {
            if (BrokenAt(one) is { } what)
            {
                yield return new(
                    TreeGapKind.Chain,
                    TreeIds.Indicator(one.Code),
                    $"{one.Card.Name} ({one.Code})",
                    what,
                    $"Lengkapi barisnya di lembar {SheetNames.IndicatorLinks}."
                );
            }
        }
    }

    // Indicators of goals and objectives have their place in the strategic plan.
    private string? BrokenAt(LinkedIndicator one)
    {
        var isBelow = one.Level > IndicatorLevel.Objective;
        if (!_links.TryGetValue(one.Code, out var link))
            return isBelow ? "Belum mempunyai pengampu dan induk." : "Belum mempunyai pengampu.";
        if (RetiredParents.Of(_plan, link) is { } retired)
            return retired.Words();
        return !isBelow ? null
            : link.Parent is null ? "Belum mempunyai induk: rantainya terputus sebelum sasaran."
            : !_known.ContainsKey(link.Parent) ? $"Induknya '{link.Parent}' tidak berlaku pada tanggal ini."
            : null;
    }

    private IEnumerable<TreeGap> Vacancies()
    {
        var directory = new OfficeDirectory(_plan);
        return _links
            .Values.Select(link => link.Post)
            .Distinct()
            .Select(directory.Post)
            .OfType<Post>()
            .Where(post => string.IsNullOrEmpty(post.HeldIn) && directory.HolderOf(post.Code, _day) is null)
            .Select(post => new TreeGap(
                TreeGapKind.Vacant,
                null,
                post.Name,
                $"Jabatan ini kosong pada {Kernel.IndonesianDate.Long(_day)}, padahal mengampu "
                    + $"{string.Join(", ", _links.Values.Where(link => link.Post == post.Code).Select(link => link.Indicator))}.",
                "Catat penggantinya (definitif, Plt., atau Plh.) di Pengaturan."
            ));
    }
}
