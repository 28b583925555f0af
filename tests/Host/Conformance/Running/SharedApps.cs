namespace Sakip.Tests.Host.Conformance.Running;

/// <summary>One app for many tests; the tests of a collection run one after the other.</summary>
public abstract class SharedApp : IAsyncLifetime
{
    internal RunningApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await RunningApp.StartAsync(Plan());

    public async ValueTask DisposeAsync()
    {
        if (App is not null)
            await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract AppPlan Plan();
}

/// <summary>On the machine's clock, with bodies of up to fifty million bytes.</summary>
public sealed class WebApp : SharedApp
{
    private protected override AppPlan Plan() => AppPlan.New().Set("BodyLimit", "50000000");
}

/// <summary>On a clock that stands until a test moves it.</summary>
public sealed class HeldApp : SharedApp
{
    private protected override AppPlan Plan() =>
        AppPlan.New().At("2024-01-02").Set("AzureWebJobsDisableHomepage", "true");
}

/// <summary>On a held clock, with a sweep at every midnight.</summary>
public sealed class SweptApp : SharedApp
{
    private protected override AppPlan Plan() => AppPlan.New().At("2024-01-02").Enable("Sweep");
}

[CollectionDefinition(Name)]
public sealed class OnTheWeb : ICollectionFixture<WebApp>
{
    public const string Name = "web";
}

[CollectionDefinition(Name)]
public sealed class OnAHeldClock : ICollectionFixture<HeldApp>
{
    public const string Name = "held clock";
}

[CollectionDefinition(Name)]
public sealed class OnASweptClock : ICollectionFixture<SweptApp>
{
    public const string Name = "swept clock";
}
