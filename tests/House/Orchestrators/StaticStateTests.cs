namespace Sakip.Tests.House.Orchestrators;

public sealed class StaticStateTests
{
    [Fact]
    public void No_orchestrator_has_or_uses_state_that_outlives_its_turn()
    {
        var sources = Repository.Sources("orchestrations").Select(file => (file, File.ReadAllText(file))).ToArray();

        Assert.Contains(sources, one => one.file.EndsWith(".orchestrator.cs", StringComparison.Ordinal));
        Assert.Equal("", string.Join('\n', Found(sources)));
    }

    [Theory]
    [InlineData("static int count;", "0")]
    [InlineData("static readonly Dictionary<string, int> Seen = [];", "0")]
    [InlineData("static int Count { get; set; }", "0")]
    [InlineData("static DateTime Now => DateTime.UtcNow;", "0")]
    [InlineData("", "Kept.Count")]
    [InlineData("", "Kept.Total")]
    [InlineData("", "Kept.Names.Count")]
    [InlineData("", "Kept.Numbers.Length")]
    public void State_is_found_where_it_is_declared_and_where_it_is_used(string member, string value) =>
        Assert.NotEmpty(Found(Sources(member, value)));

    [Theory]
    [InlineData("const int First = 1;", "First")]
    [InlineData("", "Kept.Limit.Hours")]
    [InlineData("", "Kept.Fixed.Count")]
    public void What_never_changes_is_free(string member, string value) => Assert.Empty(Found(Sources(member, value)));

    private static (string, string)[] Sources(string member, string value) =>
        [
            ("Trial.orchestrator.cs", $"static class Trial {{ {member} static int Run() => {value}; }}"),
            (
                "Kept.cs",
                """
                static class Kept
                {
                    public static int Count;
                    public static int Total { get; set; }
                    public static readonly List<string> Names = [];
                    public static readonly int[] Numbers = [1];
                    public static readonly TimeSpan Limit = TimeSpan.FromHours(1);
                    public static IReadOnlyList<int> Fixed { get; } = [1];
                }
                """
            ),
        ];

    private static IReadOnlyList<string> Found((string, string)[] sources) =>
        StaticState.In(sources, TestContext.Current.CancellationToken);
}
