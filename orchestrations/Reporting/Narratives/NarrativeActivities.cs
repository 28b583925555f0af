using Microsoft.Azure.Functions.Worker;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>Takes texts that were handed in over into the plan.</summary>
internal sealed class NarrativeActivities(BlobVault vault, NarrativeDesk desk)
{
    [Function(nameof(KeepNarrative))]
    public async Task<bool> KeepNarrative([ActivityTrigger] NarrativeAnswer input, CancellationToken cancellation)
    {
        var text = SakipJson.Read<NarrativeSubmission>(await vault.SnapshotAsync(input.BodyHash, cancellation));
        var result = await desk.KeepAsync(
            input.Report.Office,
            input.Section,
            text.Body,
            new Actor(input.By, ActorRole.Writer),
            $"Narasi {input.Section} disampaikan untuk laporan kinerja.",
            cancellation
        );
        // A figure may have gone since the text was checked; then the text stays out and the gate names what is missing.
        return result.Outcome is PlanChangeOutcome.Changed or PlanChangeOutcome.Unchanged;
    }
}
