using System.Text.Json.Serialization;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Signing;

namespace Sakip.Agreements;

/// <summary>
/// An agreement as it was agreed: names, posts, targets and amounts as they were on the day, so that later changes of
/// plan or persons do not change what was signed.
/// </summary>
/// <param name="Reason">Why it was revised; null for the first agreement.</param>
/// <param name="Predecessor">Number of the agreement that it replaces; null for the first.</param>
internal sealed record AgreementSnapshot(
    string Unit,
    int Year,
    AgreementTerms Terms,
    string Place,
    OfficialSnapshot FirstParty,
    OfficialSnapshot SecondParty,
    IReadOnlyList<AgreedIndicator> Indicators,
    IReadOnlyList<AgreedProgramme> Programmes,
    RevisionReason? Reason = null,
    string? Explanation = null,
    int? Predecessor = null
)
{
    internal OfficeYear Office => new(Unit, Year);

    /// <summary>Whose agreement it is; null for that of a leading post.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AgreementTemplate? Template { get; init; }

    /// <summary>The post whose holder promises; null for the office's own agreement.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Post { get; init; }

    /// <summary>The rows of the annex where they are not its programmes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AgreedProgramme>? Rows { get; init; }

    /// <summary>What stands in the annex with an amount.</summary>
    public IReadOnlyList<AgreedProgramme> Amounts() => Rows ?? Programmes;

    public decimal Total() => Programmes.Sum(programme => programme.Amount);
}

internal sealed record AgreedIndicator(
    string Objective,
    string Indicator,
    string Name,
    string Measure,
    AnnualTarget Target
);

/// <param name="Amount">Rupiah: the sum of the programme's sub-activities.</param>
internal sealed record AgreedProgramme(string Code, string Name, decimal Amount, string FundSource);

/// <summary>What stands in the year's records for an agreement.</summary>
internal sealed record AgreementRecord(
    string SnapshotHash,
    string DocumentHash,
    DateOnly SignedOn,
    IReadOnlyList<SignatureRecord> Signatures
)
{
    /// <summary>Of a post's agreement: hash of what its annex says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Annex { get; init; }

    /// <summary>Of a post's agreement: code of the official who promised.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Holder { get; init; }
}
