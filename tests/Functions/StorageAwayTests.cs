using System.Globalization;
using System.Text.RegularExpressions;
using Sakip.Faults;

namespace Sakip.Tests.Functions;

/// <summary>
/// Offices whose storage goes away in the midst of what they do: they go on by themselves, and nothing is lost or doubled.
/// </summary>
[Collection(InThisProcess.Name)]
public sealed partial class StorageAwayTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hours = TimeSpan.FromHours(6);
    private static readonly TimeSpan Days = TimeSpan.FromDays(5);

    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_year_outlasts_storage_that_is_away_at_signing_lock_and_assembly()
    {
        StorageOutages outages = new(
            new Cut(At("2024-01-02T01:00"), 10, Hours, Outage.LosesAnswers),
            new Cut(At("2024-01-03T01:00"), 3, Moment),
            new Cut(At("2024-04-03T01:00"), 5, Hours),
            new Cut(At("2024-10-02T01:00"), 1, Moment, Outage.LosesAnswers),
            new Cut(At("2025-01-07T01:00"), 20, Days),
            new Cut(At("2025-01-13T01:00"), 5, Hours)
        );

        var end = await PlayAsync(2, outages, until: null);

        Assert.Equal(6, outages.Begun);
        AssertOnce(end);
        (string Action, int Times)[] calm =
        [
            ("Signed", 3),
            ("Submitted", 37),
            ("Approved", 11),
            ("Verified", 8),
            ("Returned", 1),
            ("LockQuarter", 4),
            ("PublishReport", 1),
        ];
        Assert.All(calm, one => Assert.Equal(one.Times, Audited(end, one.Action)));
    }

    // Ends with the handing in: letters that would go out between 8 and 15 April wait for the end of Idulfitri, and a
    // quarter that was cut off before is evaluated on the 16th.
    [Fact]
    public async Task Two_hundred_open_reports_outlast_storage_that_is_away_at_opening_and_at_handing_in()
    {
        const int SubUnits = 200;
        StorageOutages outages = new(
            new Cut(At("2024-04-01T00:00"), 300, Hours),
            new Cut(At("2024-04-02T01:00"), 200, Moment, Outage.LosesAnswers)
        );

        var end = await PlayAsync(SubUnits, outages, At("2024-04-03T00:00"));

        Assert.Equal(2, outages.Begun);
        AssertOnce(end, isOver: false);
        Assert.Equal(SubUnits, Audited(end, "Submitted"));
    }

    private async Task<IReadOnlyList<string>> PlayAsync(int subUnits, StorageOutages outages, DateTimeOffset? until)
    {
        var walk = await FaultWalk.RunAsync(
            Path.Combine(_folder, "away"),
            subUnits,
            FaultPlan.Nothing(),
            TextWriter.Null,
            until,
            TestContext.Current.CancellationToken,
            outages,
            isEvaluated: until is null
        );
        output.WriteLine(
            $"{outages.Begun} outages, {outages.Unanswered} calls unanswered, {walk.Took.TotalSeconds:0} s."
        );
        return walk.End;
    }

    /// <summary>Every change is on the chain once, every letter went out once, and nothing is left to be finished.</summary>
    /// <param name="isOver">Whether a last sweep has come; before it, some changes still wait for the chain.</param>
    private static void AssertOnce(IReadOnlyList<string> end, bool isOver = true)
    {
        var changes = end.Count(line =>
            line.StartsWith("Subjects ", StringComparison.Ordinal) && line.Contains("Entry=", StringComparison.Ordinal)
        );
        var letters = end.Where(line => line.StartsWith("pesan ", StringComparison.Ordinal)).ToArray();

        var waiting = end.Count(line => line.StartsWith("Intents ", StringComparison.Ordinal));

        Assert.Equal(changes, waiting + end.Count(line => line.StartsWith("audit ", StringComparison.Ordinal)));
        Assert.True(waiting == 0 || !isOver, $"{waiting} changes were not finished.");
        Assert.DoesNotContain(end, line => line.Contains("Expired", StringComparison.Ordinal));
        Assert.NotEmpty(letters);
        Assert.Equal(letters.Length, letters.Select(letter => letter.Split(' ')[1]).Distinct().Count());
        var requests = letters.Where(letter => letter.Contains(" Mohon ", StringComparison.Ordinal));
        Assert.All(requests.GroupBy(letter => Who().Replace(letter, "")), request => Assert.Single(request));
    }

    private static int Audited(IEnumerable<string> end, string action) =>
        end.Count(line =>
            line.StartsWith("audit ", StringComparison.Ordinal)
            && line.Contains($"\"Action\":\"{action}\"", StringComparison.Ordinal)
        );

    // Number and instant go; addressee and subject stay.
    [GeneratedRegex(@"^pesan \S+ |\d{4}-\d\d-\d\dT\S+ ")]
    private static partial Regex Who();

    private static DateTimeOffset At(string instant) =>
        DateTimeOffset.Parse(instant + "Z", CultureInfo.InvariantCulture);
}
