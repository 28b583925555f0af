namespace Sakip.Tests.Functions;

/// <summary>The operator's commands before they touch any data.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task A_command_that_is_called_wrongly_says_how_it_is_called()
    {
        var unknown = await OperatorCommand.RunAsync(key: null, "periksa");
        var twice = await OperatorCommand.RunAsync(key: null, "doctor", "--data", ".", "--data", ".");

        Assert.Equal((2, 2), (unknown.Code, twice.Code));
        Assert.Contains("doctor [--data FOLDER] [--purge-before TTTT-BB-HH]", unknown.Said, StringComparison.Ordinal);
        Assert.Contains("--data diberikan dua kali", twice.Said, StringComparison.Ordinal);
    }
}
