using Azure.Data.Tables;
using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>
/// Everything that one decision changes, committed as one batch in the subject's partition. Its id is derived from the
/// decision, so the same decision committed twice changes nothing.
/// </summary>
internal sealed class SubjectChange(Subject subject, string id, DateTimeOffset at)
{
    private readonly List<TableTransactionAction> _actions = [];
    private readonly List<MessageRow> _messages = [];

    public Subject Subject { get; } = subject;

    public string Id { get; } = id;

    public DateTimeOffset At { get; private set; } = at;

    public AuditFacts Audit { get; private set; } = new("", "", "");

    public Signal? Signal { get; private set; }

    /// <summary>The approval that the change opens, and the steps ("step|attempt") that it closes.</summary>
    public ApprovalRow? Opened { get; private set; }

    public (string Step, int Attempt)? Closed { get; private set; }

    public IReadOnlyList<TableTransactionAction> Actions => _actions;

    public IReadOnlyList<MessageRow> Messages => _messages;

    /// <param name="where">The client's address, where a request made the change.</param>
    public SubjectChange By(
        Actor by,
        AuditAction action,
        string? documentHash = null,
        string? note = null,
        string? where = null
    )
    {
        Audit = new AuditFacts(
            by.Official,
            by.Role.ToString(),
            action.ToString(),
            documentHash,
            note,
            ActingKey.With(where),
            Traces.Current
        );
        return this;
    }

    /// <summary>The change as it was committed: who did it, what and when.</summary>
    public SubjectChange As(ChangeRow committed)
    {
        Audit = SakipJson.Read<AuditFacts>(committed.Entry);
        At = committed.At ?? At;
        return this;
    }

    /// <summary>Says again which step the change opened or closed; nothing is written.</summary>
    public SubjectChange Restore(ApprovalRow? opened, (string Step, int Attempt)? closed)
    {
        Opened = opened;
        Closed = closed;
        return this;
    }

    public SubjectChange Open(ApprovalRow approval)
    {
        Opened = approval;
        return Insert(approval, RowKeys.Approval(approval.Step, approval.Attempt));
    }

    /// <summary>Replaces a step's row as it was read, and its line in the lists; a change in between makes this one fail.</summary>
    public SubjectChange Reopen(ApprovalRow approval)
    {
        Opened = approval;
        return Replace(approval);
    }

    public SubjectChange Claim(ClaimRow claim, string step, int attempt)
    {
        Closed = (step, attempt);
        return Insert(claim, RowKeys.Claim(step, attempt));
    }

    public SubjectChange Set(StateRow state)
    {
        state.At = At;
        Key(state, RowKeys.State);
        _actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, state));
        return this;
    }

    /// <summary>Writes the state in place of the one that was read; a change in between makes this one fail.</summary>
    public SubjectChange Set(StateRow state, StateRow read)
    {
        state.At = At;
        Key(state, RowKeys.State);
        _actions.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, state, read.ETag));
        return this;
    }

    public SubjectChange Insert(Row row, string key)
    {
        Key(row, key);
        _actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
        return this;
    }

    /// <summary>Writes a row, whatever stands under its key.</summary>
    public SubjectChange Put(Row row, string key)
    {
        Key(row, key);
        _actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
        return this;
    }

    /// <summary>Replaces a row as it was read; a row that somebody changed since is a conflict.</summary>
    public SubjectChange Replace(Row row)
    {
        _actions.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, row.ETag));
        return this;
    }

    /// <summary>Sends a message again that was given up, as its row was read.</summary>
    public SubjectChange SendAgain(MessageRow message)
    {
        (message.GivenUpAt, message.NextTryAt, message.LastError, message.Failures) = (null, null, null, 0);
        _messages.Add(message);
        return Replace(message);
    }

    /// <summary>Adds a message. The dedupe key is unique in the subject; one that is there already is not sent again.</summary>
    public SubjectChange Notify(
        string kind,
        string recipient,
        string dedupeKey,
        string facts,
        (string Step, int Attempt)? link = null,
        bool withCode = false
    )
    {
        var message = new MessageRow
        {
            Kind = kind,
            DedupeKey = dedupeKey,
            Recipient = recipient,
            Facts = facts,
            LinkStep = link?.Step,
            LinkAttempt = link?.Attempt ?? 0,
            WithCode = withCode,
            At = At,
        };
        Insert(message, RowKeys.Message(dedupeKey));
        _messages.Add(message);
        return this;
    }

    /// <param name="payload">The record that the waiter reads.</param>
    public SubjectChange Raise(string instanceId, string eventName, object payload) =>
        Raise(new Signal(instanceId, eventName, payload));

    public SubjectChange Raise(Signal? signal)
    {
        Signal = signal;
        return this;
    }

    private void Key(Row row, string key)
    {
        row.PartitionKey = Keys.Partition(Subject);
        row.RowKey = key;
    }
}

internal static class RowKeys
{
    public const string State = "state";

    public const string MessagePrefix = "message|";

    public const string ChangePrefix = "change|";

    public static string Approval(string step, int attempt) => Numbered("approval", step, attempt);

    public static string Claim(string step, int attempt) => Numbered("claim", step, attempt);

    public static string Draft(string step, int attempt) => Numbered("draft", step, attempt);

    public const string VersionPrefix = "version|";

    public const string BudgetPrefix = "budget|";

    public static string Version(int number) => FormattableString.Invariant($"{VersionPrefix}{number:D6}");

    public static string Budget(int sequence) => FormattableString.Invariant($"{BudgetPrefix}{sequence:D4}");

    public static string RealisationsOf(string quarter) => $"realisation|{quarter}|";

    public static string Realisation(string quarter, int number) =>
        RealisationsOf(quarter) + FormattableString.Invariant($"{number:D4}");

    public static string Message(string dedupeKey) => MessagePrefix + Keys.Join(dedupeKey);

    public static string Change(string id) => Keys.Join("change", id);

    private static string Numbered(string kind, string step, int attempt) =>
        Keys.Join(kind, step, FormattableString.Invariant($"{attempt:D4}"));
}
