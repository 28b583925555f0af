using Grpc.Core;
using Microsoft.DurableTask.Client;

namespace Sakip.Storage;

/// <summary>
/// Calls of instances that may have ended, or may not have begun, by the time the call arrives. The host refuses such a
/// call; to the app it is nothing, because the tables say what holds and whoever sweeps them looks again.
/// </summary>
internal static class InstanceCalls
{
    /// <summary>Raises an event. Who has ended, or never was, hears nothing.</summary>
    public static async Task TellAsync(
        this DurableTaskClient client,
        string instance,
        string name,
        object signal,
        CancellationToken cancellation
    )
    {
        try
        {
            await client.RaiseEventAsync(instance, name, signal, cancellation);
        }
        catch (RpcException refused) when (IsGone(refused)) { }
    }

    /// <summary>Ends an instance, unless it has ended by itself.</summary>
    public static async Task EndAsync(
        this DurableTaskClient client,
        string instance,
        string reason,
        CancellationToken cancellation
    )
    {
        try
        {
            await client.TerminateInstanceAsync(instance, (object?)reason, cancellation);
        }
        catch (RpcException refused) when (IsGone(refused)) { }
    }

    /// <summary>Removes an instance that has ended. One that was started anew in between is left to run.</summary>
    public static async Task RemoveAsync(this DurableTaskClient client, string instance, CancellationToken cancellation)
    {
        try
        {
            await client.PurgeInstanceAsync(instance, cancellation);
        }
        catch (RpcException refused) when (IsGone(refused)) { }
    }

    private static bool IsGone(RpcException refused) =>
        refused.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition;
}
