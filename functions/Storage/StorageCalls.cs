using Azure.Core;
using Azure.Core.Pipeline;
using Sakip.Functions.Hosting;

namespace Sakip.Functions.Storage;

/// <summary>Counts every call that goes to storage, each retry too: that is what is paid and limited.</summary>
internal sealed class StorageCalls(string service, SakipMeter meter) : HttpPipelineSynchronousPolicy
{
    public override void OnReceivedResponse(HttpMessage message) =>
        meter.StorageCall(service, message.Request.Method.Method, message.Response.Status);
}
