using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Reporting;

internal enum DocumentProgress
{
    Unknown,
    Running,
    Failed,
    Made,
}

internal sealed record DocumentStanding(DocumentProgress Progress, MadeDocument? Document = null);

/// <summary>Runs of documents on request: who asks for one that is being made joins it.</summary>
internal sealed class DocumentRuns(DocumentDesk desk)
{
    public async Task StartAsync(DocumentRequest request, DurableTaskClient client, CancellationToken cancellation)
    {
        var id = InstanceIds.Document(request.Kind.ToString(), request.DataHash);
        if (
            await desk.FindAsync(request.Kind, request.Office, request.DataHash, cancellation) is not null
            || await client.GetInstanceAsync(id, cancellation) is { IsCompleted: false }
        )
        {
            return;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                DocumentGeneration.V2,
                request,
                new StartOrchestrationOptions(id),
                cancellation
            );
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Somebody asked for the same at the same moment: this request joins theirs.
            if (await client.GetInstanceAsync(id, cancellation) is null)
                throw;
        }
    }

    public async Task<DocumentStanding> FindAsync(
        DocumentKind kind,
        OfficeYear office,
        string dataHash,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        // Read the instance first and the row second: in between it may finish, but not begin.
        var instance = await client.GetInstanceAsync(InstanceIds.Document(kind.ToString(), dataHash), cancellation);
        if (await desk.FindAsync(kind, office, dataHash, cancellation) is { } made)
            return new DocumentStanding(DocumentProgress.Made, made);
        return new DocumentStanding(
            instance switch
            {
                { IsCompleted: false } => DocumentProgress.Running,
                { RuntimeStatus: OrchestrationRuntimeStatus.Failed } => DocumentProgress.Failed,
                _ => DocumentProgress.Unknown,
            }
        );
    }
}
