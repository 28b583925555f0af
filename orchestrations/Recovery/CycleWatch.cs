using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Sakip.Audit;
using Sakip.Storage;

namespace Sakip.Recovery;

/// <summary>
/// Compares what the tables say with the instances that the engine has, through the durable client alone: it works on
/// whichever engine is behind it.
/// </summary>
internal sealed class CycleWatch(OfficeStorage storage, YearCarriers carriers, AuditBook audit, TimeProvider clock)
{
    /// <summary>How long something that should happen by itself may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public async Task<YearHealth> LookAsync(
        OfficeYearRow year,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var instances = new Dictionary<string, OrchestrationMetadata>(StringComparer.Ordinal);
        foreach (var prefix in YearInstances.Prefixes(year.Office))
        {
            await foreach (
                var instance in client
                    .GetAllInstancesAsync(
                        // Reading an instance with its inputs also returns its custom status.
                        new OrchestrationQuery { InstanceIdPrefix = prefix, FetchInputsAndOutputs = true }
                    )
                    .WithCancellation(cancellation)
            )
            {
                if (YearInstances.IsOf(instance.InstanceId, year.Office))
                    instances[instance.InstanceId] = instance;
            }
        }

        var troubles = new List<TroubleFound>();
        if (await carriers.OfAsync(year, cancellation) is { } carrier)
        {
            troubles.AddRange(Missing(carrier, instances));
            await OfStepsAsync(year, instances, troubles, cancellation);
        }

