using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sakip.Tests.House.Durable;

public sealed partial class InstanceCallTests
{
    /// <summary>The one file that makes these calls: it bears that an instance has ended, or never was.</summary>
    private const string Calls = "InstanceCalls.cs";

    [Fact]
    public void Instances_that_may_have_ended_are_called_in_one_way()
    {
        var found =
            from folder in new[] { "functions", "orchestrations" }
            from file in Repository.Sources(folder)
            where Path.GetFileName(file) != Calls
            from Match call in Refused().Matches(File.ReadAllText(file))
            select $"{Path.GetRelativePath(Repository.Root, file)}: {call.Value}";

        Assert.Empty(found);
    }

    [Fact]
    public void The_host_is_told_to_drop_events_of_ended_instances_silently()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "host.json")));
        var durable = host.RootElement.GetProperty("extensions").GetProperty("durableTask");

        Assert.False(durable.GetProperty("throwStatusExceptionsOnRaiseEvent").GetBoolean());
    }

    [GeneratedRegex(@"\.(RaiseEvent|(Terminate|Suspend|Resume|Purge)(All)?Instances?)Async\(")]
    private static partial Regex Refused();
}
