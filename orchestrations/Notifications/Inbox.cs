using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Notifications.Texts;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Notifications;

/// <summary>A message as the app itself shows it to its recipient; without link and code, which only letters carry.</summary>
internal sealed record InboxMessage
{
    public required string Key { get; init; }

    public required MessageKind Kind { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DeliveryState State { get; init; }

    public required string? Page { get; init; }
}

/// <param name="Next">Where the next page begins; null after the last.</param>
internal sealed record InboxPage(IReadOnlyList<InboxMessage> Messages, string? Next);

/// <summary>A message that was given up; a person has to do something about its cause.</summary>
internal sealed record FailedMessage(
    string Recipient,
    MessageKind Kind,
    DateTimeOffset At,
    DateTimeOffset GivenUpAt,
    int Failures,
    string Reason
);

internal enum DeliveryState
{
    Waiting,
    Sent,
    Failed,
}

/// <summary>The messages of each official within the app, newest first, and those that could not be delivered.</summary>
internal sealed class Inbox(OfficeStorage storage, PlanStore plans)
{
    private const string Failed = "failed|";
    private const string Everybody = "all|";
    private const int LargestPage = 100;

    /// <summary>
    /// A year's messages are one partition, where each is a line in everybody's list, in its recipient's and, if it was
    /// given up, in that of the failed: what many send at once is written together.
    /// </summary>
    internal async Task KeepAsync(Subject subject, MessageRow row, MessageKind kind, CancellationToken cancellation)
    {
        // The row in everybody's list is written last: where it stands, all others stand, and nothing is written again.
        string[] lists =
            kind.IsCode() || row.IsObsolete ? []
            : row.GivenUpAt is null ? [Of(row.Recipient)]
            : [Of(row.Recipient), Failed];
        await storage
            .Grouped.TogetherAsync(
                storage.Inbox,
                Row(subject, row, kind, Everybody),
                lists.Select(list => Row(subject, row, kind, list))
            )
            .WaitAsync(cancellation);
    }

    /// <summary>Whether a message went out, or was given up: its line in everybody's list says so.</summary>
    internal async Task<bool> IsSettledAsync(Subject subject, MessageRow row, CancellationToken cancellation)
    {
        var line = await storage.Inbox.FindAsync<InboxRow>(
            Keys.Partition(subject.Office),
            Everybody + KeyOf(row),
            cancellation
        );
        return line is { SentAt: not null } or { GivenUpAt: not null };
    }

    /// <summary>Lets a line that was given up wait again, in everybody's list and its recipient's; what was read stays read.</summary>
    internal async Task ReopenAsync(InboxRow failed, CancellationToken cancellation)
    {
        foreach (var list in (string[])[Everybody, Of(failed.Recipient)])
        {
            await storage.Inbox.ChangeAsync<InboxRow>(
                failed.PartitionKey,
                list + failed.Key,
                row =>
                {
                    if (row.GivenUpAt is null)
                        return false;
                    (row.GivenUpAt, row.NextTryAt, row.LastError, row.Failures) = (null, null, null, 0);
                    return true;
                },
                cancellation
            );
        }
    }

    /// <summary>Takes a line off the list of what was given up.</summary>
    internal Task DropFailedAsync(InboxRow failed, CancellationToken cancellation) =>
        storage.Inbox.DeleteEntityAsync(failed.PartitionKey, Failed + failed.Key, ETag.All, cancellation);

    /// <summary>Rows of an official's messages, or of everybody's, newest first.</summary>
    public AsyncPageable<InboxRow> Rows(OfficeYear office, string? official, CancellationToken cancellation) =>
        storage.Inbox.UnderAsync<InboxRow>(Keys.Partition(office), ListOf(official), cancellation);

    /// <summary>So many rows after one, newest first.</summary>
    public async Task<IReadOnlyList<InboxRow>> RowsAfterAsync(
        OfficeYear office,
        string? official,
        string? after,
        int count,
        CancellationToken cancellation
    )
    {
        var list = ListOf(official);
        var (partition, begin, end) = (Keys.Partition(office), list + after, Keys.After(list));
        await foreach (
            var page in storage
                .Inbox.QueryAsync<InboxRow>(
                    TableClient.CreateQueryFilter(
                        $"PartitionKey eq {partition} and RowKey gt {begin} and RowKey lt {end}"
                    ),
                    maxPerPage: count,
                    cancellationToken: cancellation
                )
                .AsPages()
        )
        {
            return page.Values;
        }

        return [];
    }

