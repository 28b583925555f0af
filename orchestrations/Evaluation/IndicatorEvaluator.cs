using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>Evaluates one indicator: Tables 3.3 to 3.8 and the trend.</summary>
internal sealed class IndicatorEvaluator(EvaluationInput input, Quarter upTo, BudgetNode budget)
{
    private readonly CalculationPolicy _policy = input.Plan.Policy;
    private readonly Rounding _rounding = new(input.Plan.Policy);
    private readonly int _year = input.Plan.Year;

    private Quarter? Within => upTo == Quarter.Q4 ? null : upTo;

    public IndicatorEvaluation Evaluate(Objective objective, Indicator indicator)
    {
        var value = Consolidations.Consolidate(indicator, input.Quarters, upTo);
        var target = TargetOf(indicator);
        var achievement = Explained(Achievements.Of(indicator, target, value.Value, value.Text, _policy), value);
        var shown =
            achievement.Exact is null
            && value is { State: ValueState.NotReported or ValueState.NotComputable }
            && achievement.State == ValueState.NotReported
                ? new Computed(value.State, null, null, value.Note)
                : achievement.For("3.3", _rounding);
        var years = Years(indicator, target, value);
        return new IndicatorEvaluation
        {
            Code = indicator.Code,
            Name = indicator.Name,
            Objective = objective.Code,
            Measure = indicator.Measure,
            Target = target,
            TargetText = Show(indicator, target),
            RealisationState = value.State,
            Realisation = value.Value,
            RealisationText = Show(indicator, value.Value, value.Text),
            Numerator = value.Numerator,
            Denominator = value.Denominator,
            Achievement = achievement,
            AchievementShown = shown,
            Band = input.Plan.RatingScale.Rate(achievement.Rated),
            Status = StatusOf(achievement),
            LastYear = Compare(indicator, years, value.Value),
            Years = years,
            Progress = ProgressOf(indicator, value),
            Benchmark = BenchmarkOf(indicator, value),
            Notes = NotesOf(indicator),
            Efficiency = EfficiencyOf(indicator, achievement),
            Support = SupportOf(indicator),
            Trend = TrendOf(indicator, years),
            Quarters = QuartersOf(indicator, target),
        };
    }

    /// <summary>A value as printed: percent with its sign, "-" where absent.</summary>
    public static string Show(Indicator indicator, decimal? value) =>
        value is not { } number
            ? "-"
            : IndonesianNumber.Natural(number, indicator.Precision) + (indicator.Kind == ValueKind.Percent ? "%" : "");

    private static string Show(Indicator indicator, decimal? value, string? words) =>
        value is null && words is not null ? words : Show(indicator, value);

    private static string Show(Indicator indicator, TargetValue? target) =>
        target switch
        {
            null => "-",
            { Value: null } => target.Text ?? "-",
            { Upper: { } upper } => Show(indicator, target.Value) + "–" + Show(indicator, upper),
            _ => Show(indicator, target.Value),
        };

    private static Achievement Explained(Achievement achievement, ConsolidatedValue value) =>
        achievement is { State: ValueState.Measured, Rated: null }
        && value.Figures.Any(f => f.Figure.Explanation is not null)
            ? achievement with
            {
                Rated = achievement.Exact,
                Note = "Realisasi 0 telah dijelaskan.",
            }
            : achievement;

    private static string StatusOf(Achievement achievement) =>
        achievement switch
        {
            { Reached: true } => "Tercapai",
            { State: ValueState.Measured, Rated: null } => "Perlu penjelasan",
            { State: ValueState.Measured } => "Tidak tercapai",
            { State: ValueState.NotReported } => "Belum dilaporkan",
            { State: ValueState.NoTarget } => "Tanpa target",
            { State: ValueState.TextOnly } => "Dinilai secara uraian",
            _ => "Tidak dapat dihitung",
        };

    private AnnualTarget? AgreedOn(Indicator indicator) =>
        input.Agreement.Targets.FirstOrDefault(target => target.Indicator == indicator.Code)
        ?? input.FormerTargets?.FirstOrDefault(target => target.Indicator == indicator.Code);

    private TargetValue? TargetOf(Indicator indicator) =>
        AgreedOn(indicator) is { } agreed ? new TargetValue(agreed.Value, agreed.Upper, agreed.Text) : null;

