using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>How far a target was reached, in percent of it.</summary>
/// <param name="Exact">Floored at 0 and capped by the policy.</param>
/// <param name="Uncapped">As the formula gives it.</param>
/// <param name="Rated">What the rating reads: the exact value, mirrored at 100 where too much is as bad as too little;
/// null where nothing may be rated.</param>
internal sealed record Achievement(
    ValueState State,
    decimal? Exact,
    decimal? Uncapped,
    decimal? Rated,
    string Formula,
    string? Note = null
)
{
    public bool Reached => Rated >= 100m;

    /// <summary>The achievement as a value of a table.</summary>
    public Computed For(string table, Rounding rounding) =>
        Exact is { } exact ? Computed.Of(exact, rounding, table, Note) : new Computed(State, null, null, Note);
}

/// <summary>The formulas of achievement by polarity (Permenpan-RB 8/2021 for ranges and "kondisi khusus").</summary>
internal static class Achievements
{
    public const string NotDueNote = "Belum jatuh tempo.";

    private const string MaximiseFormula = "realisasi / target × 100";
    private const string MinimiseA = "(2 × target − realisasi) / target × 100";
    private const string MinimiseB = "target / realisasi × 100";
    private const string Range =
        "dalam rentang 100; di atas: realisasi / batas atas × 100; di bawah: realisasi / batas bawah × 100";

    /// <summary>By the indicator's order of words where the target is in words and there is one, else by numbers.</summary>
    public static Achievement Of(
        Indicator indicator,
        TargetValue? target,
        decimal? realisation,
        string? words,
        CalculationPolicy policy
    ) =>
        target is { Value: null, Text: { } wanted } && indicator.WordScale() is { } scale
            ? Worded(scale, wanted, words, policy)
            : Compute(indicator.Polarity, target, realisation, words, policy);

    public static Achievement Compute(
        Polarity polarity,
        TargetValue? target,
        decimal? realisation,
        string? words,
        CalculationPolicy policy
    )
    {
        var formula = FormulaOf(polarity, policy);
        if (target is null || target is { Value: null, Text: null })
        {
            return None(ValueState.NoTarget, formula, "Target belum ditetapkan.");
        }

        if (target.Value is not { } value)
        {
            return None(ValueState.TextOnly, formula, "Target berupa uraian; capaian dinilai, tidak dihitung.");
        }

        if (realisation is not { } actual)
        {
            return words is null
                ? None(ValueState.NotReported, formula, "Realisasi belum dilaporkan.")
                : None(ValueState.TextOnly, formula, "Realisasi berupa uraian; capaian dinilai, tidak dihitung.");
        }

        if (value == 0m && policy.ZeroTarget == ZeroTarget.ReachedOrMissed)
            return Zero(polarity, target.Upper ?? 0m, actual, policy);
        if (value <= 0m)
            return None(ValueState.NotComputable, formula, "Tidak dapat dihitung: target 0 atau kurang.");

        return polarity switch
        {
            Polarity.Maximise => Measured(actual / value * 100m, formula, policy),
            Polarity.Minimise => Minimise(value, actual, formula, policy),
            Polarity.Stabilise => Stabilise(value, target.Upper ?? value, actual, formula, policy),
            _ => throw new ArgumentOutOfRangeException(nameof(polarity), polarity, "Unknown polarity."),
        };
    }

    public static string FormulaOf(Polarity polarity, CalculationPolicy policy) =>
        polarity switch
        {
            Polarity.Maximise => MaximiseFormula,
            Polarity.Minimise => policy.Minimise == MinimiseFormula.A ? MinimiseA : MinimiseB,
            _ => Range,
        };

    private static Achievement Worded(WordScale scale, string wanted, string? reached, CalculationPolicy policy)
    {
        const string Formula = "nilai kata realisasi / nilai kata target × 100";
        if (reached is null)
            return None(ValueState.NotReported, Formula, "Realisasi belum dilaporkan.");
        if (
            policy.WordedTarget == WordedTarget.NotComputed
            || scale.ShareOf(wanted) is not { } least
            || scale.ShareOf(reached) is not { } share
        )
        {
            return None(ValueState.TextOnly, Formula, "Target berupa uraian; capaian dinilai, tidak dihitung.");
        }

        if (policy.WordedTarget == WordedTarget.ReachedOrMissed || least == 0m)
            return Measured(share >= least ? 100m : 0m, "target kata: tercapai 100, tidak tercapai 0", policy);
        return Measured(share / least * 100m, Formula, policy);
    }

    private static Achievement Zero(Polarity polarity, decimal upper, decimal actual, CalculationPolicy policy)
    {
        var isReached = polarity switch
        {
            Polarity.Maximise => actual >= 0m,
            Polarity.Minimise => actual <= 0m,
            _ => actual >= 0m && actual <= upper,
        };
        return Measured(isReached ? 100m : 0m, "target 0: tercapai 100, tidak tercapai 0", policy);
    }

    private static Achievement Minimise(decimal target, decimal actual, string formula, CalculationPolicy policy)
    {
        if (policy.Minimise == MinimiseFormula.B)
        {
            return actual <= 0m
                ? None(ValueState.NotComputable, formula, "Tidak dapat dihitung: realisasi 0 menjadi pembagi.")
                : Measured(target / actual * 100m, formula, policy);
        }

        var result = Measured((2m * target - actual) / target * 100m, formula, policy);
        // A zero may be the best result or a field left unfilled; it is not praised before somebody has said which.
        return actual == 0m
            ? result with
            {
                Rated = null,
                Note = "Realisasi 0: belum diberi peringkat sampai ada penjelasan.",
            }
            : result;
    }

    private static Achievement Stabilise(
        decimal lower,
        decimal upper,
        decimal actual,
        string formula,
        CalculationPolicy policy
    )
    {
        if (actual < lower)
            return Measured(actual / lower * 100m, formula, policy);
        if (actual <= upper)
            return Measured(100m, formula, policy);
        var over = Measured(actual / upper * 100m, formula, policy);
        return over with { Rated = Math.Max(0m, 200m - over.Uncapped!.Value), Note = "Di atas rentang target." };
    }

    private static Achievement Measured(decimal uncapped, string formula, CalculationPolicy policy)
    {
        var floored = Math.Max(0m, uncapped);
        var exact = policy.Cap switch
        {
            AchievementCap.At100 => Math.Min(floored, 100m),
            AchievementCap.At110 => Math.Min(floored, 110m),
            AchievementCap.At120 => Math.Min(floored, 120m),
            _ => floored,
        };
        return new(ValueState.Measured, exact, uncapped, exact, formula);
    }

    /// <summary>Nothing is owed yet: the quarter has no target.</summary>
    public static Achievement NotDue(Polarity polarity, CalculationPolicy policy) =>
        None(ValueState.NoTarget, FormulaOf(polarity, policy), NotDueNote);

    private static Achievement None(ValueState state, string formula, string note) =>
        new(state, null, null, null, formula, note);
}
