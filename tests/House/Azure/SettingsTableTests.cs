using System.Text.RegularExpressions;

namespace Sakip.Tests.House.Azure;

public sealed partial class SettingsTableTests
{
    [Fact]
    public async Task The_table_of_settings_names_what_the_template_sets_and_nothing_else()
    {
        var set = Prediction
            .Reviewed("test")
            .AppSettings.Keys.Union(Prediction.Reviewed("production").AppSettings.Keys)
            .Union((await Variants.WithEverything).AppSettings.Keys)
            .Union((await Variants.WithBsre).AppSettings.Keys)
            .Select(name => LinkKey().Replace(name, "Links__Keys__<id>"))
            .Select(name => Numbered().Replace(name, "$1__<n>$2"))
            .Select(name => Identity().Replace(name, "Signing__Bsre__Identities__<unit>__<official>"))
            .ToHashSet();

        Assert.Equal(set.Order(), Rows("## Settings of the app").Order());
    }

    [Theory]
    [InlineData("test")]
    [InlineData("production")]
    public void Every_schedule_is_six_fields_of_cron(string environment)
    {
        var settings = Prediction.Reviewed(environment).AppSettings;
        string[] schedules = ["ReminderSchedule", "WindowSchedule", "RecoverySchedule", "RetentionSchedule"];

        Assert.All(schedules, schedule => Assert.Equal(6, settings[schedule].Split(' ').Length));
    }

    [Fact]
    public void The_table_of_alerts_names_what_the_template_makes()
    {
        var prediction = Prediction.Reviewed("test");
        var made = prediction
            .Of("Microsoft.Insights/scheduledQueryRules")
            .Concat(prediction.Of("Microsoft.Insights/metricAlerts"))
            .Concat(prediction.Of("Microsoft.Insights/activityLogAlerts"))
            .Select(alert => AppName().Replace((string)alert["name"]!, ""));

        Assert.Equal(made.Order(), Rows("## Alerts").Order());
    }

    [Fact]
    public async Task The_table_of_secrets_names_what_the_settings_refer_to()
    {
        Prediction[] all =
        [
            Prediction.Reviewed("test"),
            Prediction.Reviewed("production"),
            await Variants.WithEverything,
            await Variants.WithBsre,
        ];
        var entries = all.SelectMany(prediction => prediction.VaultEntries)
            .Select(entry => KeyName().Replace(entry, "-$1-NAME"))
            .ToHashSet();

        Assert.Equal(entries.Order(), Rows("## Secrets").Order());
    }

    private static IEnumerable<string> Rows(string heading) =>
        File.ReadLines(Path.Combine(Repository.InfraAzure, "README.md"))
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => FirstCell().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^\| `([^`]+)`")]
    private static partial Regex FirstCell();

    [GeneratedRegex("^(.+)__[0-9]+(__[A-Za-z0-9]+)?$")]
    private static partial Regex Numbered();

    [GeneratedRegex("^Signing__Bsre__Identities__.+$")]
    private static partial Regex Identity();

    [GeneratedRegex("-(key|nik)-.+$")]
    private static partial Regex KeyName();

    [GeneratedRegex("^Links__Keys__.+")]
    private static partial Regex LinkKey();

    [GeneratedRegex("^sakip-test-[a-z0-9]{6}-")]
    private static partial Regex AppName();
}
