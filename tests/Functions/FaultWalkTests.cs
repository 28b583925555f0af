using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Faults;

namespace Sakip.Tests.Functions;

/// <summary>
/// Two sub-units from the plan to the first quarter's report, with every write of the engine and of the Azure clients
/// failing once before and once after its effect. The whole year is walked by <c>./run faults</c>.
/// </summary>
[Collection(InThisProcess.Name)]
public sealed class FaultWalkTests(ITestOutputHelper output) : IDisposable
{
    private const int SubUnits = 2;
    private const int FewestWrites = 300;

    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_office_whose_every_write_fails_on_both_sides_of_its_effect_ends_like_a_calm_one()
    {
        var told = new ToldTelemetry();
        var calm = await WalkAsync("calm", FaultPlan.Nothing(), told.Listen);
        var walked = await WalkAsync("walked", FaultPlan.EveryWrite());

        output.WriteLine($"{walked.Writes.Count} writes, {walked.Failures} failures, {walked.Hosts} hosts.");
        Assert.Empty(walked.Differences(calm));
        Assert.True(walked.Writes.Count >= FewestWrites, $"Only {walked.Writes.Count} writes failed.");
        var letters = walked.End.Where(line => line.StartsWith("pesan ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(letters);
        Assert.Equal(letters.Distinct(), letters);
        AssertPrivate(told, Path.Combine(_folder, "calm"));
    }

    // security.md 15: a whole signing is in the walk, with its letters, links and codes.
    private void AssertPrivate(ToldTelemetry told, string folder)
    {
        var letters = Directory
            .EnumerateFiles(folder, "*.eml", SearchOption.AllDirectories)
            .Select(file => MimeKit.MimeMessage.Load(file).TextBody ?? "")
            .ToArray();
        var tokens = letters
            .SelectMany(text => Regex.Matches(text, @"/tautan/(\S+)").Select(found => found.Groups[1].Value))
            .ToHashSet();
        var codes = letters
            .SelectMany(text => Regex.Matches(text, @"(?m)^\s*(\d{6})\s*$").Select(found => found.Groups[1].Value))
            .ToHashSet();
        output.WriteLine(
            $"{told.Texts.Count} texts of telemetry, {tokens.Count} links, {codes.Count} codes, {told.Metrics} metrics."
        );
        Assert.NotEmpty(tokens);
        Assert.NotEmpty(codes);
        Assert.Contains(told.Texts, text => text.StartsWith("http Link", StringComparison.Ordinal));
        Assert.Contains(told.Texts, text => text.Contains("{token}", StringComparison.Ordinal));
        Assert.True(told.Metrics > 0);
        Assert.DoesNotContain(told.Texts, text => tokens.Any(token => text.Contains(token, StringComparison.Ordinal)));
        Assert.DoesNotContain(told.Texts, codes.Contains);
        Assert.DoesNotContain(
            told.Texts,
            text => Regex.IsMatch(text, @"(?<![0-9A-Za-z.:+/=_-])\d{6}(?![0-9A-Za-z:+/=_-])")
        );
        Assert.DoesNotContain(told.Texts, text => text.Contains("@contoh.example", StringComparison.Ordinal));
        Assert.DoesNotContain(told.Texts, text => Regex.IsMatch(text, @"\?\S*="));
    }

    private Task<Walk> WalkAsync(string name, FaultPlan plan, Action<IServiceCollection>? alter = null) =>
        FaultWalk.RunAsync(
            Path.Combine(_folder, name),
            SubUnits,
            plan,
            TextWriter.Null,
            FaultWalk.FirstQuarterOver,
            TestContext.Current.CancellationToken,
            alter: alter
        );
}
