using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Starts a function on a schedule: five or six cron fields, a TimeSpan, or <c>%Setting%</c>; in UTC. A tick missed while
/// the host was down runs once at the next start.
/// </summary>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    public string Schedule { get; } = schedule;
}
