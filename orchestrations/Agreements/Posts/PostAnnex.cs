using System.Globalization;
using System.Text;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>What a post promises: the indicators that it carries, and the sub-activities of the sub-units that it heads.</summary>
internal sealed record PostAnnex(IReadOnlyList<AgreedIndicator> Indicators, IReadOnlyList<AgreedProgramme> Amounts)
{
    private const string Exact = "0.############################";

    public bool IsEmpty => Indicators.Count == 0 && Amounts.Count == 0;

    /// <param name="targets">Targets of the objectives' indicators, as the office has agreed on them.</param>
    /// <param name="budget">The version in force.</param>
    /// <param name="on">The day whose organisation counts.</param>
    public static PostAnnex Of(
        OfficePlan plan,
        IReadOnlyList<AnnualTarget> targets,
        Budget budget,
        string post,
        DateOnly on
    )
    {
        var carriers = Carriers.On(plan, on);
        var headed = plan.SubUnits.Where(one => one.HeadPost == post).Select(one => one.Code).ToHashSet();
        var links = plan.IndicatorLinks ?? [];
        var own = links.Where(link => link.Post == post).Select(link => link.Indicator).ToHashSet();
        // Who carries an indicator by name takes it from the head of the sub-unit that reports it.
        var linked = links.Select(link => link.Indicator).ToHashSet();
        var subs = budget
            .Programmes.SelectMany(programme => programme.Activities, (programme, activity) => (programme, activity))
            .SelectMany(pair => pair.activity.SubActivities, (pair, sub) => (pair.programme, pair.activity, sub))
            .ToList();
        var levels = (plan.LevelIndicators ?? []).Where(level => own.Contains(level.Card.Code)).ToList();
        var carried = levels
            .Where(level => level.Level == IndicatorLevel.SubActivity)
            .Select(level => level.Of)
            .ToHashSet();
        var amounts = subs.Where(row => headed.Contains(carriers.Of(row.sub)) || carried.Contains(row.sub.Code))
            .ToList();
        List<AgreedIndicator> indicators =
        [
            .. from objective in plan.StrategicPlan.Objectives()
            from indicator in objective.Indicators
            where
                own.Contains(indicator.Code)
                || (!linked.Contains(indicator.Code) && headed.Contains(carriers.Of(indicator)))
            join target in targets on indicator.Code equals target.Indicator
            select new AgreedIndicator(objective.Statement, indicator.Code, indicator.Name, indicator.Measure, target),
            .. levels.Select(level => new AgreedIndicator(
                NameOf(plan, budget, level),
                level.Card.Code,
                level.Card.Name,
                level.Card.Measure,
                level.Target
            )),
        ];
        // Nobody promises money alone: without an indicator the outputs of the budget document stand for it.
        if (indicators.Count == 0)
            indicators.AddRange(amounts.Select(row => Output(row.activity, row.sub)));
        return new PostAnnex(
            indicators,
            [
                .. amounts.Select(row => new AgreedProgramme(
                    row.sub.Code,
                    row.sub.Name,
                    row.sub.Ceiling,
                    row.programme.FundSource
                )),
            ]
        );
    }

    public static PostAnnex Of(AgreementSnapshot snapshot) => new(snapshot.Indicators, snapshot.Amounts());

    /// <summary>Equal for annexes that say the same; persons and days are no part of it.</summary>
    public string Hash()
    {
        var text = new StringBuilder();
        foreach (var one in Indicators)
        {
            var quarters = one.Target.Quarterly?.Select(Number) ?? [];
            string?[] parts =
            [
                one.Objective,
                one.Indicator,
                one.Name,
                one.Measure,
                Number(one.Target.Value),
                Number(one.Target.Upper),
                one.Target.Text,
                .. quarters,
            ];
            text.AppendJoin('\t', parts).Append('\n');
        }

        foreach (var one in Amounts)
            text.AppendJoin('\t', one.Code, one.Name, Number(one.Amount), one.FundSource).Append('\n');
        return BlobVault.HashOf(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static AgreedIndicator Output(Budget.Activity activity, Budget.SubActivity sub) =>
        new(
            activity.Name,
            sub.Code,
            sub.Indicator,
            sub.OutputMeasure ?? "",
            new AnnualTarget(sub.Code, sub.OutputTarget, Text: sub.OutputTarget is null ? "Terlaksana" : null)
        );

    private static string NameOf(OfficePlan plan, Budget budget, LevelIndicator level) =>
        level.Level switch
        {
            IndicatorLevel.Goal => plan.StrategicPlan.Goals.FirstOrDefault(goal => goal.Code == level.Of)?.Statement,
            IndicatorLevel.Objective => plan
                .StrategicPlan.Objectives()
                .FirstOrDefault(objective => objective.Code == level.Of)
                ?.Statement,
            IndicatorLevel.Programme => budget.Programmes.FirstOrDefault(one => one.Code == level.Of)?.Name,
            IndicatorLevel.Activity => budget.Activities().FirstOrDefault(one => one.Code == level.Of)?.Name,
            _ => budget.SubActivities().FirstOrDefault(one => one.Code == level.Of)?.Name,
        } ?? level.Of;

    private static string? Number(decimal? value) => value?.ToString(Exact, CultureInfo.InvariantCulture);
}
