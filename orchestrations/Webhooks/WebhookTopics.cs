using System.Collections.Frozen;
using Sakip.Approvals;
using Sakip.Audit;
using Sakip.Storage;

namespace Sakip.Webhooks;

/// <summary>Which changes are told, and under which name. The names are a promise to receivers: they are only added to.</summary>
internal static class WebhookTopics
{
    /// <summary>What a receiver can choose from.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["plan", "agreement", "quarter", "report", "finding", "annual-report"];

    private static readonly FrozenDictionary<AuditAction, string> Known = new Dictionary<AuditAction, string>
    {
        [AuditAction.ImportPlan] = "plan.imported",
        [AuditAction.ChangePlan] = "plan.changed",
        [AuditAction.ReviseBudget] = "plan.budget-revised",
        [AuditAction.ImportRealisation] = "plan.realisation-imported",
        [AuditAction.DraftAgreement] = "agreement.drafted",
        [AuditAction.HandBackAgreement] = "agreement.returned",
        [AuditAction.RedraftAgreement] = "agreement.redrafted",
        [AuditAction.CancelAgreement] = "agreement.cancelled",
        [AuditAction.CallForRevision] = "agreement.revision-called",
        [AuditAction.PutAgreementInForce] = "agreement.in-force",
        [AuditAction.ExtendWindow] = "quarter.extended",
        [AuditAction.HoldQuarter] = "quarter.held",
        [AuditAction.RecheckQuarter] = "quarter.rechecked",
        [AuditAction.LockQuarter] = "quarter.locked",
        [AuditAction.AskReopening] = "quarter.reopening-asked",
        [AuditAction.ReopenQuarter] = "quarter.reopened",
        [AuditAction.RefuseReopening] = "quarter.reopening-refused",
        [AuditAction.TakeBackReport] = "report.taken-back",
        [AuditAction.ExplainFinding] = "finding.explained",
        [AuditAction.AcceptedFinding] = "finding.accepted",
        [AuditAction.RejectedFinding] = "finding.rejected",
        [AuditAction.AssembleReport] = "annual-report.assembled",
        [AuditAction.HandBackReport] = "annual-report.returned",
        [AuditAction.RecheckReport] = "annual-report.rechecked",
        [AuditAction.PublishReport] = "annual-report.published",
        [AuditAction.StartCorrection] = "annual-report.correction-begun",
    }.ToFrozenDictionary();

    // A text belongs to the annual report, a reopening to its quarter.
    private static readonly FrozenDictionary<string, string> Subjects = new Dictionary<string, string>
    {
        ["agreement"] = "agreement",
        ["report"] = "report",
        ["reopening"] = "quarter",
        ["narrative"] = "annual-report",
        ["annual-report"] = "annual-report",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The change's name, <c>topic.change</c>; null for what changes no state, such as a reminder.</summary>
    public static string? NameOf(AuditIntent intent)
    {
        if (AuditVocabulary.ActionOf(intent.Action) is not { } action)
            return null;
        if (Known.TryGetValue(action, out var known))
            return known;
        return
            Enum.TryParse<Decision>(action.ToString(), out _)
            && Subjects.TryGetValue(intent.Entity.Split(':')[0], out var topic)
            ? $"{topic}.{action.ToString().ToLowerInvariant()}"
            : null;
    }

    public static string TopicOf(string name) => name.Split('.')[0];
}
