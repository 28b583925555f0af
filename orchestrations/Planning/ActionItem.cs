using System.Text.Json.Serialization;

namespace Sakip.Planning;

/// <summary>
/// An item of the action plan (rencana aksi, PermenPAN-RB 53/2014 and 88/2021): what is done towards an indicator's target.
/// What it puts out, when, by whom and for how much is said where the office plans that finely.
/// </summary>
/// <param name="Indicator">Code of the indicator that it serves.</param>
/// <param name="SubUnit">Code of the sub-unit that carries it out and reports on it.</param>
/// <param name="Quarterly">Cumulative targets of TW I to IV, percent.</param>
/// <param name="SubActivity">Code of the budget's sub-activity that pays for it.</param>
internal sealed record ActionItem(
    string Code,
    string Indicator,
    string Action,
    string SubUnit,
    IReadOnlyList<decimal> Quarterly,
    string? SubActivity = null
)
{
    /// <summary>What it puts out (keluaran).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Output { get; init; }

    /// <summary>Unit of measure of the output.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Measure { get; init; }

    /// <summary>Cumulative quantities of the output, TW I to IV; null where only progress in percent is planned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<decimal>? Quantities { get; init; }

    /// <summary>The month it begins in, 1 to 12.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FirstMonth { get; init; }

    /// <summary>The month it ends in, 1 to 12.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? LastMonth { get; init; }

    /// <summary>Code of the post whose holder answers for it; null where the sub-unit does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Post { get; init; }

    /// <summary>What it costs, rupiah; null where the sub-activity's ceiling says enough.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Cost { get; init; }

    /// <summary>Which evidence is wanted for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Evidence { get; init; }

    /// <summary>Whether more than progress in percent is planned.</summary>
    public bool IsDetailed() => Output is not null;
}
