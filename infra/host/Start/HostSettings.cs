namespace Sakip.Host.Start;

/// <summary>host.json of the app, its local.settings.json where asked, and the environment, which wins over both:
/// <c>AzureFunctionsJobHost__…</c> over host.json, <c>Host__…</c> for what is this host's own.</summary>
internal sealed class HostSettings
{
    private const string HostFile = "AzureFunctionsJobHost";
    private const string PrefixKey = HostFile + ":extensions:http:routePrefix";

    /// <param name="given">Settings that win over all others.</param>
    public HostSettings(string app, IEnumerable<KeyValuePair<string, string?>>? given = null)
    {
        (App, AppFolder) = (Path.GetFullPath(app), Path.GetDirectoryName(Path.GetFullPath(app))!);
        var hostFile = Read("host.json");
        var file = hostFile.AsEnumerable().Select(entry => KeyValuePair.Create($"{HostFile}:{entry.Key}", entry.Value));
        var own = new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection(given ?? []).Build();
        Local = own.GetValue("Host:LocalSettings", false) ? [.. ReadLocal()] : [];
        Configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(file)
            .AddInMemoryCollection(Local)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(given ?? [])
            .Build();
        var prefix = Configuration[PrefixKey];
        OverriddenPrefix = prefix == hostFile["extensions:http:routePrefix"] ? null : prefix;
        Data = Path.GetFullPath(Configuration["Host:Data"] ?? ".data");
        Urls = ReadUrls();
        Clock = ReadClock();
        MessageLimit = Configuration.GetValue("Host:MessageLimit", 128 * 1024 * 1024);
        TaskHub = ReadTaskHub();
    }

    public IConfiguration Configuration { get; }

    public string App { get; }

    public string AppFolder { get; }

    /// <summary>The values of local.settings.json, which the app gets as its environment; none unless
    /// <c>Host:LocalSettings</c> asks for them: whoever has the real host here too keeps its settings there.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Local { get; }

    public string Data { get; }

    public ImmutableArray<Uri> Urls { get; }

    /// <summary>That of <c>Host:Clock</c>, or null; <c>Host:ClockHeld</c> makes it stand.</summary>
    public VirtualClock? Clock { get; }

    public TimeProvider Time => Clock ?? TimeProvider.System;

    /// <summary>The most bytes of a message between host and worker: <c>Host:MessageLimit</c>.</summary>
    public int MessageLimit { get; }

    public string TaskHub { get; }

    public string RoutePrefix => (Configuration[PrefixKey] ?? "api").Trim('/');

    /// <summary>The route prefix where it is not host.json's, which is all that the app reads; else null.</summary>
    public string? OverriddenPrefix { get; }

    /// <summary>How many requests may be under way or wait; one more is answered 429.</summary>
    public int MostRequests => OfHost("http:maxOutstandingRequests", -1) is > 0 and var most ? most : int.MaxValue;

    public bool IsHomepageDisabled => Configuration.GetValue("AzureWebJobsDisableHomepage", false);

    public TimeSpan ConnectPatience => Configuration.GetValue("Host:ConnectPatience", TimeSpan.FromSeconds(60));

    /// <summary>The levels of host.json's logging section by category; the default's category is empty.</summary>
    public IEnumerable<(string Category, LogLevel Level)> LogLevels =>
        from entry in Configuration.GetSection($"{HostFile}:logging:logLevel").GetChildren()
        where Enum.TryParse<LogLevel>(entry.Value, true, out _)
        let isDefault = entry.Key.Equals("default", StringComparison.OrdinalIgnoreCase)
        select (isDefault ? "" : entry.Key, Enum.Parse<LogLevel>(entry.Value!, true));

    public EngineOptions Engine(string database, Action<bool, IReadOnlyList<string>>? onCommit) =>
        new()
        {
            DatabasePath = database,
            MaximumConcurrentActivities = OfHost("durableTask:maxConcurrentActivityFunctions", 16),
            MaximumConcurrentTurns = OfHost("durableTask:maxConcurrentOrchestratorFunctions", 16),
            ThrowsOnRaiseEvent = OfHost("durableTask:throwStatusExceptionsOnRaiseEvent", true),
            ExtendedSessionIdleSeconds = OfHost("durableTask:extendedSessionsEnabled", false)
                ? OfHost("durableTask:extendedSessionIdleTimeoutInSeconds", 30)
                : 0,
            OnCommit = onCommit,
        };

    /// <summary>What a message fails with that is larger than the limit; null where it is not.</summary>
    public MessageTooLargeException? TooLarge(StreamingMessage message)
    {
        var size = message.CalculateSize();
        return size > MessageLimit ? new MessageTooLargeException(size, MessageLimit) : null;
    }

    private T OfHost<T>(string key, T otherwise)
        where T : struct => Configuration.GetValue<T?>($"{HostFile}:extensions:{key}") ?? otherwise;

    private IConfigurationRoot Read(string file) =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(AppFolder, file), optional: true).Build();

    private IEnumerable<KeyValuePair<string, string?>> ReadLocal() =>
        from entry in Read("local.settings.json").GetSection("Values").AsEnumerable(makePathsRelative: true)
        where entry.Value is not null
        select KeyValuePair.Create(entry.Key.Replace("__", ":", StringComparison.Ordinal), entry.Value);

    private ImmutableArray<Uri> ReadUrls()
    {
        var text = Configuration["Host:Urls"] ?? "http://127.0.0.1:7071";
        var urls = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == "http" ? uri : null)
            .ToList();
        return urls.Count == 0 || urls.Contains(null)
            ? throw new StartupRefusedException($"'{text}' is no http address: set Host__Urls=http://127.0.0.1:7071.")
            : [.. urls.OfType<Uri>()];
    }

    private VirtualClock? ReadClock()
    {
        if (Configuration["Host:Clock"] is not { Length: > 0 } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new VirtualClock(at, Configuration.GetValue("Host:ClockHeld", false))
            : throw new StartupRefusedException($"'{text}' is no instant: write --clock 2024-01-02.");
    }

    private string ReadTaskHub()
    {
        var (missing, named) = (new List<string>(), Configuration[$"{HostFile}:extensions:durableTask:hubName"]);
        var hub = SettingReferences.Resolve(named ?? "TestHubName", Configuration, missing);
        return missing is [var setting, ..]
            ? throw new StartupRefusedException($"host.json needs the setting '{setting}' for its task hub: set it.")
            : hub;
    }
}
