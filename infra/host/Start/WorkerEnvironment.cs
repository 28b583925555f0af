namespace Sakip.Host.Start;

internal static class WorkerEnvironment
{
    public static IEnumerable<(string Name, string Value)> Of(
        HostSettings settings,
        string workerId,
        string hostAddress,
        Azurite? azurite
    )
    {
        foreach (var (name, value) in settings.Local)
            yield return (name, value);
        yield return ("Functions__Worker__HostEndpoint", hostAddress);
        yield return ("Functions__Worker__WorkerId", workerId);
        yield return ("Functions__Worker__RequestId", workerId);
        // The host refuses what is too large; the stream itself bears everything.
        yield return ("Functions__Worker__GrpcMaxMessageLength", $"{int.MaxValue}");
        yield return ("FUNCTIONS_APPLICATION_DIRECTORY", settings.AppFolder);
        yield return ("FUNCTIONS_WORKER_DIRECTORY", settings.AppFolder);
        yield return ("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated");
        // In Azure every app has it.
        yield return ("WEBSITE_HOSTNAME", settings.Urls[0].Authority);
        yield return ("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        if (azurite is not null)
            yield return ("AzureWebJobsStorage", azurite.ConnectionString);
        // What the host would not show need not be sent.
        foreach (var (category, level) in settings.LogLevels)
        {
            var name = $"Logging__LogLevel__{(category.Length == 0 ? "Default" : category)}";
            if (Environment.GetEnvironmentVariable(name) is null)
                yield return (name, level.ToString());
        }
    }
}
