using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>What a capability says of its own steps: the states that its subjects go through, and whom a decision tells.</summary>
internal interface IStepRules
{
    IReadOnlyList<ApprovalKind> Kinds { get; }

    /// <summary>The state that the subject goes to when the step opens; null where opening changes none.</summary>
    string? WhenOpened(ApprovalKind kind) => null;

    /// <summary>The state that the subject goes to with the decision.</summary>
    string After(ApprovalKind kind, Decision decision);

    /// <summary>Adds what a decision tells others, beside the step that it opens.</summary>
    void Tell(SubjectChange change, OpenedLink link, Decision decision, string? note) { }
}

/// <summary>The rules of every kind of step, from the capabilities that own them.</summary>
internal sealed class StepRules(IEnumerable<IStepRules> capabilities)
{
    private readonly Dictionary<ApprovalKind, IStepRules> _byKind = capabilities
        .SelectMany(rules => rules.Kinds, (rules, kind) => (rules, kind))
        .ToDictionary(pair => pair.kind, pair => pair.rules);

    /// <exception cref="ArgumentOutOfRangeException">No capability owns the kind.</exception>
    public IStepRules Of(ApprovalKind kind) =>
        _byKind.GetValueOrDefault(kind)
        ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "No capability owns this kind of step.");
}
