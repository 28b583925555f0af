using System.Text.Json.Serialization;

namespace Sakip.Planning;

/// <param name="FirstParty">Post of the first party: the head of the office.</param>
/// <param name="SecondParty">Post of the second party: the direct superior.</param>
/// <param name="Place">Place of signing.</param>
/// <param name="SignatureDays">Working days that each party has to sign.</param>
/// <param name="ShowQuarterlyTargets">Adds columns TW I to IV to the annex.</param>
/// <param name="AllowWetInk">Lets a signer hand in a scan signed in ink instead of signing electronically.</param>
/// <param name="StaffTargets">Rows of the SKP annex that do not come from the agreement's own indicators.</param>
internal sealed record AgreementSettings(
    string FirstParty,
    string SecondParty,
    string Place,
    int SignatureDays = 10,
    bool ShowQuarterlyTargets = false,
    IReadOnlyList<StaffTarget>? StaffTargets = null,
    bool AllowWetInk = true
)
{
    /// <summary>Whose agreement it is; null for that of a leading post, as plans of an earlier form have it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AgreementTemplate? Template { get; init; }
}
