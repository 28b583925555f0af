using Sakip.Storage;

namespace Sakip.Notifications;

/// <summary>The letters of a decision.</summary>
internal static class Outbox
{
    /// <summary>
    /// Tells a person of the decision. What the letter is known by follows from kind, subject, decision and recipient,
    /// so a decision that is committed again sends nothing again.
    /// </summary>
    public static SubjectChange Tell(
        this SubjectChange change,
        MessageKind kind,
        string recipient,
        IReadOnlyDictionary<Fact, string>? facts = null
    ) =>
        change.Notify(
            kind.ToString(),
            recipient,
            $"{kind}:{change.Subject.Dotted}:{change.Id}:{recipient}",
            FactText.Of(facts ?? new Dictionary<Fact, string>())
        );

    /// <summary>Asks the bearer of a step by a letter with the link, or sends the code that the step needs.</summary>
    /// <param name="known">What the letter is known by where earlier releases named it; else it follows as for a told one.</param>
    public static SubjectChange Ask(
        this SubjectChange change,
        MessageKind kind,
        string bearer,
        IReadOnlyDictionary<Fact, string> facts,
        (string Step, int Attempt) step,
        string? known = null
    ) =>
        change.Notify(
            kind.ToString(),
            bearer,
            known ?? $"{kind}:{change.Subject.Dotted}:{change.Id}",
            FactText.Of(facts),
            step,
            withCode: kind == MessageKind.OneTimeCode
        );

    /// <summary>Tells several persons the same, each once.</summary>
    public static SubjectChange Tell(
        this SubjectChange change,
        MessageKind kind,
        IEnumerable<string?> recipients,
        IReadOnlyDictionary<Fact, string> facts
    )
    {
        foreach (var recipient in recipients.OfType<string>().Distinct(StringComparer.Ordinal))
            change.Tell(kind, recipient, facts);
        return change;
    }
}
