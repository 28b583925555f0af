namespace Sakip.Host.Functions;

/// <summary>The functions of the app that are not disabled, checked.</summary>
internal sealed class FunctionTable
{
    /// <exception cref="StartupRefusedException">Something in them would break the app.</exception>
    public FunctionTable(IEnumerable<RpcFunctionMetadata> found, HostSettings settings)
    {
        var problems = new List<string>();
        var enabled = found.Where(metadata => !IsDisabled(settings.Configuration, metadata.Name));
        All = [.. enabled.Select(metadata => Function.Read(metadata, problems)).OfType<Function>()];
        var names = All.CountBy(function => function.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, count) in names.Where(name => name.Value > 1))
            problems.Add($"The function name '{name}' is used {count} times: give each its own.");
        const string Remedy =
            "outside host.json, where the app does not read it: change extensions.http.routePrefix there.";
        if (settings.OverriddenPrefix is { } prefix)
            problems.Add($"The route prefix is set to '{prefix}' {Remedy}");
        Routes = FunctionRoutes.Of(All.Where(function => function.IsHttp), settings.RoutePrefix, problems);
        Timers =
        [
            .. from function in All.Where(function => function.IsTimer)
            let schedule = TimerSchedule.Read(function, settings.Configuration, problems)
            where schedule is not null
            select (function, schedule),
        ];
        if (problems.Count > 0)
            throw new StartupRefusedException(problems);
    }

    public ImmutableArray<Function> All { get; }

    public EndpointDataSource Routes { get; }

    public ImmutableArray<(Function Function, TimerSchedule Schedule)> Timers { get; }

    public DurableFunctions Durable(IFunctionRunner runner) =>
        new(runner, Names(function => function.IsOrchestrator), Names(function => function.IsActivity));

    public async Task LoadAsync(Worker worker)
    {
        const string NoWeb =
            "The app has HTTP functions, but its Program.cs does not call ConfigureFunctionsWebApplication().";
        if (worker.HttpAddress is null && All.Any(function => function.IsHttp))
            throw new StartupRefusedException(NoWeb);
        var loads = All.Select(async function => (function.Name, Reason: await worker.LoadAsync(function.Metadata)));
        var failures = (await Task.WhenAll(loads))
            .Where(load => load.Reason is not null)
            .Select(load => $"Function '{load.Name}' cannot be loaded: {load.Reason}");
        if (failures.Any())
            throw new StartupRefusedException([.. failures]);
    }

    private HashSet<string> Names(Func<Function, bool> kind) =>
        All.Where(kind).Select(function => function.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static bool IsDisabled(IConfiguration configuration, string function) =>
        configuration.GetValue($"AzureWebJobs:{function}:Disabled", false)
        || configuration.GetValue($"AzureWebJobs.{function}.Disabled", false);
}
