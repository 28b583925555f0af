using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sakip.Access;
using Sakip.Functions.Access;
using Sakip.Notifications;

namespace Sakip.Tests.Functions.Access;

/// <summary>Sign-in letters against a mail server that takes its time for each.</summary>
public sealed class SignInPostTests
{
    private const int AtOnce = 32;

    [Fact]
    public async Task A_slow_server_gets_thirty_two_letters_at_once_and_all_go_out()
    {
        var server = new SlowServer();
        using var post = Post(server, TimeSpan.FromMinutes(10));
        var letters = Enumerable.Range(0, 200).Select(Letter).ToArray();
        Assert.All(letters, letter => Assert.True(post.TrySend(letter)));
        await post.StartAsync(TestContext.Current.CancellationToken);

        // Only where so many are under way at once does this end.
        await server.HasAsync(AtOnce);
        server.Answer();
        await server.HasAsync(letters.Length);
        await post.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            letters.Select(letter => letter.MessageId).Order(StringComparer.Ordinal),
            server.Taken.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_waited_behind_others_longer_than_its_code_lives_is_not_sent()
    {
        var life = TimeSpan.FromSeconds(0.3);
        var server = new SlowServer();
        using var post = Post(server, life);
        foreach (var number in Enumerable.Range(0, AtOnce + 8))
            post.TrySend(Letter(number));
        var until = TimeProvider.System.GetUtcNow() + life;
        await post.StartAsync(TestContext.Current.CancellationToken);
        await server.HasAsync(AtOnce);
        SpinWait.SpinUntil(() => TimeProvider.System.GetUtcNow() > until);
        // One that comes later finds its way past the dead ones.
        var late = Letter(99);
        post.TrySend(late);
        server.Answer();
        await server.HasAsync(AtOnce + 1);
        await post.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(AtOnce + 1, server.Taken.Count);
        Assert.Contains(late.MessageId, server.Taken);
    }

    private static SignInPost Post(SlowServer server, TimeSpan life) =>
        new(server, Options.Create(new AccessOptions { CodeLifetime = life }), NullLogger<SignInPost>.Instance);

    private static ComposedMessage Letter(int number) =>
        MessageComposer.Compose(
            new MessageRequest
            {
                Kind = MessageKind.SignInCode,
                DedupeKey = $"{MessageKind.SignInCode}:{number:D4}",
                At = TimeProvider.System.GetUtcNow(),
                To = new Recipient($"p{number}", "Orang", $"p{number}@contoh.example"),
                Office = "Kantor",
                Year = 2024,
                Facts = new Dictionary<Fact, string> { [Fact.Minutes] = "10" },
                Code = "123456",
            }
        );

    /// <summary>Answers nobody before it is told to.</summary>
    private sealed class SlowServer : IMessageTransport
    {
        private readonly TaskCompletionSource _answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Channel<bool> _came = Channel.CreateUnbounded<bool>();
        private int _seen;

        public ConcurrentQueue<string> Taken { get; } = [];

        public void Answer() => _answers.SetResult();

        /// <summary>Waits until so many letters have come in all.</summary>
        public async Task HasAsync(int letters)
        {
            for (; _seen < letters; _seen++)
                await _came.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }

        public async Task SendAsync(ComposedMessage message, CancellationToken cancellation)
        {
            Taken.Enqueue(message.MessageId);
            _came.Writer.TryWrite(true);
            await _answers.Task.WaitAsync(cancellation);
        }
    }
}