    /// <summary>Rows of what was given up, newest first.</summary>
    public AsyncPageable<InboxRow> FailedRows(OfficeYear office, CancellationToken cancellation) =>
        storage.Inbox.UnderAsync<InboxRow>(Keys.Partition(office), Failed, cancellation);

    public async Task<InboxPage> ReadAsync(
        OfficeYear office,
        string official,
        string? from,
        int size,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(office, cancellation);
        await foreach (var page in Rows(office, official, cancellation).AsPages(from, Math.Clamp(size, 1, LargestPage)))
        {
            return new InboxPage([.. page.Values.Select(row => MessageOf(row, plan))], page.ContinuationToken);
        }

        return new InboxPage([], null);
    }

    /// <summary>What could not be delivered, newest first.</summary>
    public async Task<IReadOnlyList<FailedMessage>> FailedAsync(OfficeYear office, CancellationToken cancellation)
    {
        var failed = new List<FailedMessage>();
        await foreach (var row in FailedRows(office, cancellation))
        {
            failed.Add(
                new FailedMessage(
                    row.Recipient,
                    Enum.Parse<MessageKind>(row.Kind),
                    row.At,
                    row.GivenUpAt!.Value,
                    row.Failures,
                    row.LastError ?? ""
                )
            );
        }

        return failed;
    }

    private static InboxMessage MessageOf(InboxRow row, OfficePlan plan)
    {
        var facts = FactText.Read(row.Facts);
        var kind = Enum.Parse<MessageKind>(row.Kind);
        var text = MessageTexts.For(
            kind,
            new MessageFacts(
                new MessageRequest
                {
                    Kind = kind,
                    DedupeKey = row.DedupeKey,
                    At = row.At,
                    To = new Recipient(row.Recipient, "", ""),
                    Office = plan.Unit.ShortName,
                    Year = plan.Year,
                    Facts = facts,
                    Zone = plan.Zone,
                }
            )
        );
        string?[] paragraphs =
        [
            text.What,
            .. LetterStep.Of(facts).Select(step => "• " + step.Line()),
            text.Why,
            text.Note,
            text.Until,
            text.Otherwise,
        ];
        var state =
            row.SentAt is not null ? DeliveryState.Sent
            : row.GivenUpAt is not null ? DeliveryState.Failed
            : DeliveryState.Waiting;
        return new InboxMessage
        {
            Key = row.Key,
            Kind = kind,
            Title = text.Subject,
            Paragraphs = [.. paragraphs.OfType<string>()],
            At = row.At,
            State = state,
            Page = facts.GetValueOrDefault(Fact.Page),
        };
    }

    private static InboxRow Row(Subject subject, MessageRow row, MessageKind kind, string list) =>
        new()
        {
            PartitionKey = Keys.Partition(subject.Office),
            RowKey = list + KeyOf(row),
            Kind = kind.ToString(),
            Recipient = row.Recipient,
            DedupeKey = row.DedupeKey,
            Facts = row.Facts,
            At = row.At,
            SentAt = row.SentAt,
            GivenUpAt = row.GivenUpAt,
            Failures = row.Failures,
            LastError = row.LastError,
            NextTryAt = row.NextTryAt,
            IsObsolete = row.IsObsolete,
            Subject = subject.Dotted,
        };

    private static string KeyOf(MessageRow row) =>
        FormattableString.Invariant($"{DateTimeOffset.MaxValue.Ticks - row.At.UtcTicks:D19}|")
        + MessageKeys.Digest(row.DedupeKey)[..InboxRow.DigestLength];

    private static string ListOf(string? official) => official is null ? Everybody : Of(official);

    private static string Of(string official) => Keys.Join("to", official) + "|";
}

/// <summary>A message in an official's list. A merge leaves what it does not name, so a mark of reading stays.</summary>
internal sealed class InboxRow : Row
{
    internal const int DigestLength = 16;
    private const int KeyLength = 19 + 1 + DigestLength;

    /// <summary>The message's own key, the same in every list.</summary>
    [IgnoreDataMember]
    public string Key => RowKey[^KeyLength..];

    public string Kind { get; set; } = "";
    public string Recipient { get; set; } = "";
    public string DedupeKey { get; set; } = "";
    public string Facts { get; set; } = "{}";
    public DateTimeOffset At { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public DateTimeOffset? GivenUpAt { get; set; }
    public int Failures { get; set; }
    public string? LastError { get; set; }
    public DateTimeOffset? NextTryAt { get; set; }
    public bool IsObsolete { get; set; }

    /// <summary>Dotted: where the message's own row lies. Lines of earlier releases have none.</summary>
    public string? Subject { get; set; }
}
