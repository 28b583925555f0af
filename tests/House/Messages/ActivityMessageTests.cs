using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Hosting;
using Sakip.Storage;

namespace Sakip.Tests.House.Messages;

public sealed class ActivityMessageTests
{
    /// <summary>Longs that a double holds exactly (up to 2^53), by "Type.Member", with what bounds them.</summary>
    private static readonly Dictionary<string, string> BoundedLongs = new()
    {
        ["DeliveryRef.Sequence"] = "the number of an entry on a year's audit chain, which has thousands",
    };

    [Fact]
    public void No_figure_stands_in_what_an_activity_takes_or_gives()
    {
        var types = new MessageTypes(BoundedLongs);
        var messages = MessageTypes.Of(typeof(Dispatcher).Assembly, typeof(TimerLog).Assembly).ToList();

        Assert.True(messages.Count > 40, $"{messages.Count}");
        Assert.Empty(messages.SelectMany(one => types.Faults(one.Activity, one.Message)));
        Assert.Equal(BoundedLongs.Keys.Order(), types.Longs.Order());
    }

    [Theory]
    [InlineData(nameof(Wrong.Amount), "Amount.Lines[].Value: Decimal")]
    [InlineData(nameof(Wrong.Share), "Share: Double")]
    [InlineData(nameof(Wrong.Number), "Number: Int64 without a bound")]
    [InlineData(nameof(Wrong.Facts), "Facts[]: Object")]
    [InlineData(nameof(Wrong.Json), "Json: JsonElement")]
    [InlineData(nameof(Wrong.List), "List[]: Object")]
    public void A_figure_is_found_however_deep_it_lies(string activity, string fault)
    {
        var messages = MessageTypes.Of(typeof(Wrong).Assembly).Where(one => one.Activity == activity);

        Assert.Equal([fault], messages.SelectMany(one => new MessageTypes(BoundedLongs).Faults(activity, one.Message)));
    }

    private sealed record Bill(string Name, IReadOnlyList<Line> Lines);

    private sealed record Line(int Number, decimal? Value, Line? Next);

    private static class Wrong
    {
        public static void Amount([ActivityTrigger] Bill bill) => _ = bill;

        public static Task<double> Share([ActivityTrigger] string name) => Task.FromResult((double)name.Length);

        public static long Number([ActivityTrigger] int number) => number;

        public static void Facts([ActivityTrigger] Dictionary<string, object> facts) => _ = facts;

        public static Task<JsonElement> Json([ActivityTrigger] string name) => Task.FromResult(default(JsonElement));

        public static void List([ActivityTrigger] System.Collections.ArrayList list) => _ = list;
    }
}
