using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Moq;
using Sakip.Functions.Hosting;

namespace Sakip.Tests.House.Azure;

public sealed class TimerLogTests
{
    private readonly Mock<ILogger<TimerLog>> _log = new();

    public TimerLogTests() => _log.Setup(log => log.IsEnabled(It.IsAny<LogLevel>())).Returns(true);

    [Theory]
    [InlineData("timerTrigger", 1)]
    [InlineData("httpTrigger", 0)]
    public async Task A_timer_function_that_finished_is_logged(string trigger, int times)
    {
        await new TimerLog(_log.Object).Invoke(ContextOf(trigger), _ => Task.CompletedTask);

        Logged(Times.Exactly(times));
    }

    [Fact]
    public async Task A_timer_function_that_failed_is_not()
    {
        var failing = new TimerLog(_log.Object).Invoke(ContextOf("timerTrigger"), _ => throw new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() => failing);
        Logged(Times.Never());
    }

    private void Logged(Times times) =>
        _log.Verify(
            log =>
                log.Log(
                    LogLevel.Information,
                    It.Is<EventId>(id => id.Id == 9002),
                    It.IsAny<It.IsAnyType>(),
                    null,
                    It.IsAny<Func<It.IsAnyType, Exception?, string>>()
                ),
            times
        );

    private static FunctionContext ContextOf(string trigger)
    {
        var binding = Mock.Of<BindingMetadata>(one => one.Type == trigger);
        var bindings = ImmutableDictionary<string, BindingMetadata>.Empty.Add("trigger", binding);
        var definition = Mock.Of<FunctionDefinition>(one => one.InputBindings == bindings && one.Name == "Uji");
        return Mock.Of<FunctionContext>(one => one.FunctionDefinition == definition);
    }
}
