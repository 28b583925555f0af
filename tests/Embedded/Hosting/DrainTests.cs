using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Sakip.Tests.Embedded.Hosting;

public sealed class DrainTests
{
    [Fact]
    public async Task A_request_that_was_begun_is_answered_though_the_host_was_told_to_stop()
    {
        var desk = new Desk();
        var world = await World.Of(typeof(Slow)).With(builder => builder.Services.AddSingleton(desk)).StartAsync();
        var answer = world.GetAsync("/slow");
        await desk.Begun.Task.WaitAsync(TestContext.Current.CancellationToken);

        var stopped = world.StopAsync();
        desk.MayEnd.SetResult();

        Assert.Equal((200, "told to end: False"), await answer);
        await stopped;
        await world.DisposeAsync();
    }

    public sealed class Desk
    {
        public TaskCompletionSource Begun { get; } = new();

        public TaskCompletionSource MayEnd { get; } = new();
    }

    public sealed class Slow(Desk desk)
    {
        [Function("Slow")]
        public async Task<string> Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken ending)
        {
            desk.Begun.SetResult();
            await desk.MayEnd.Task;
            return $"told to end: {ending.IsCancellationRequested}";
        }
    }
}
