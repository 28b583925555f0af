namespace Sakip.Tests.House.Azure;

/// <summary>An operator reads one of the two runbooks: neither may lack what the other has.</summary>
public sealed class RunbookTests
{
    [Fact]
    public void Both_runbooks_have_the_same_chapters_commands_and_rows()
    {
        Assert.Equal(Shape("RUNBOOK.id.md"), Shape("RUNBOOK.en.md"));
    }

    [Theory]
    [InlineData("RUNBOOK.id.md")]
    [InlineData("RUNBOOK.en.md")]
    public void A_runbook_says_what_to_do_about_every_alert(string name)
    {
        var headings = Lines(name)
            .Where(line => line.StartsWith("### ", StringComparison.Ordinal))
            .SelectMany(line => line[4..].Split(", "))
            .ToHashSet();
        var prediction = Prediction.Reviewed("test");
        var alerts = prediction
            .Of("Microsoft.Insights/scheduledQueryRules")
            .Concat(prediction.Of("Microsoft.Insights/metricAlerts"))
            .Concat(prediction.Of("Microsoft.Insights/activityLogAlerts"))
            .Select(alert => string.Join('-', ((string)alert["name"]!).Split('-')[3..]));

        Assert.All(alerts, alert => Assert.Contains(alert, headings));
    }

    // What does not depend on the language: levels of headings, commands, rows of tables.
    private static string[] Shape(string name) =>
        [
            .. Lines(name)
                .Where(line => line.StartsWith('#') || line.StartsWith('|') || IsCommand(line))
                .Select(line => IsCommand(line) ? line : line.Split(' ')[0]),
        ];

    private static bool IsCommand(string line) => line.StartsWith("    ", StringComparison.Ordinal);

    private static string[] Lines(string name) => File.ReadAllLines(Path.Combine(Repository.InfraAzure, name));
}
