namespace Sakip.Host.Start;

/// <summary>Hears when the app in this process builds its host, and puts in what that has to do with this one: the host
/// before its services and after them, the virtual clock, and that a signal is the host's to answer.</summary>
/// <param name="host">Is started before every service of the app and stopped after them.</param>
internal sealed class AppHooks(IHostedService host, TimeProvider? clock, Action<IServiceCollection>? alter)
    : IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>,
        IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];
    private IHostApplicationLifetime? _app;

    public void Begin() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilding", Value: IHostBuilder builder })
            builder.ConfigureServices(Put);
    }

    public void OnCompleted() => Dispose();

    public void OnError(Exception error) => Dispose();

    /// <summary>Tells the app of this host from any other in the process.</summary>
    public string WorkerId { get; } = $"{Guid.NewGuid()}";

    /// <summary>Ends the app without a word to the host.</summary>
    public void EndApp() => _app?.StopApplication();

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private void Put(HostBuilderContext context, IServiceCollection services)
    {
        if (context.Configuration["Functions:Worker:WorkerId"] != WorkerId)
            return;
        services.Insert(0, ServiceDescriptor.Singleton(host));
        services.AddSingleton<IHostLifetime>(provider =>
        {
            _app = provider.GetRequiredService<IHostApplicationLifetime>();
            return new DrainedLifetime();
        });
        // Its functions are cut off by then, and one deaf to its end would hold the app for half a minute. A web server
        // takes another second to break off what still runs there, the app's and the host's own.
        services.PostConfigure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        if (clock is not null)
            services.AddSingleton(clock);
        alter?.Invoke(services);
    }

    // The console's lifetime would end the app at a signal, while the host still has invocations there.
    private sealed class DrainedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
