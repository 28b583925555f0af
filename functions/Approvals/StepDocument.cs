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
/// <param name="DocumentUrl">Where the document is read; null where the step has none, or its files are closed.</param>
/// <param name="PaperUrl">Its pages for who signs by hand, where these differ from the document.</param>
/// <param name="Tables">What is to be decided, as the page shows it.</param>
/// <param name="Files">Evidence of the report that the step is about.</param>
/// <param name="Colleagues">To whom it may be handed over (a review alone): action <c>hand-over</c>.</param>
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
    string? DocumentUrl,
    string? PaperUrl,
    IReadOnlyList<StepField> Fields,
    IReadOnlyList<PageTable> Tables,
    IReadOnlyList<StepFile> Files,
    DecidedStep? Decided,
    IReadOnlyList<StepColleague> Colleagues
);

internal sealed record StepColleague(string Code, string Name);

/// <summary>Whose the step is now; the former link opens nothing.</summary>
internal sealed record HandedOver(string Code, string Name);

/// <param name="Action">
/// send-code, save (a report's or a review's draft), approve, return, sign-ink, remove-evidence (by who reports),
/// reject-evidence (by who verifies) or hand-over (by who reviews).
/// </param>
/// <param name="Note">Why, where something is returned or rejected; what a colleague should know of a review.</param>
/// <param name="Fields">Values by name, written as people write them.</param>
/// <param name="Passphrase">Of the signer's certificate, where signing asks for one; it is not kept.</param>
/// <param name="Scan">Pages signed in ink, as PNG or JPEG in base64, in their order; or one PDF of them all.</param>
/// <param name="Evidence">The file that is removed or rejected.</param>
/// <param name="Colleague">Code of whom a review is handed over to.</param>
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
    string? Evidence = null,
    string? Colleague = null
);

internal sealed record SavedDraft(int Revision, DateTimeOffset At);