    private List<YearResult> Years(Indicator indicator, TargetValue? target, ConsolidatedValue value)
    {
        var before = indicator
            .History.Where(record => record.Year < _year)
            .OrderBy(record => record.Year)
            .Select(record =>
                Result(
                    indicator,
                    record.Year,
                    record.Target is null ? null : new TargetValue(record.Target),
                    record.Realisation
                )
            );
        return before.Append(Result(indicator, _year, target, value.Value, value.Text)).ToList();
    }

    private YearResult Result(
        Indicator indicator,
        int year,
        TargetValue? target,
        decimal? realisation,
        string? words = null
    ) =>
        new(
            year,
            target?.Value,
            Show(indicator, target),
            realisation,
            Show(indicator, realisation, words),
            Achievements.Of(indicator, target, realisation, words, _policy).For("3.3", _rounding)
        );

    // Within the year a quarter is held against the same quarter of last year; last year's whole is nothing to hold it to.
    private YearResult? Before(Indicator indicator, List<YearResult> years) =>
        upTo == Quarter.Q4 ? years.Find(result => result.Year == _year - 1)
        : input.SameQuarter?.FirstOrDefault(past => past.Indicator == indicator.Code) is { } past
            ? Result(indicator, _year - 1, past.Target is { } target ? new TargetValue(target) : null, past.Realisation)
        : null;

    private YearComparison? Compare(Indicator indicator, List<YearResult> years, decimal? value)
    {
        if (Before(indicator, years) is not { } before)
            return null;
        if (value is null || before.Realisation is null)
        {
            var missing = Computed.Missing(ValueState.NotReported, "Salah satu tahun tidak mempunyai realisasi.");
            return new(before, missing, null, null) { Quarter = Within };
        }

        var change = value.Value - before.Realisation.Value;
        return new(
            before,
            Computed.Of(change, _rounding, "3.3.perubahan"),
            Trends.DirectionOf(change),
            IsBetter(indicator.Polarity, change)
        )
        {
            Quarter = Within,
        };
    }

    private PlanProgress ProgressOf(Indicator indicator, ConsolidatedValue value)
    {
        var end = input.Plan.StrategicPlan.EndYear;
        var last = indicator.Targets.FirstOrDefault(target => target.Year == end);
        var target = last is null ? null : new TargetValue(last.Value, last.Upper, last.Text);
        var progress =
            indicator.Polarity == Polarity.Maximise && indicator.Words is null
                ? Computed.Share(value.Value, target?.Value, _rounding, "3.5", "Realisasi belum dilaporkan.")
                : Achievements.Of(indicator, target, value.Value, value.Text, _policy).For("3.5", _rounding);
        return new(end, target, Show(indicator, target), progress);
    }

    private BenchmarkComparison BenchmarkOf(Indicator indicator, ConsolidatedValue value)
    {
        if (indicator.Benchmark is not { } benchmark)
        {
            return new(
                null,
                "-",
                Computed.Missing(ValueState.NoTarget, "Tidak ada pembanding."),
                null,
                indicator.NoBenchmarkReason ?? "Tidak ada pembanding; alasannya belum diisi."
            );
        }

        if (value.Value is not { } actual)
        {
            return new(
                benchmark,
                Show(indicator, benchmark.Value),
                new Computed(value.State, null, null, value.Note),
                null,
                null
            );
        }

        var difference = actual - benchmark.Value;
        return new(
            benchmark,
            Show(indicator, benchmark.Value),
            Computed.Of(difference, _rounding, "B.4"),
            IsBetter(indicator.Polarity, difference),
            null
        );
    }

    private List<QuarterNote> NotesOf(Indicator indicator) =>
        input
            .Quarters.Where(q => q.Quarter <= upTo)
            .OrderBy(q => q.Quarter)
            .SelectMany(q =>
                q.Indicators.Where(figure => figure.Indicator == indicator.Code)
                    .Select(figure => new QuarterNote(
                        q.Quarter,
                        figure.SubUnit,
                        figure.Supporting,
                        figure.Hindering,
                        figure.Solution,
                        figure.FollowUp,
                        figure.Explanation
                    ))
            )
            .ToList();

    // What supported the retired indicator supports the one in its place, until the budget names that itself.
    private IEnumerable<string> SupportedBy(Indicator indicator)
    {
        var code = indicator.Code;
        yield return code;
        foreach (var change in input.Plan.ChangesOf(YearChangeKind.StrategicPlan).Reverse())
        {
            if (change.Strategic!.Added.FirstOrDefault(one => one.Code == code)?.Replaces is { } replaced)
                yield return code = replaced;
        }
    }

