using System.Diagnostics;
using System.Net;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions;

/// <summary>Two processes of the app under one host, and many who come at once.</summary>
public sealed class TwoWorkersTests(TwoWorkersOffice office, ITestOutputHelper output) : IClassFixture<TwoWorkersOffice>
{
    private const int AtOnce = 16;

    private static ParallelOptions Crowd =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = RunningOffice.Cancellation };

    [Fact]
    public async Task Two_hundred_behind_one_address_get_in_within_a_minute_and_a_mailboxs_limit_is_counted_once()
    {
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, TwoWorkersOffice.SubUnits),
            Crowd,
            async (number, _) =>
            {
                using var person = await Person.SignedInAsync(office, $"o{number:D4}@gladi.example");
                using var page = await person.GetAsync("kantor");
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            }
        );
        var took = watch.Elapsed;
        using var browser = new Person(office);
        using var first = await browser.AskAsync("k0001@gladi.example");
        var asked = await Task.WhenAll(Enumerable.Range(0, 11).Select(_ => browser.AskAsync("k0001@gladi.example")));

        output.WriteLine($"{TwoWorkersOffice.SubUnits} signed in within {took.TotalSeconds:0.0} s.");
        Assert.True(took < TimeSpan.FromMinutes(1), $"{took}");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(4, asked.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(7, asked.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
    }
}