        if (await audit.RefusalAsync(year.Office, cancellation) is { } refused)
            troubles.Add(await OfChainAsync(year, refused, cancellation));
        troubles.AddRange(Failed(instances.Values));
        troubles.AddRange(HeldUp(instances.Values));
        var open = instances
            .Values.Where(instance => !instance.IsCompleted)
            .OrderBy(instance => instance.CreatedAt)
            .ThenBy(instance => instance.InstanceId, StringComparer.Ordinal)
            .Select(instance => new OpenInstance(
                instance.InstanceId,
                instance.Name,
                instance.RuntimeStatus.ToString(),
                instance.CreatedAt,
                instance.LastUpdatedAt
            ));
        return new YearHealth(
            year.Unit,
            year.Year,
            [.. open],
            [.. troubles.OrderBy(one => one.Kind).ThenBy(one => one.Instance, StringComparer.Ordinal)]
        );
    }

    /// <summary>Raises a decision's event again that its instance has not heard.</summary>
    public static Task TellAgainAsync(TroubleFound trouble, DurableTaskClient client, CancellationToken cancellation)
    {
        return YearInstances.StepOf(trouble.Instance) is var (_, step, attempt)
            ? client.TellAsync(
                trouble.Instance,
                InstanceIds.Decided(step, attempt),
                new Approvals.DecisionSignal(step, attempt),
                cancellation
            )
            : Task.CompletedTask;
    }

    /// <summary>Has an instance that waits for something to be mended try again.</summary>
    public static Task TellMendedAsync(
        TroubleFound trouble,
        string by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        return trouble is { Kind: Trouble.NeedsMending, Standing: { } standing }
            ? client.TellAsync(
                trouble.Instance,
                InstanceIds.Mended(standing.Number),
                new MendedSignal(by),
                cancellation
            )
            : Task.CompletedTask;
    }

    /// <summary>How much waits for people, and for how long something has not been told.</summary>
    public async Task<YearLoad> LoadAsync(OfficeYearRow year, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Partition(year.Office)}");
        var (open, overdue, oldest) = (0, 0, now);
        await foreach (var waiting in storage.Waiting.QueryAsync<WaitingRow>(filter, cancellationToken: cancellation))
        {
            open++;
            if (waiting.DueAt < now)
                overdue++;
        }

        await foreach (var intent in storage.Intents.QueryAsync<IntentRow>(filter, cancellationToken: cancellation))
        {
            if (!intent.Dispatched && intent.At < oldest)
                oldest = intent.At;
        }

        return new YearLoad(open, overdue, now - oldest);
    }

    private IEnumerable<TroubleFound> Missing(YearCarrier carrier, Dictionary<string, OrchestrationMetadata> instances)
    {
        // The row is written before its instance starts.
        if (instances.ContainsKey(carrier.Instance) || carrier.Since >= clock.GetUtcNow() - Patience)
            yield break;
        var kind = carrier.Correction is null ? Trouble.CycleMissing : Trouble.CorrectionMissing;
        yield return new TroubleFound(kind, carrier.Instance, carrier.Since);
    }

    private static IEnumerable<TroubleFound> Failed(IEnumerable<OrchestrationMetadata> instances) =>
        from instance in instances
        where instance.RuntimeStatus is OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated
        select new TroubleFound(Trouble.InstanceFailed, instance.InstanceId, instance.LastUpdatedAt);

    // It stands still since the oldest of what waits to be put on it.
    private async Task<TroubleFound> OfChainAsync(
        OfficeYearRow year,
        AuditRefusedException refused,
        CancellationToken cancellation
    )
    {
        var since = clock.GetUtcNow();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Partition(year.Office)}");
        await foreach (var intent in storage.Intents.QueryAsync<IntentRow>(filter, cancellationToken: cancellation))
        {
            if (intent.At < since)
                since = intent.At;
        }

        return new TroubleFound(
            Trouble.AuditRefused,
            InstanceIds.Cycle(year.Office),
            since,
            new Standing(
                Standing.ForMending,
                since,
                refused.Flaw.ToString(),
                Detail: FormattableString.Invariant($"{refused.Sequence}")
            )
        );
    }

    private IEnumerable<TroubleFound> HeldUp(IEnumerable<OrchestrationMetadata> instances)
    {
        foreach (var instance in instances.Where(one => !one.IsCompleted))
        {
            if (Standing.Read(instance.SerializedCustomStatus) is not { } standing)
                continue;
            if (standing.Waits == Standing.ForMending)
                yield return new TroubleFound(Trouble.NeedsMending, instance.InstanceId, standing.Since, standing);
            else if (standing.Since < clock.GetUtcNow() - OutageWaits.UntilAlert)
                yield return new TroubleFound(Trouble.StorageAway, instance.InstanceId, standing.Since, standing);
        }
    }

    private async Task OfStepsAsync(
        OfficeYearRow year,
        Dictionary<string, OrchestrationMetadata> instances,
        List<TroubleFound> troubles,
        CancellationToken cancellation
    )
    {
        var before = clock.GetUtcNow() - Patience;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Partition(year.Office)}");
        await foreach (var waiting in storage.Waiting.QueryAsync<WaitingRow>(filter, cancellationToken: cancellation))
        {
            if (Subject.Parse(waiting.Subject) is not { } subject)
                continue;
            var id = InstanceIds.Approval(subject, waiting.Step, waiting.Attempt);
            var isRunning = instances.TryGetValue(id, out var instance) && !instance.IsCompleted;
            if (!isRunning && waiting.Since < before)
                troubles.Add(new TroubleFound(Trouble.StepWithoutInstance, id, waiting.Since));
            else if (isRunning && waiting.ClosesAt < before)
                troubles.Add(new TroubleFound(Trouble.DeadlineMissed, id, waiting.ClosesAt));
        }

        foreach (
            var id in instances
                .Where(one => !one.Value.IsCompleted && one.Key.StartsWith("approval:", StringComparison.Ordinal))
                .Select(one => one.Key)
        )
        {
            if (await ClaimAsync(id, cancellation) is { } claim && claim.At < before)
                troubles.Add(new TroubleFound(Trouble.DecisionNotHeard, id, claim.At));
        }
    }

    private async Task<ClaimRow?> ClaimAsync(string instance, CancellationToken cancellation) =>
        YearInstances.StepOf(instance) is var (subject, step, attempt)
            ? await storage.Subjects.FindAsync<ClaimRow>(
                Keys.Partition(subject),
                RowKeys.Claim(step, attempt),
                cancellation
            )
            : null;
}
