using Sakip.Storage;

namespace Sakip.Notifications;

internal static class Outbox
{
    /// <summary>Adds a message. The dedupe key is unique in the subject; one that is there already is not sent again.</summary>
    public static SubjectChange Notify(
        this SubjectChange change,
        MessageKind kind,
        string recipient,
        string dedupeKey,
        object? facts = null,
        (string Step, int Attempt)? link = null,
        bool withCode = false
    ) => change.Notify(kind.ToString(), recipient, dedupeKey, facts, link, withCode);
}
