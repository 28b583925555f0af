namespace Sakip.Evaluation;

/// <summary>Why a computed value is there, or is not. Only <see cref="Measured"/> carries a number and a rating.</summary>
internal enum ValueState
{
    Measured,

    /// <summary>Somebody still owes the figure; it is never read as zero.</summary>
    NotReported,

    NoTarget,

    /// <summary>The formula has no answer, for example a division by zero.</summary>
    NotComputable,

    /// <summary>Target or realisation is in words; people judge it, no formula does.</summary>
    TextOnly,
}

/// <summary>A computed number: exact, as rounded for the table it stands in, or the reason why there is none.</summary>
/// <param name="Exact">Unrounded; null unless measured.</param>
/// <param name="Rounded">By the policy, for the table.</param>
/// <param name="Note">Indonesian; why there is no number, or what to know about it.</param>
internal sealed record Computed(ValueState State, decimal? Exact, decimal? Rounded, string? Note = null)
{
    public static Computed Missing(ValueState state, string note) => new(state, null, null, note);

    public static Computed Of(decimal exact, Rounding rounding, string table, string? note = null) =>
        new(ValueState.Measured, exact, rounding.Round(exact, table), note);

    /// <summary>part / whole × 100, for amounts that must both be known.</summary>
    public static Computed Share(decimal? part, decimal? whole, Rounding rounding, string table, string missing) =>
        (part, whole) switch
        {
            (null, _) => Missing(ValueState.NotReported, missing),
            (_, null) => Missing(ValueState.NoTarget, "Pembanding belum ditetapkan."),
            (0m, 0m) => Missing(ValueState.NotComputable, "Belum dilaksanakan (0 dari 0)."),
            (_, <= 0m) => Missing(ValueState.NotComputable, "Tidak dapat dihitung: pembaginya 0."),
            _ => Of(part.Value / whole.Value * 100m, rounding, table),
        };
}
