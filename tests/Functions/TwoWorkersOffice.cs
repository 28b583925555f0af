using Sakip.Rehearsal.Generated;

namespace Sakip.Tests.Functions;

/// <summary>
/// A large office whose app runs in two processes under one host, as Azure runs it, on the machine's clock and with the
/// limits of production.
/// </summary>
public sealed class TwoWorkersOffice() : RunningOffice(SubUnits)
{
    internal const int SubUnits = 200;

    protected override int Workers => 2;

    protected override bool IsLimited => true;

    /// <summary>Time passes by itself: another call of the app is a turn.</summary>
    internal override async Task SettleAsync()
    {
        using var live = await Http.GetAsync(new Uri("health/live", UriKind.Relative), Cancellation);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var plan = await File.ReadAllTextAsync(Path.Combine(Options.Given, "plan.json"), Cancellation);
        using var content = new StringContent(plan, System.Text.Encoding.UTF8, "application/json");
        var (started, said) = await JsonAsync(HttpMethod.Post, $"api/offices/{GeneratedOffice.Unit}/2024", content);
        Assert.True(started == 201, $"{said}");
    }
}
