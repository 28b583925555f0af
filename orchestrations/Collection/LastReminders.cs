using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>When the bearers of a quarter's steps were last reminded, as their letters say.</summary>
internal static class LastReminders
{
    // What is sent to remind stands in two ranges of keys: the kind begins a letter's key.
    private static readonly (MessageKind First, MessageKind Last)[] Ranges =
    [
        (MessageKind.ApprovalOverdue, MessageKind.ApprovalReminder),
        (MessageKind.QuarterLate, MessageKind.QuarterReminder),
    ];

    /// <returns>By the partition of the report, the step and its attempt.</returns>
    public static async Task<
        IReadOnlyDictionary<(string Partition, string Step, int Attempt), DateTimeOffset>
    > LastRemindedAsync(this OfficeStorage storage, OfficeYear office, Quarter quarter, CancellationToken cancellation)
    {
        var last = new Dictionary<(string, string, int), DateTimeOffset>();
        var reports = Keys.Partitions(office, SubUnitReportSubject.Name, quarter.Code() + ":");
        foreach (var (from, to) in Ranges)
        {
            var (begin, end) = ($"{RowKeys.MessagePrefix}{from}:", Keys.After($"{RowKeys.MessagePrefix}{to}:"));
            await foreach (
                var row in storage.Subjects.QueryAsync<MessageRow>(
                    TableClient.CreateQueryFilter(
                        $"PartitionKey ge {reports} and PartitionKey lt {Keys.After(reports)} and RowKey ge {begin} and RowKey lt {end}"
                    ),
                    cancellationToken: cancellation
                )
            )
            {
                if (row.LinkStep is not { } step || row.Kind == nameof(MessageKind.QuarterOpened))
                    continue;
                var key = (row.PartitionKey, step, row.LinkAttempt);
                if (!last.TryGetValue(key, out var known) || known < row.At)
                    last[key] = row.At;
            }
        }

        return last;
    }
}
