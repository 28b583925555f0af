namespace Sakip.Host.Functions;

internal enum AuthorizationLevel
{
    Anonymous,
    User,
    Function,
    System,
    Admin,
}

/// <summary>A function of the app, as the worker describes it.</summary>
internal sealed class Function
{
    private const StringComparison Loose = StringComparison.OrdinalIgnoreCase;
    private static readonly JsonSerializerOptions Reading = JsonSerializerOptions.Web;
    private readonly Binding _trigger;

    private Function(RpcFunctionMetadata metadata, IEnumerable<Binding> bindings, Binding trigger)
    {
        (Metadata, _trigger) = (metadata, trigger);
        Clients = [.. from binding in bindings where binding.Type.Equals("durableClient", Loose) select binding.Name];
    }

    public RpcFunctionMetadata Metadata { get; }

    public string Name => Metadata.Name;

    public string Id => Metadata.FunctionId;

    public string Parameter => _trigger.Name;

    /// <summary>The parameters that get a durable client.</summary>
    public ImmutableArray<string> Clients { get; }

    public bool IsHttp => Is("httpTrigger");

    public bool IsTimer => Is("timerTrigger");

    public bool IsOrchestrator => Is("orchestrationTrigger");

    public bool IsActivity => Is("activityTrigger");

    public AuthorizationLevel Level =>
        Enum.TryParse<AuthorizationLevel>(_trigger.AuthLevel, true, out var level)
            ? level
            : AuthorizationLevel.Function;

    /// <summary>The route template without the prefix.</summary>
    public string Route => _trigger.Route ?? Name;

    /// <summary>The methods listed; none means every one.</summary>
    public ImmutableArray<string> Methods => _trigger.Methods ?? [];

    /// <summary>The schedule as it is written, <c>%Settings%</c> included.</summary>
    public string Schedule => _trigger.Schedule ?? "";

    /// <summary>Null, and a problem, where the function has no trigger that this host knows.</summary>
    public static Function? Read(RpcFunctionMetadata metadata, ICollection<string> problems)
    {
        var bindings = metadata
            .RawBindings.Select(text => JsonSerializer.Deserialize<Binding>(text, Reading)!)
            .ToList();
        var trigger = bindings.Find(binding => binding.Type.EndsWith("Trigger", Loose));
        var function = trigger is null ? null : new Function(metadata, bindings, trigger);
        if (function is { IsHttp: true } or { IsTimer: true } or { IsOrchestrator: true } or { IsActivity: true })
            return function;
        problems.Add($"Function '{metadata.Name}' has the trigger '{trigger?.Type ?? "none"}', which this host lacks.");
        return null;
    }

    private bool Is(string kind) => _trigger.Type.Equals(kind, Loose);

    private sealed record Binding(
        string Name,
        string Type,
        string? Route,
        string? AuthLevel,
        ImmutableArray<string>? Methods,
        string? Schedule
    );
}