    private List<(Budget.Programme Programme, BudgetNode Node)> ProgrammesOf(Indicator indicator) =>
        input
            .Budget.Programmes.Where(programme => SupportedBy(indicator).Any(programme.Supports.Contains))
            .Select(programme => (programme, budget.Parts.Single(node => node.Code == programme.Code)))
            .ToList();

    private IndicatorEfficiency EfficiencyOf(Indicator indicator, Achievement achievement)
    {
        var nodes = ProgrammesOf(indicator).ConvertAll(pair => pair.Node);
        var ceiling = nodes.Sum(node => node.Ceiling);
        decimal? realisation = nodes.TrueForAll(node => node.Realisation is not null)
            ? nodes.Sum(node => node.Realisation!.Value)
            : null;
        var absorption =
            nodes.Count == 0
                ? Computed.Missing(ValueState.NotComputable, "Tidak ada program yang menunjang indikator ini.")
                : Computed.Share(
                    realisation,
                    ceiling,
                    _rounding,
                    BudgetTree.Table,
                    "Realisasi anggaran belum dilaporkan."
                );
        return new(
            nodes.ConvertAll(node => node.Code),
            ceiling,
            realisation,
            absorption,
            upTo == Quarter.Q4 ? Efficiencies.Compute(achievement, absorption, _policy) : Efficiencies.NotYet(_policy)
        );
    }

    private List<SupportRow> SupportOf(Indicator indicator) =>
        ProgrammesOf(indicator)
            .SelectMany(pair => pair.Node.All())
            .Select(node => new SupportRow(
                node.Level,
                node.Number,
                node.Code,
                node.Name,
                node.Indicator,
                node.Performance,
                node.Performance.Exact is { } own ? own >= _policy.SupportsFrom : null
            ))
            .ToList();

    private Trend TrendOf(Indicator indicator, List<YearResult> years)
    {
        var points = years
            .Where(year => year.Realisation is not null)
            .Select(year => (year.Year, year.Realisation!.Value))
            .ToList();
        if (Trends.Fit(points) is not { } line)
        {
            var few = Computed.Missing(
                ValueState.NotComputable,
                $"Kecenderungan memerlukan sedikitnya {Trends.LeastPoints} tahun."
            );
            return new(few, few, few, null, null, points.Count);
        }

        var end = input.Plan.StrategicPlan.EndYear;
        var atEnd = Forecast(end);
        var last = indicator.Targets.FirstOrDefault(target => target.Year == end)?.Value;
        bool? reaches =
            last is null || indicator.Polarity == Polarity.Stabilise ? null
            : indicator.Polarity == Polarity.Maximise ? atEnd.Exact >= last
            : atEnd.Exact <= last;
        return new(
            Computed.Of(line.Slope, _rounding, "tren"),
            Forecast(_year + 1),
            atEnd,
            Trends.DirectionOf(line.Slope),
            reaches,
            points.Count
        );

        Computed Forecast(int year)
        {
            var raw = line.Intercept + line.Slope * year;
            var bounded = indicator.Kind == ValueKind.Percent ? Math.Clamp(raw, 0m, 100m) : raw;
            return Computed.Of(
                bounded,
                _rounding,
                "tren",
                bounded == raw ? null : "Dibatasi pada 0 sampai dengan 100 persen."
            );
        }
    }

    private List<QuarterResult> QuartersOf(Indicator indicator, TargetValue? target)
    {
        var targets = AgreedOn(indicator)?.Quarterly;
        return Quarters
            .All.Where(quarter => quarter <= upTo)
            .Select(quarter =>
            {
                var value = Consolidations.Consolidate(indicator, input.Quarters, quarter);
                var planned = targets is not null && targets.Count >= (int)quarter ? targets[(int)quarter - 1] : null;
                var own = QuarterTargets.Of(indicator, target, planned, quarter);
                return new QuarterResult(
                    quarter,
                    planned,
                    value.Value,
                    Show(indicator, value.Value, value.Text),
                    own is null
                        ? Achievements.NotDue(indicator.Polarity, _policy)
                        : Achievements.Of(indicator, own, value.Value, value.Text, _policy)
                );
            })
            .ToList();
    }

    private static bool? IsBetter(Polarity polarity, decimal change) =>
        (polarity, change) switch
        {
            (Polarity.Stabilise, _) or (_, 0m) => null,
            (Polarity.Maximise, _) => change > 0m,
            _ => change < 0m,
        };
}
