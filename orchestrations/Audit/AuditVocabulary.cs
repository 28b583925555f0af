using System.Collections.Frozen;
using Sakip.Storage;

namespace Sakip.Audit;

/// <summary>
/// Reads the words of the chain. Version 1.0.0 wrote them in several manners; a chain is never written again, so
/// each of those words is known for good.
/// </summary>
internal static class AuditVocabulary
{
    private static readonly FrozenDictionary<string, AuditAction> Actions = Known<AuditAction>(
        new()
        {
            ["plan-imported"] = AuditAction.ImportPlan,
            ["plan-changed"] = AuditAction.ChangePlan,
            ["budget-revised"] = AuditAction.ReviseBudget,
            ["budget-realisation-imported"] = AuditAction.ImportRealisation,
            ["contact-erased"] = AuditAction.EraseContact,
            ["webhook-added"] = AuditAction.AddWebhook,
            ["webhook-secret-renewed"] = AuditAction.RenewWebhookSecret,
            ["webhook-removed"] = AuditAction.RemoveWebhook,
            ["WindowExtended"] = AuditAction.ExtendWindow,
            ["QuarterReopened"] = AuditAction.ReopenQuarter,
        }
    );

    private static readonly FrozenDictionary<string, ActorRole> Roles = Known<ActorRole>(
        new()
        {
            ["sistem"] = ActorRole.System,
            ["mesin"] = ActorRole.Machine,
            ["perencana"] = ActorRole.Planner,
            ["penyetuju"] = ActorRole.Approver,
            ["pemegang tautan"] = ActorRole.LinkBearer,
            ["penulis narasi"] = ActorRole.Writer,
            ["penjelas temuan"] = ActorRole.Explainer,
            ["pemutus temuan"] = ActorRole.Ruler,
            ["check"] = ActorRole.Checker,
            ["first-party"] = ActorRole.FirstParty,
            ["second-party"] = ActorRole.SecondParty,
            ["submit"] = ActorRole.Submitter,
            ["head"] = ActorRole.Approver,
            ["verify"] = ActorRole.Verifier,
            ["write"] = ActorRole.Writer,
            ["review"] = ActorRole.Reviewer,
            ["sign"] = ActorRole.Signatory,
            ["reopen"] = ActorRole.Approver,
        }
    );

    /// <summary>What a word of the chain means; null for a word that no release wrote.</summary>
    public static AuditAction? ActionOf(string word) => Actions.TryGetValue(word, out var action) ? action : null;

    /// <inheritdoc cref="ActionOf"/>
    public static ActorRole? RoleOf(string word) => Roles.TryGetValue(word, out var role) ? role : null;

    private static FrozenDictionary<string, T> Known<T>(Dictionary<string, T> earlier)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            earlier.Add(value.ToString(), value);
        return earlier.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
