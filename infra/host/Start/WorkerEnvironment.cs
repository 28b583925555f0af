namespace Sakip.Host.Start;

internal static class WorkerEnvironment
{
    public static IEnumerable<(string Name, string Value)> Of(HostSettings settings, FunctionsHost host, string worker)
    {
        // What the host would not show need not be sent.
        var levels =
            from one in settings.LogLevels
            select ($"Logging__LogLevel__{(one.Category.Length == 0 ? "Default" : one.Category)}", $"{one.Level}");
        var local = settings.Local.Select(one => (one.Key.Replace(":", "__", StringComparison.Ordinal), one.Value!));
        // What is set already stays, as with the tools.
        foreach (var (name, value) in local.Concat(levels))
        {
            if (Environment.GetEnvironmentVariable(name) is null)
                yield return (name, value);
        }
        yield return ("Functions__Worker__HostEndpoint", host.WorkerAddress);
        yield return ("Functions__Worker__WorkerId", worker);
        yield return ("Functions__Worker__RequestId", worker);
        // The host refuses what is too large; the stream itself bears everything.
        yield return ("Functions__Worker__GrpcMaxMessageLength", $"{int.MaxValue}");
        yield return ("FUNCTIONS_APPLICATION_DIRECTORY", settings.AppFolder);
        yield return ("FUNCTIONS_WORKER_DIRECTORY", settings.AppFolder);
        yield return ("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated");
        // In Azure every app has it.
        yield return ("WEBSITE_HOSTNAME", settings.Urls[0].Authority);
        yield return ("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        if (host.Azurite is { } azurite)
            yield return ("AzureWebJobsStorage", azurite.ConnectionString);
    }
}
