using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using Sakip.Access;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Recovery;

/// <summary>Removes what has been kept long enough, class by class. It can be run at any time and as often as wanted.</summary>
internal sealed class RetentionSweep(OfficeStorage storage, TimeProvider clock, IOptions<RetentionOptions> options)
{
    private static readonly TimeSpan RateLifetime = TimeSpan.FromDays(2);

    /// <summary>What is past its end.</summary>
    /// <param name="client">Null where no engine is at hand: histories are then left out.</param>
    /// <param name="isApplied">False only counts.</param>
    public async Task<IReadOnlyList<RetentionLine>> RunAsync(
        DurableTaskClient? client,
        bool isApplied,
        CancellationToken cancellation
    )
    {
        var (answers, uploads) = await RequestsAsync(isApplied, cancellation);
        var lines = new List<RetentionLine>
        {
            new(DataClass.Access, await AccessAsync(isApplied, cancellation)),
            new(DataClass.Answers, answers),
            new(DataClass.Uploads, uploads),
            new(DataClass.Deliveries, await DeliveriesAsync(isApplied, cancellation)),
        };
        var (links, drafts, errors, evidence, instances) = (0, 0, 0, 0, 0);
        foreach (var year in await ClosedAsync(cancellation))
        {
            if (IsOver(year, options.Value.LinkDays))
            {
                var found = await SubjectsAsync(year, isApplied, cancellation);
                (links, drafts, errors) = (links + found.Links, drafts + found.Drafts, errors + found.Errors);
            }

            if (options.Value.EvidenceDays > 0 && IsOver(year, options.Value.EvidenceDays))
                evidence += await EvidenceAsync(year, isApplied, cancellation);
            if (client is not null && IsOver(year, options.Value.InstanceDays))
                instances += await InstancesAsync(year, client, isApplied, cancellation);
        }

        lines.Add(new(DataClass.Links, links));
        lines.Add(new(DataClass.Drafts, drafts));
        lines.Add(new(DataClass.MessageErrors, errors));
        lines.Add(new(DataClass.Evidence, evidence));
        if (client is not null)
            lines.Add(new(DataClass.Instances, instances));
        return lines;
    }

    // The report of a year is due by the end of March; from then on a closed year is the archive's.
    private bool IsOver(OfficeYearRow year, int days) =>
        new DateTimeOffset(year.Year + 1, 4, 1, 0, 0, 0, TimeSpan.Zero).AddDays(days) < clock.GetUtcNow();

    private async Task<IReadOnlyList<OfficeYearRow>> ClosedAsync(CancellationToken cancellation)
    {
        var years = new List<OfficeYearRow>();
        await foreach (
            var year in storage.Years.QueryAsync<OfficeYearRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {OfficeYearRow.Partition} and State eq {nameof(OfficeYearState.Closed)}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            years.Add(year);
        }

        return years;
    }

    private async Task<int> AccessAsync(bool isApplied, CancellationToken cancellation)
    {
        // Browsers' sessions run on the system clock, also where the office's clock is a virtual one: both must have passed.
        var now = clock.GetUtcNow();
        if (TimeProvider.System.GetUtcNow() is var here && here < now)
            now = here;
        var count = 0;
        await foreach (var row in storage.Access.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            var end =
                row.GetDateTimeOffset(nameof(SessionRow.ExpiresAt))
                ?? row.GetDateTimeOffset(nameof(RateRow.From)) + RateLifetime;
            if (end > now || end is null)
                continue;
            count++;
            if (isApplied)
                await storage.Access.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }

        return count;
    }

    // Kept answers and uploaded files lie in one table: what is over of both is one question.
    private async Task<(int Answers, int Uploads)> RequestsAsync(bool isApplied, CancellationToken cancellation)
    {
        var (now, answers, uploads) = (clock.GetUtcNow(), 0, new List<UploadRow>());
        await foreach (
            var row in storage.Requests.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"Until lt {now} or KeptUntil lt {now}"),
                select: ["PartitionKey", "RowKey", nameof(UploadRow.Hash)],
                cancellationToken: cancellation
            )
        )
        {
            if (row.PartitionKey == UploadRow.Partition)
            {
                uploads.Add(SubjectRows.As<UploadRow>(row));
                continue;
            }

            answers++;
            if (isApplied)
                await storage.Requests.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }

        return (answers, await new Uploads(storage, clock).EndAsync(uploads, isApplied, cancellation));
    }

    private async Task<int> DeliveriesAsync(bool isApplied, CancellationToken cancellation)
    {
        var (count, end) = (0, clock.GetUtcNow().AddDays(-options.Value.DeliveryDays));
        await foreach (
            var row in storage.Webhooks.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey ge {"delivery|"} and PartitionKey lt {Keys.After("delivery|")} and At lt {end}"
                ),
                select: ["PartitionKey", "RowKey"],
                cancellationToken: cancellation
            )
        )
        {
            count++;
            if (isApplied)
                await storage.Webhooks.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }

        return count;
    }

    private async Task<(int Links, int Drafts, int Errors)> SubjectsAsync(
        OfficeYearRow year,
        bool isApplied,
        CancellationToken cancellation
    )
    {
        var (links, drafts, errors) = (0, 0, 0);
        foreach (var row in await new YearRows(storage, year.Office).ReadAsync(storage.Subjects, cancellation))
        {
            var kind = row.RowKey.Split('|')[0];
            if (kind == "draft")
            {
                drafts++;
                if (isApplied)
                    await storage.Subjects.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
            }
            else if (kind == "approval" && (row.ContainsKey("Nonce") || row.ContainsKey("CodeHash")))
            {
                links++;
                if (isApplied)
                    await WithoutAsync(row, cancellation, "Nonce", "CodeHash", "CodeExpiresAt");
            }
            else if (kind == "message" && row.ContainsKey("LastError"))
            {
                errors++;
                if (isApplied)
                    await WithoutAsync(row, cancellation, "LastError");
            }
        }

        return (links, drafts, errors);
    }

    private Task<Response> WithoutAsync(TableEntity row, CancellationToken cancellation, params string[] columns)
    {
        foreach (var column in columns)
            row.Remove(column);
        return storage.Subjects.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
    }

    private async Task<int> EvidenceAsync(OfficeYearRow year, bool isApplied, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (
            var blob in storage.Evidence.GetBlobsAsync(
                BlobTraits.None,
                BlobStates.None,
                FormattableString.Invariant($"{year.Unit}/{year.Year}/"),
                cancellation
            )
        )
        {
            count++;
            if (isApplied)
                await storage.Evidence.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
        }

        return count;
    }

    private static async Task<int> InstancesAsync(
        OfficeYearRow year,
        DurableTaskClient client,
        bool isApplied,
        CancellationToken cancellation
    )
    {
        var finished = new List<string>();
        foreach (var prefix in YearInstances.PrefixesWithNews(year.Office))
        {
            await foreach (
                var instance in client
                    .GetAllInstancesAsync(new OrchestrationQuery { InstanceIdPrefix = prefix })
                    .WithCancellation(cancellation)
            )
            {
                if (instance.IsCompleted && YearInstances.IsOf(instance.InstanceId, year.Office))
                    finished.Add(instance.InstanceId);
            }
        }

        if (!isApplied)
            return finished.Count;
        foreach (var instance in finished)
            await client.RemoveAsync(instance, cancellation);
        return finished.Count;
    }
}
