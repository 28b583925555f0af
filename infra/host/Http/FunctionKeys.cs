namespace Sakip.Host.Http;

/// <summary>The app's keys: the function key and the master key of the settings <c>AzureWebJobsFunctionKey</c> and
/// <c>AzureWebJobsMasterKey</c>, else made once and kept in <c>keys.json</c> in the data folder; and further function
/// keys by name, <c>AzureWebJobsFunctionKeys:n:Name</c> and <c>:Key</c>, like the host keys in Azure.</summary>
internal sealed class FunctionKeys
{
    private const int Shortest = 32;
    private const string Named = "AzureWebJobsFunctionKeys";
    private readonly ImmutableArray<byte[]> _functions;
    private readonly byte[] _master;

    public FunctionKeys(IConfiguration configuration, DataFolder data)
    {
        var kept = new Lazy<Kept>(() => Keep(data.Path("keys.json")));
        _master = Key("AzureWebJobsMasterKey", configuration["AzureWebJobsMasterKey"] ?? kept.Value.Master);
        var named = configuration.GetSection(Named).GetChildren().Select(one => Key($"{one.Path}:Key", one["Key"]));
        var function = configuration["AzureWebJobsFunctionKey"] ?? kept.Value.Function;
        _functions = [Key("AzureWebJobsFunctionKey", function), .. named];
    }

    public bool Allows(HttpRequest request, AuthorizationLevel level)
    {
        if (level == AuthorizationLevel.Anonymous)
            return true;
        var given = Encoding.UTF8.GetBytes(
            request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault() ?? ""
        );
        // All of them are compared, so that the time tells nothing.
        var isFunction = _functions
            .Select(key => CryptographicOperations.FixedTimeEquals(given, key))
            .ToList()
            .Contains(true);
        return CryptographicOperations.FixedTimeEquals(given, _master)
            || (level is AuthorizationLevel.Function or AuthorizationLevel.User && isFunction);
    }

    private static byte[] Key(string name, string? value) =>
        value?.Trim().Length >= Shortest
            ? Encoding.UTF8.GetBytes(value)
            : throw new StartupRefusedException(
                $"The key {name} is empty or has fewer than {Shortest} characters: give a longer one, or remove the setting."
            );

    private static Kept Keep(string path)
    {
        if (File.Exists(path))
            return JsonSerializer.Deserialize<Kept>(File.ReadAllText(path))!;
        var made = new Kept(Random(), Random());
        File.WriteAllText(path, JsonSerializer.Serialize(made));
        DataFolder.Close(path);
        Console.WriteLine($"Kunci fungsi disimpan di {path}");
        return made;
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private sealed record Kept(string Function, string Master);
}
