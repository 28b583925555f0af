using System.Collections.Frozen;
using Sakip.Approvals;
using Sakip.Audit;

namespace Sakip.Webhooks;

/// <summary>Which changes are told, and under which name. The names are a promise to receivers: they are only added to.</summary>
internal static class WebhookTopics
{
    /// <summary>What a receiver can choose from.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["plan", "agreement", "quarter", "report", "finding", "annual-report"];

    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["plan-imported"] = "plan.imported",
        ["plan-changed"] = "plan.changed",
        ["budget-revised"] = "plan.budget-revised",
        ["budget-realisation-imported"] = "plan.realisation-imported",
        ["DraftAgreement"] = "agreement.drafted",
        ["HandBackAgreement"] = "agreement.returned",
        ["RedraftAgreement"] = "agreement.redrafted",
        ["CancelAgreement"] = "agreement.cancelled",
        ["CallForRevision"] = "agreement.revision-called",
        ["PutAgreementInForce"] = "agreement.in-force",
        ["ExtendWindow"] = "quarter.extended",
        ["HoldQuarter"] = "quarter.held",
        ["RecheckQuarter"] = "quarter.rechecked",
        ["LockQuarter"] = "quarter.locked",
        ["AskReopening"] = "quarter.reopening-asked",
        ["ReopenQuarter"] = "quarter.reopened",
        ["RefuseReopening"] = "quarter.reopening-refused",
        ["ExplainFinding"] = "finding.explained",
        ["AcceptedFinding"] = "finding.accepted",
        ["RejectedFinding"] = "finding.rejected",
        ["AssembleReport"] = "annual-report.assembled",
        ["HandBackReport"] = "annual-report.returned",
        ["RecheckReport"] = "annual-report.rechecked",
        ["PublishReport"] = "annual-report.published",
        ["StartCorrection"] = "annual-report.correction-begun",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Decisions = Enum.GetNames<Decision>()
        .ToFrozenDictionary(name => name, name => name.ToLowerInvariant(), StringComparer.Ordinal);

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
        if (Known.TryGetValue(intent.Action, out var known))
            return known;
        return
            Decisions.TryGetValue(intent.Action, out var decision)
            && Subjects.TryGetValue(intent.Entity.Split(':')[0], out var topic)
            ? $"{topic}.{decision}"
            : null;
    }

    public static string TopicOf(string name) => name.Split('.')[0];
}
