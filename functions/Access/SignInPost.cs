using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sakip.Access;
using Sakip.Kernel;
using Sakip.Notifications;

namespace Sakip.Functions.Access;

/// <summary>
/// Sends sign-in codes behind the answer, so that the answer's time does not tell who has an account. What a crash cuts
/// off is asked for again by whoever waits for it: a code is stored nowhere.
/// </summary>
internal sealed partial class SignInPost(
    IMessageTransport transport,
    IOptions<AccessOptions> options,
    ILogger<SignInPost> log
) : BackgroundService
{
    /// <param name="Until">When the code expires, on the machine's clock: nobody waits for it any longer.</param>
    private sealed record WaitingLetter(ComposedMessage Message, DateTimeOffset Until);

    private const int Waiting = 1000;
    private const int AtOnce = 32;

    private readonly Channel<WaitingLetter> _letters = Channel.CreateBounded<WaitingLetter>(Waiting);

    public bool HasRoom => _letters.Reader.Count < Waiting;

    /// <summary>Takes a letter; false when too many wait already.</summary>
    public bool TrySend(ComposedMessage letter) =>
        _letters.Writer.TryWrite(
            new WaitingLetter(letter, TimeProvider.System.GetUtcNow() + options.Value.CodeLifetime)
        );

    // All codes live equally long, so the first to come is the first to expire. Many go out at once: a server that takes
    // half a minute for each still serves two hundred people within the life of their codes.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(
            _letters.Reader.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
            async (letter, cancellation) => await DeliverAsync(letter, cancellation)
        );

    private async Task DeliverAsync(WaitingLetter letter, CancellationToken cancellation)
    {
        for (var failures = 1; ; failures++)
        {
            var now = TimeProvider.System.GetUtcNow();
            if (now >= letter.Until)
                return;
            try
            {
                await transport.SendAsync(letter.Message, cancellation);
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(letter.Message.MessageId, failure);
                var fault = (failure as MessageDeliveryException)?.Fault ?? DeliveryFault.Temporary;
                if (DeliveryPolicy.Code.NextTry(failures, fault, now) is not { } next)
                    return;
                await Task.Delay(next - now, TimeProvider.System, cancellation);
            }
        }
    }

    [LoggerMessage(EventIds.SignInLetterFailed, LogLevel.Error, "Sign-in letter {MessageId} could not be sent.")]
    private partial void LogFailed(string messageId, Exception failure);
}
