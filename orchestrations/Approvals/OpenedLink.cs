using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>A link that is genuine: its step, and the decision that stands, if any.</summary>
internal sealed record OpenedLink
{
    public required Subject Subject { get; init; }

    public required ApprovalPolicy Policy { get; init; }

    public required ApprovalKind Kind { get; init; }

    public required ApprovalRow Approval { get; init; }

    public required ClaimRow? Claim { get; init; }

    public required StateRow? State { get; init; }

    public required OfficePlan Plan { get; init; }

    public required Official Bearer { get; init; }

    /// <summary>The bearer in the part that the step gives.</summary>
    public Actor Actor => new(Bearer.Code, Policy.Role);

    /// <summary>The name of what the step is about, as letters say it.</summary>
    public string DocumentTitle =>
        Facts.TitleOf(Plan, Facts.InputOf(Subject, Approval.Kind, Approval.Attempt, Approval.SubUnit));

    /// <summary>What is printed and signed by hand where that is not the document itself.</summary>
    public string? PaperHash =>
        Claim is null && Policy.Yes == Decision.Signed && State?.Body is { } body
            ? SakipJson.Read<DocumentState>(body).PaperHash
            : null;

    /// <summary>The subject's rows as they stood when the link was opened; null once something was written since.</summary>
    public SubjectRows? Rows { get; init; }
}
