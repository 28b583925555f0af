using System.Text.Json.Serialization;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;

namespace Sakip.Functions.Approvals;

/// <param name="Value">What stands in it now.</param>
internal sealed record StepField(string Name, string Label, string Value, string? Hint, string? Error);

internal sealed record DecidedStep(string Decision, string By, DateTimeOffset At, string? Note);

/// <param name="Field">Code of the indicator, sub-activity or action-plan item that it proves.</param>
/// <param name="Remark">What to know about it, in Indonesian.</param>
/// <param name="Rejection">Why the verifier did not accept it; null where that did not happen.</param>
internal sealed record StepFile(
    string Id,
    string Field,
    string FileName,
    long Size,
    string? Sha256,
    string? Remark,
    string? Rejection
);

/// <summary>A step as its link's page shows it. <paramref name="ActionToken"/> goes into the decision.</summary>
/// <param name="CanSignInInk">The step may be signed on paper: action <c>sign-ink</c> with the pages of the scan.</param>
/// <param name="Tables">What is to be decided, as the page shows it.</param>
/// <param name="Files">Evidence of the report that the step is about.</param>
internal sealed record StepDocument(
    string Kind,
    string Subject,
    string Bearer,
    DateTimeOffset DueAt,
    string ActionToken,
    bool NeedsCode,
    bool CanReturn,
    bool CanSignInInk,
    string? DocumentHash,
    IReadOnlyList<StepField> Fields,
    IReadOnlyList<PageTable> Tables,
    IReadOnlyList<StepFile> Files,
    DecidedStep? Decided
);

/// <param name="Action">
/// send-code, save (a report's draft), approve, return, sign-ink, remove-evidence (by who reports) or reject-evidence (by
/// who verifies).
/// </param>
/// <param name="Note">Why, where something is returned or rejected.</param>
/// <param name="Fields">Values by name, written as people write them.</param>
/// <param name="Passphrase">Of the signer's certificate, where signing asks for one; it is not kept.</param>
/// <param name="Scan">Pages signed in ink, as PNG or JPEG in base64, in their order; or one PDF of them all.</param>
/// <param name="Evidence">The file that is removed or rejected.</param>
internal sealed record StepRequest(
    string? Action,
    string? ActionToken,
    string? Code,
    string? Note,
    Dictionary<string, string>? Fields,
    int Revision = 0,
    string? Writer = null,
    [property: JsonConverter(typeof(VerbatimText))] string? Passphrase = null,
    IReadOnlyList<byte[]>? Scan = null,
    string? Evidence = null
);

internal sealed record SavedDraft(int Revision, DateTimeOffset At);
