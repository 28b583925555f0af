using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Says that an extension stands under the number in the event's name. Who hears it reads the row.</summary>
internal sealed record WindowExtendedSignal(int Number = 0);

/// <summary>Hears the extensions of a window, one number after the other. One waiter lives at a time.</summary>
internal sealed class ExtensionWaiter
{
    private readonly TaskOrchestrationContext _context;
    private readonly CancellationToken _over;

    /// <param name="heard">Number of extensions that were heard before.</param>
    public ExtensionWaiter(TaskOrchestrationContext context, int heard, CancellationToken over)
    {
        (_context, _over, Heard) = (context, over, heard);
        Next = Wait();
    }

    public int Heard { get; private set; }

    public Task Next { get; private set; }

    /// <summary>Takes the extension that has come and waits for the one after it; sends it on.</summary>
    public void Forward(params IEnumerable<string> instances)
    {
        Heard++;
        foreach (var instance in instances)
            _context.SendEvent(instance, InstanceIds.WindowExtended(Heard), new WindowExtendedSignal(Heard));
        Next = Wait();
    }

    private Task<WindowExtendedSignal> Wait() =>
        _context.WaitForExternalEvent<WindowExtendedSignal>(InstanceIds.WindowExtended(Heard + 1), _over);
}
