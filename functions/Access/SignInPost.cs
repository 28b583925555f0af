using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sakip.Notifications;

namespace Sakip.Functions.Access;

/// <summary>
/// Sends sign-in codes behind the answer, so that the answer's time does not tell who has an account. What a crash cuts
/// off is asked for again by whoever waits for it: a code is stored nowhere.
/// </summary>
public sealed partial class SignInPost(IMessageTransport transport, ILogger<SignInPost> log) : BackgroundService
{
    private const int Waiting = 1000;

    private readonly Channel<ComposedMessage> _letters = Channel.CreateBounded<ComposedMessage>(Waiting);

    public bool HasRoom => _letters.Reader.Count < Waiting;

    /// <summary>Takes a letter; false when too many wait already.</summary>
    public bool TrySend(ComposedMessage letter) => _letters.Writer.TryWrite(letter);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var letter in _letters.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await transport.SendAsync(letter, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(letter.MessageId, failure);
            }
        }
    }

    [LoggerMessage(4101, LogLevel.Error, "Sign-in letter {MessageId} could not be sent.")]
    private partial void LogFailed(string messageId, Exception failure);
}
