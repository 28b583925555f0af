using System.Text.Json;
using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>An event that a change raises once it is committed: to whom, under which name, with what.</summary>
/// <param name="Payload">The event's own record; after a crash its JSON, as the change's row kept it.</param>
internal sealed record Signal(string Instance, string Event, object Payload)
{
    /// <summary>The signal that a committed change has kept; null where it raises none.</summary>
    /// <param name="trace">The change's trace: all that rows of releases without a kept payload say.</param>
    public static Signal? Of(ChangeRow row, string? trace) =>
        row is { EventInstance: { } instance, EventName: { } name }
            ? new Signal(
                instance,
                name,
                row.EventPayload is { } payload
                    ? SakipJson.Read<JsonElement>(payload)
                    : JsonSerializer.SerializeToElement(new { trace }, SakipJson.Options)
            )
            : null;
}
