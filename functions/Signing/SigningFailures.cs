using Microsoft.Extensions.Logging;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Signing;

namespace Sakip.Functions.Signing;

/// <summary>A signature that failed, from a page or from a machine: logged, for the alert, and told to those concerned.</summary>
internal sealed partial class SigningFailures(ApprovalDesk desk, ILogger<SigningFailures> log)
{
    public Task TellAsync(OpenedLink link, SigningException failure, CancellationToken cancellation)
    {
        LogNotSigned(link.Subject.InstanceId, failure.GetType().Name);
        return desk.TellOfFailureAsync(link, failure, cancellation);
    }

    [LoggerMessage(EventIds.SigningFailed, LogLevel.Warning, "{Subject} was not signed: {Reason}.")]
    private partial void LogNotSigned(string subject, string reason);
}
